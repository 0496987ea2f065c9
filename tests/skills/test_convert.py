from decimal import Decimal

import pytest

from lorgnette.core.readings import Intent, Unknown
from lorgnette.core.slots import Quantity, Unit
from lorgnette.core.types import CHINESE
from lorgnette.skills.convert import convert_quantity, skill
from lorgnette.testing.turns import reading_of, turn_for

FOOT, METRE, MILE = (Unit(name, "length") for name in ("foot", "metre", "mile"))


@pytest.mark.parametrize(
    ("amount", "unit", "to", "says"),
    [
        ("1.8", METRE, FOOT, "1.8 metres is about 5 feet 11 inches."),
        ("0.1", METRE, FOOT, "0.1 metres is about 0.3281 feet."),
        ("6", FOOT, METRE, "6 feet is about 1.829 metres."),
        ("1", METRE, MILE, "1 metre is about 0.0006214 miles."),
        ("123456789", METRE, MILE, "123,456,789 metres is about 76,712 miles."),
        ("0", METRE, MILE, "0 metres is 0 miles."),
    ],
)
async def test_four_digits_are_enough(amount, unit, to, says):
    reply = await convert_quantity(turn_for(skill), Quantity(Decimal(amount), unit), to)

    assert reply.say == says


async def test_the_card_shows_that_it_is_rounded():
    reply = await convert_quantity(
        turn_for(skill, language=CHINESE), Quantity(Decimal(5), MILE), METRE
    )

    assert (reply.title, reply.body) == ("≈ 8,047 米", "5 英里")


def test_misheard_words_are_not_mended_into_units_that_cannot_be_compared(catalogue):
    reading = reading_of(catalogue, "how many grams in too pounds")

    assert reading.slots["quantity"] == Quantity(Decimal(2), Unit("pound", "mass"))
    assert reading_of(catalogue, "how many grams in too meters") == Unknown()
    assert isinstance(reading_of(catalogue, "how many grams in two metres"), Intent)
