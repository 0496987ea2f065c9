"""Goods and prices, put into the catalogue of a hub as `lorgnette goods import` leaves them."""

import datetime as dt

from lorgnette.core.goods import Amount, Good, Observation
from lorgnette.store.goods import FILE, Shelves
from lorgnette.store.goods.tables import open_catalogue

SPREAD = "4006381333931"
PAGE = "https://prices.openfoodfacts.org/prices/1"


def stocked(folder):
    """A product with prices at three shops, and loose goods; the number of the product."""
    today = dt.date.today()  # noqa: DTZ011 - a price is of the day it was seen on
    good = Good(
        SPREAD,
        {"": "Hazelnut spread", "zh": "榛子酱"},
        "Nutti",
        amount=Amount(400, "g"),
        ingredients="Sugar, palm oil, hazelnuts (13%), skimmed milk powder, cocoa",
        allergens=("nuts",),
        nutriscore="e",
        nova=4,
        nutrition={"energy-kcal": 539, "sugars": 56.3},
        source="Open Food Facts",
    )
    prices = [
        Observation(
            SPREAD,
            price,
            "EUR",
            today - dt.timedelta(days=days),
            shop=shop,
            source=source,
            proof=proof,
            place=place,
        )
        for price, days, shop, source, proof, place in (
            (349, 3, "Corner shop", "Open Prices", PAGE, (48.1406, 11.575)),
            (299, 30, "Market", "Open Prices", PAGE, (48.3, 11.575)),
            (379, 60, "Station", "shop.html", "javascript:alert(1)", None),
        )
    ]
    loose = [
        Observation("", price, "EUR", today, per="kg", shop="Market", category="en:bananas")
        for price in (199, 229)
    ]
    shelves = Shelves(open_catalogue(folder / FILE))
    source = shelves.begin("test", "table", f"{len(shelves.sources())}")
    shelves.put(source.id, 1, [good], [*prices, *loose])
    shelves.finish(source.id)
    shelves.close()
    return SPREAD
