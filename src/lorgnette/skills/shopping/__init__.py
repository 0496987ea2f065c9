"""Shopping: what a product is, what is in it, what it costs, and what is still to be bought."""

from lorgnette.skills.shopping import (
    avoiding,
    basket,
    comparing,
    contents,
    copying,
    facts,
    listing,
    pricing,
    products,
    receipts,
    spending,
)
from lorgnette.skills.shopping.skill import skill

__all__ = [
    "avoiding",
    "basket",
    "comparing",
    "contents",
    "copying",
    "facts",
    "listing",
    "pricing",
    "products",
    "receipts",
    "skill",
    "spending",
]
