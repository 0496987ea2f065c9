"""Texts written into pictures by Pillow, with the fonts of the machine."""

from lorgnette.providers.pillow.painter import PillowPainter

__all__ = ["PillowPainter"]
