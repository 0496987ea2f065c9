"""The skill that everything about live pictures belongs to."""

from lorgnette.engines import PROJECTOR
from lorgnette.skills import Skill

skill = Skill("live", needs=(PROJECTOR,))
