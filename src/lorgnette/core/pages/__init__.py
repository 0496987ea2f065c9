"""What a reader saw: rows of text, their order, and what is wanted of them."""

from lorgnette.core.pages.page import DOUBTFUL, Page, Row

__all__ = ["DOUBTFUL", "Page", "Row"]
