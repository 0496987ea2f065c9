"""Bars and dots by zxing-cpp, an Apache-2.0 library."""

from lorgnette.providers.zxing.reader import Zxing

__all__ = ["Zxing"]
