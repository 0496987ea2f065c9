"""What a reader saw: rows of text, their order, and what is wanted of them."""

from lorgnette.core.pages.page import DOUBTFUL, Page, Row
from lorgnette.core.pages.translated import Part, Placed

__all__ = ["DOUBTFUL", "Page", "Part", "Placed", "Row"]
