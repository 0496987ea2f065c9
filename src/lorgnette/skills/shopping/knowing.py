"""The product that is meant, and what is known of it."""

import datetime as dt

from lorgnette.core.codes import Product
from lorgnette.engines import CATALOGUE
from lorgnette.skills import Turn
from lorgnette.skills.lately import Scanned
from lorgnette.skills.priced import Known, Looked, gathered, look

RECENT = dt.timedelta(hours=2)
"""For how long «this» is what was looked at last."""


async def known(turn: Turn, gtin: str) -> Known:
    """Everything that is known of a product."""
    return await gathered(turn[CATALOGUE], turn.shelf, gtin)


async def remember(turn: Turn, product: Known) -> None:
    """Let «it» mean this product from now on."""
    turn.lately.note(Scanned(Product(product.gtin)), turn.now)
    seen = Looked(product.gtin, product.name(turn.language), turn.now)
    await look(turn.shelf(Looked), seen)


async def last(turn: Turn) -> Known | None:
    """The product that was looked at last, if that is not long ago."""
    looked = await turn.shelf(Looked).newest(limit=1)
    if not looked or turn.now - looked[0].item.at > RECENT:
        return None
    return await known(turn, looked[0].item.gtin)
