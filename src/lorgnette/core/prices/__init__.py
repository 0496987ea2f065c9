"""What a price is worth among others: like is compared with like, or not at all."""

from lorgnette.core.prices.compare import Judgement, Standing, plotted, standing, unit_price

__all__ = ["Judgement", "Standing", "plotted", "standing", "unit_price"]
