"""What a price is worth among others: like is compared with like, or not at all."""

from lorgnette.core.prices.compare import (
    Judgement,
    Standing,
    comparable,
    plotted,
    standing,
    unit_price,
    usual_terms,
)
from lorgnette.core.prices.nearby import distance, nearby, nearest, rounded

__all__ = [
    "Judgement",
    "Standing",
    "comparable",
    "distance",
    "nearby",
    "nearest",
    "plotted",
    "rounded",
    "standing",
    "unit_price",
    "usual_terms",
]
