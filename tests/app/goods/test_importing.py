"""Files of goods come into the catalogue: every kind, packed or not, damaged, and begun before."""

import bz2
import gzip
import json
import lzma
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.app.cli import main
from lorgnette.app.goods import importing
from lorgnette.app.goods.importing import bring_in
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.goods import Amount
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.store.goods import Shelves, SQLiteCatalogue
from lorgnette.store.goods.tables import open_catalogue

TODAY = date(2026, 3, 4)
SPREAD, BEANS = "3017620422003", "4006381333931"

TSV = (
    "code\tproduct_name\tbrands\tquantity\tallergens\tnutriscore_grade\tsugars_100g\tother\n"
    f"{SPREAD}\tHazelnut spread\tNutti,Other\t400 g\ten:milk,en:nuts\te\t56.3\tx\n"
    "12\tno number\tx\t\t\t\t\tx\n"
    f"{BEANS}\tBlack beans\tCasa\t2 x 250 g\t\t\t\tx\n"
    "broken row\n"
)
LINES = "\n".join(
    (
        json.dumps(
            {
                "code": SPREAD,
                "product_name": "Hazelnut spread",
                "product_name_zh": "榛子酱",
                "brands": "Nutti",
                "quantity": "400 g",
                "allergens_tags": ["en:milk", "en:nuts"],
                "nutriments": {"sugars_100g": 56.3, "salt_100g": "?"},
                "images": {"front": ["x"]},
            }
        ),
        "{ no json",
        json.dumps({"code": BEANS, "product_name": "Black beans", "allergens_tags": []}),
    )
)
PRICES = (
    "id,product_code,price,currency,date,price_is_discounted,price_without_discount,"
    "location_osm_name,proof_id\n"
    f"1,{SPREAD},3.49,EUR,2026-02-01,True,3.99,Corner shop,77\n"
    f"2,{SPREAD},4,XXX,2026-02-01,False,,Corner shop,78\n"
    "3,,4,EUR,2026-02-01,False,,Market,79\n"
)
PAGE = """<html><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Product", "gtin13": "3017620422003",
 "name": "Hazelnut spread 400 g", "brand": {"@type": "Brand", "name": "Nutti"},
 "offers": [{"@type": "Offer", "price": "3.79", "priceCurrency": "EUR", "url": "https://s.example/1"}]}
</script></html>"""
OWN = "条码,名称,规格,过敏原,价格,货币\n" + f"{SPREAD},榛子酱,400克,牛奶、坚果,29.9,CNY\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shelves(tmp_path):
    made = Shelves(open_catalogue(tmp_path / "goods.sqlite"))
    yield made
    made.db.close()


def bring(path, shelves):
    return bring_in(path, shelves, TODAY, lambda _share, _outcome: None)


async def known(tmp_path, number=SPREAD):
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    good, prices = await catalogue.good(number), await catalogue.prices(number)
    await catalogue.aclose()
    return good, prices


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize(("name", "text"), [("goods.tsv", TSV), ("goods.jsonl", LINES)])
@pytest.mark.asyncio
async def test_exports_are_read_however_they_are_packed(tmp_path, shelves, name, text, pack):
    (tmp_path / name).write_bytes(pack(text.encode()))
    outcome = bring(tmp_path / name, shelves)
    good, _ = await known(tmp_path)
    assert (outcome.kind, outcome.goods) == ("Open Food Facts", 2)
    assert good.name("en") == "Hazelnut spread"
    assert (good.brand, good.amount) == ("Nutti", Amount(400.0, "g"))
    assert good.allergens == ("milk", "nuts")
    assert good.nutrition == {"sugars": 56.3}
    assert (await known(tmp_path, BEANS))[0].allergens is None


@pytest.mark.asyncio
async def test_parquet_is_read(tmp_path, shelves):
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [
        {
            "code": SPREAD,
            "product_name": [
                {"lang": "main", "text": "Hazelnut spread"},
                {"lang": "zh", "text": "榛子酱"},
            ],
            "brands": "Nutti",
            "allergens_tags": ["en:milk"],
            "nutriments": [{"name": "sugars", "100g": 56.3}],
            "nova_group": 4,
        }
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "goods.parquet")
    assert bring(tmp_path / "goods.parquet", shelves).goods == 1
    good, _ = await known(tmp_path)
    assert (good.name(ENGLISH), good.name(CHINESE)) == ("Hazelnut spread", "榛子酱")
    assert (good.nova, good.nutrition) == (4, {"sugars": 56.3})


def test_bad_rows_are_told_with_their_lines(tmp_path, shelves):
    (tmp_path / "goods.tsv").write_text(TSV)
    (tmp_path / "goods.jsonl").write_text(LINES)
    told = [(bad.line, bad.reason) for bad in bring(tmp_path / "goods.tsv", shelves).bad]
    assert told == [(2, "'12' is no product number"), (5, "it has 1 columns")]
    [(line, reason)] = [
        (bad.line, bad.reason) for bad in bring(tmp_path / "goods.jsonl", shelves).bad
    ]
    assert line == 2
    assert reason.startswith("it is no JSON")


@pytest.mark.asyncio
async def test_prices_are_read(tmp_path, shelves):
    (tmp_path / "prices.csv").write_text(PRICES)
    outcome = bring(tmp_path / "prices.csv", shelves)
    assert (outcome.kind, outcome.prices, outcome.unusable) == ("Open Prices", 1, 2)
    _, [price] = await known(tmp_path)
    assert (price.price, price.currency, price.regular) == (349, "EUR", 399)
    assert (price.shop, price.proof, price.date) == ("Corner shop", "77", date(2026, 2, 1))


@pytest.mark.asyncio
async def test_a_page_of_a_shop_is_read(tmp_path, shelves):
    (tmp_path / "page.html").write_text(PAGE)
    assert bring(tmp_path / "page.html", shelves).goods == 1
    good, [price] = await known(tmp_path)
    assert (good.brand, good.amount) == ("Nutti", Amount(400.0, "g"))
    assert (price.price, price.proof) == (379, "https://s.example/1")


@pytest.mark.asyncio
async def test_somebodys_own_table_is_read(tmp_path, shelves):
    (tmp_path / "mine.csv").write_text(OWN)
    bring(tmp_path / "mine.csv", shelves)
    good, [price] = await known(tmp_path)
    assert (good.name(CHINESE), good.allergens) == ("榛子酱", ("牛奶", "坚果"))
    assert (price.price, price.currency, price.date) == (2990, "CNY", TODAY)


def rows(count):
    from lorgnette.core.codes.gtin import check_digit

    for number in range(count):
        body = f"{400_000_000_000 + number:012}"
        yield f"{body}{check_digit(body)}\tThing {number}\tBrand\n"


def test_what_broke_off_goes_on_where_it_was(tmp_path, shelves, monkeypatch):
    monkeypatch.setattr(importing, "LOT", 100)
    (tmp_path / "goods.tsv").write_text("code\tproduct_name\tbrands\n" + "".join(rows(450)))

    class Killed(Exception):
        pass

    def kill(_share, outcome):
        if outcome.rows == 300:
            raise Killed

    with pytest.raises(Killed):
        bring_in(tmp_path / "goods.tsv", shelves, TODAY, kill)
    assert [(each.rows, each.done) for each in shelves.sources()] == [(300, False)]
    outcome = bring(tmp_path / "goods.tsv", shelves)
    assert (outcome.rows, outcome.goods) == (450, 150)
    assert [(each.goods, each.done) for each in shelves.sources()] == [(450, True)]
    assert bring(tmp_path / "goods.tsv", shelves).already


def test_a_file_that_has_changed_is_taken_in_anew(tmp_path, shelves):
    (tmp_path / "mine.csv").write_text(OWN)
    bring(tmp_path / "mine.csv", shelves)
    (tmp_path / "mine.csv").write_text(OWN.replace("29.9", "31"))
    bring(tmp_path / "mine.csv", shelves)
    [source] = shelves.sources()
    assert (source.goods, source.prices) == (1, 1)


@pytest.mark.parametrize("form", ["tsv", "jsonl"])
@given(share=st.floats(0.05, 0.95))
@settings(max_examples=8)
def test_a_file_cut_in_the_middle_gives_what_it_has(tmp_path_factory, form, share):
    folder = tmp_path_factory.mktemp("cut")
    text = "code\tproduct_name\tbrands\n" + "".join(rows(400))
    if form == "jsonl":
        cells = (row.split("\t") for row in rows(400))
        text = "".join(json.dumps({"code": a, "product_name": b}) + "\n" for a, b, _ in cells)
    packed = gzip.compress(text.encode())
    (folder / "cut.gz").write_bytes(packed[: int(len(packed) * share)])
    shelves = Shelves(open_catalogue(folder / "goods.sqlite"))
    with suppress(ConfigurationError):  # not even its first line is there
        assert bring(folder / "cut.gz", shelves).goods < 400
    shelves.db.close()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"hello\nworld\n", "no table of goods"),
        (b"\x1f\x8bbroken", "is damaged"),
        (b"PAR1broken", "is damaged, or no Parquet"),
        (b"<html>nothing</html>", "no products are in it"),
    ],
)
def test_what_is_no_file_of_goods_is_refused(tmp_path, shelves, content, reason):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(ConfigurationError, match=reason):
        bring(tmp_path / "file", shelves)
    assert shelves.sources() == []


def test_from_the_command_line(home, capsys):
    (home / "goods.tsv").write_text(TSV)
    assert main(["goods"]) == 0
    assert "The catalogue is empty" in capsys.readouterr().out
    assert main(["goods", "import", "goods.tsv", "gone.csv"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "goods.tsv: Open Food Facts, 2 goods and 0 prices\n"
        "  line 2: '12' is no product number\n"
        "  line 5: it has 1 columns\n"
    )
    assert "gone.csv: No such file or directory" in err
    assert main(["goods", "show", SPREAD]) == 0
    assert "allergens: milk, nuts" in capsys.readouterr().out
    assert main(["goods", "search", "hazelnut", "spred"]) == 0
    assert SPREAD in capsys.readouterr().out
    assert main(["goods", "remove", "1"]) == 0
    assert main(["goods", "show", SPREAD]) == 1
    assert main(["goods", "show", "3017620422004"]) == 1
    assert "its check digit is wrong" in capsys.readouterr().err
