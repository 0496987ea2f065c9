"""What frames of a camera are worth, counted in frames: no clock, no library but numpy."""

from lorgnette.senses.sight.best import Best
from lorgnette.senses.sight.guidance import Advice, Guide, fault
from lorgnette.senses.sight.quality import Quality, quality
from lorgnette.senses.sight.votes import Votes

__all__ = ["Advice", "Best", "Guide", "Quality", "Votes", "fault", "quality"]
