"""Text by the networks of RapidOCR, which are PP-OCRv6 under the Apache license 2.0."""

from lorgnette.providers.rapidocr.reader import RapidOCR

__all__ = ["RapidOCR"]
