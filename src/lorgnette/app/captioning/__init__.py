"""Captions while people speak: the shell around `senses.captioner`, with its engines."""

from lorgnette.app.captioning.captioning import CaptionEngines, Captioning
from lorgnette.app.captioning.captions import Captions
from lorgnette.app.captioning.feed import Feed, Reader

__all__ = ["CaptionEngines", "Captioning", "Captions", "Feed", "Reader"]
