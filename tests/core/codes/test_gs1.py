"""Labels of goods, and the addresses that say the same."""

import datetime as dt
from decimal import Decimal
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Product
from lorgnette.core.codes.gs1 import SEPARATOR, date, elements, linked, product

NUMBER = "09506000134352"
GOODS = Product("9506000134352")
ADDRESS = f"https://id.example.org/x/01/{NUMBER}"
VALUES = st.text(
    st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1, max_size=20
)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("01" + NUMBER, GOODS),
        (f"01{NUMBER}17271231", Product(GOODS.gtin, expires=dt.date(2027, 12, 31))),
        (f"01{NUMBER}15270200", Product(GOODS.gtin, best_before=dt.date(2027, 2, 28))),
        (f"01{NUMBER}10AB\x1d3103001750", Product(GOODS.gtin, lot="AB", weight=1750.0)),
        (f"\x1d01{NUMBER}\x1d21X7", Product(GOODS.gtin, serial="X7")),
        (f"01{NUMBER}3922" + "1234", Product(GOODS.gtin, price=Decimal("12.34"))),
        (f"01{NUMBER}3920500", Product(GOODS.gtin, price=Decimal(500))),
        (f"01{NUMBER}3932978450", Product(GOODS.gtin, price=Decimal("4.50"), currency="EUR")),
        (f"01{NUMBER}3930392450", Product(GOODS.gtin, price=Decimal(450), currency="JPY")),
        (f"01{NUMBER}3932392450", GOODS),
        (f"01{NUMBER}3932999450", GOODS),
        (f"01{NUMBER}240REF-1\x1d8005000123\x1d7103", GOODS),
        (f"02{NUMBER}3724", GOODS),
        ("0112345678901234", None),
        ("00340123450000000000", None),
    ],
)
def test_labels(text, goods):
    assert product(elements(text)) == goods


@pytest.mark.parametrize(
    "text",
    [
        "01950600013435",
        f"01{NUMBER}17",
        f"01{NUMBER}17２７1231",
        f"01{NUMBER}10",
        f"01{NUMBER}10A\nB",
        f"01{NUMBER}21{'9' * 91}",
        f"01{NUMBER}01{NUMBER[:-1]}9",
        f"01{NUMBER}10A\x1d10B",
        f"01{NUMBER}5512",
        "31",
        "3",
        "hello",
    ],
)
def test_what_breaks_a_rule_is_no_label(text):
    assert elements(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("271231", dt.date(2027, 12, 31)),
        ("270200", dt.date(2027, 2, 28)),
        ("281200", dt.date(2028, 12, 31)),
        ("271301", None),
        ("270230", None),
        ("270031", None),
        ("2712", None),
        ("２７1231", None),
    ],
)
def test_dates(text, day):
    assert date(text) == day


@pytest.mark.parametrize(
    ("address", "goods"),
    [
        (ADDRESS, GOODS),
        (ADDRESS + "/", GOODS),
        ("HTTPS://id.example.org/01/9506000134352", GOODS),
        (
            ADDRESS + "/10/ABC%2F1/21/12?17=271200&utm=x",
            Product(GOODS.gtin, "12", "ABC/1", dt.date(2027, 12, 31)),
        ),
        (ADDRESS + "/10/A?10=B", Product(GOODS.gtin, lot="A")),
        (ADDRESS + "/22/2A/235/xyz", GOODS),
        (ADDRESS + "/21/x/10/y", None),
        (ADDRESS + "/10/a%0Ab", None),
        (ADDRESS[:-1], None),
        ("https://id.example.org/01/12345678901234", None),
        ("javascript:alert(1)/01/" + NUMBER, None),
        ("https://[/01/" + NUMBER, None),
    ],
)
def test_addresses(address, goods):
    assert linked(address) == goods


@given(VALUES, VALUES, st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_a_label_is_as_it_was_written(lot, serial, expires):
    told = Product(GOODS.gtin, serial, lot, expires)
    day = f"{expires:%y%m%d}"
    assert product(elements(f"01{NUMBER}17{day}10{lot}{SEPARATOR}21{serial}")) == told
    path = f"/10/{quote(lot, safe='')}/21/{quote(serial, safe='')}"
    assert linked(f"{ADDRESS}{path}?17={day}") == told


@given(
    st.lists(st.sampled_from(["01", NUMBER, "10", "3103", "392", SEPARATOR]) | st.text(max_size=4))
)
def test_anything_is_fields_or_none(parts):
    fields = elements("".join(parts))
    assert fields is None or all(name.isdigit() and value for name, value in fields.items())
