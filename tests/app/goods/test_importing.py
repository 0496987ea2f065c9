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
from lorgnette.app.goods.tables import File
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
LOOSE = (
    "id,product_code,category_tag,labels_tags,price,price_per,currency,date,location_osm_name,"
    "location_osm_lat,location_osm_lon\n"
    "1,,en:bananas,[],1.99,KILOGRAM,EUR,2026-02-01,Market,48.1,11.5\n"
    "2,,en:bananas,['en:organic'],2.49,KILOGRAM,EUR,2026-02-02,Market,948.1,11.5\n"
    "3,,Fruit & more,[],1.99,KILOGRAM,EUR,2026-02-01,Market,48.1,11.5\n"
)
BANANAS = {"category_tag": "en:bananas", "currency": "EUR", "product_code": None}
LOOSE_LINES = "\n".join(
    json.dumps({**BANANAS, **each})
    for each in (
        {"price": 1.99, "date": "2026-02-01"},
        {"price": 0.3, "price_per": "UNIT", "date": "2026-02-03", "labels_tags": ["en:organic"]},
    )
)
PAGE = """<html><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Product", "gtin13": "3017620422003",
 "name": "Hazelnut spread 400 g", "brand": {"@type": "Brand", "name": "Nutti"},
 "offers": [{"@type": "Offer", "price": "3.79", "priceCurrency": "EUR", "url": "https://s.example/1"}]}
</script></html>"""
OWN = (
    "条码,名称,规格,过敏原,价格,货币,纬度,经度\n"
    f"{SPREAD},榛子酱,400克,牛奶、坚果,29.9,CNY,31.23,121.47\n"
)


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
    made.close()


def bring(path, shelves, currency=""):
    return bring_in(File(path, TODAY, currency), shelves, lambda _share, _outcome: None)


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
        },
        {"code": BEANS, "brands": "Casa", "product_name": None, "nutriments": []},
        {"code": BEANS, "product_name": [{"lang": "fr", "text": "Haricots"}]},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "goods.parquet")
    outcome = bring(tmp_path / "goods.parquet", shelves)
    assert (outcome.goods, outcome.bad) == (2, [(3, f"{BEANS} has no name")])
    good, _ = await known(tmp_path)
    assert (good.name(ENGLISH), good.name(CHINESE)) == ("Hazelnut spread", "榛子酱")
    assert (good.nova, good.nutrition) == (4, {"sugars": 56.3})


def test_bad_rows_are_told_with_their_lines(tmp_path, shelves):
    (tmp_path / "goods.tsv").write_text(TSV)
    (tmp_path / "goods.jsonl").write_text(LINES)
    told = [(bad.line, bad.reason) for bad in bring(tmp_path / "goods.tsv", shelves).bad]
    assert told == [
        (3, "'12' is no product number"),
        (5, "it has 1 columns, and the first line 8"),
    ]
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
    assert (price.shop, price.date) == ("Corner shop", date(2026, 2, 1))
    assert price.proof == "https://prices.openfoodfacts.org/prices/1"


@pytest.mark.asyncio
async def test_prices_without_a_number_are_of_a_category(tmp_path, shelves):
    (tmp_path / "prices.csv").write_text(LOOSE)
    outcome = bring(tmp_path / "prices.csv", shelves)
    assert (outcome.kind, outcome.prices, outcome.unusable) == ("Open Prices", 2, 1)
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    organic, usual = await catalogue.prices("en:bananas")
    assert not await catalogue.prices("en:apples")
    await catalogue.aclose()
    assert (usual.gtin, usual.of, usual.price, usual.per) == ("", "en:bananas", 199, "kg")
    assert (usual.organic, usual.place) == (False, (48.1, 11.5))
    assert (organic.organic, organic.place) == (True, None)
    shelves.remove(shelves.sources()[0].id)
    assert not await SQLiteCatalogue(tmp_path / "goods.sqlite").prices("en:bananas")


@pytest.mark.asyncio
async def test_lines_of_prices_may_be_of_a_category(tmp_path, shelves):
    (tmp_path / "prices.jsonl").write_text(LOOSE_LINES)
    assert bring(tmp_path / "prices.jsonl", shelves).prices == 2
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    seen = await catalogue.prices("en:bananas")
    await catalogue.aclose()
    assert [(each.price, each.organic) for each in seen] == [(30, True), (199, False)]


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
    assert price.place == (31.23, 121.47)


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
        bring_in(File(tmp_path / "goods.tsv", TODAY), shelves, kill)
    assert [(each.line, each.done) for each in shelves.sources()] == [(301, False)]
    outcome = bring(tmp_path / "goods.tsv", shelves)
    assert (outcome.rows, outcome.goods) == (150, 150)
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
def test_a_file_cut_in_the_middle_gives_what_it_has_and_says_so(tmp_path_factory, form, share):
    folder = tmp_path_factory.mktemp("cut")
    text = "code\tproduct_name\tbrands\n" + "".join(rows(400))
    if form == "jsonl":
        cells = (row.split("\t") for row in rows(400))
        text = "".join(json.dumps({"code": a, "product_name": b}) + "\n" for a, b, _ in cells)
    packed = gzip.compress(text.encode())
    (folder / "cut.gz").write_bytes(packed[: int(len(packed) * share)])
    shelves = Shelves(open_catalogue(folder / "goods.sqlite"))
    with suppress(ConfigurationError):  # not even its first line is there
        outcome = bring(folder / "cut.gz", shelves)
        assert outcome.goods < 400
        assert "cut or damaged" in outcome.damaged
        assert [each.done for each in shelves.sources()] == [False]
    shelves.close()


@pytest.mark.asyncio
async def test_a_broken_file_leaves_what_was_there(tmp_path, shelves):
    whole = gzip.compress(("code\tproduct_name\tbrands\n" + "".join(rows(400))).encode())
    (tmp_path / "goods.gz").write_bytes(whole)
    assert bring(tmp_path / "goods.gz", shelves).goods == 400
    (tmp_path / "goods.gz").write_bytes(whole[: len(whole) // 2])
    assert bring(tmp_path / "goods.gz", shelves).damaged
    last = list(rows(400))[-1].partition("\t")[0]
    assert await known(tmp_path, last) != (None, ())
    (tmp_path / "goods.gz").write_bytes(whole)
    bring(tmp_path / "goods.gz", shelves)
    assert [(each.goods, each.done) for each in shelves.sources()] == [(400, True)]


@pytest.mark.asyncio
async def test_a_price_without_a_currency_is_not_guessed(tmp_path, shelves):
    (tmp_path / "mine.csv").write_text(f"gtin,name,price\n{SPREAD},Spread,3.49\n")
    outcome = bring(tmp_path / "mine.csv", shelves)
    assert (outcome.goods, outcome.prices) == (1, 0)
    assert "say --currency" in outcome.bad[0].reason
    (tmp_path / "ours.csv").write_text(f"gtin,name,price\n{SPREAD},Spread,3.49\n")
    bring(tmp_path / "ours.csv", shelves, "CHF")
    _, [price] = await known(tmp_path)
    assert (price.price, price.currency) == (349, "CHF")


@pytest.mark.asyncio
async def test_an_own_table_takes_no_allergen_away(tmp_path, shelves):
    (tmp_path / "goods.tsv").write_text(TSV)
    bring(tmp_path / "goods.tsv", shelves)
    (tmp_path / "mine.csv").write_text(f"gtin,name\n{SPREAD},My favourite\n")
    bring(tmp_path / "mine.csv", shelves)
    good, _ = await known(tmp_path)
    assert (good.name(ENGLISH), good.allergens) == ("My favourite", ("milk", "nuts"))


def test_zstandard_is_unpacked(tmp_path, shelves):
    import pyarrow as pa

    (tmp_path / "goods.zst").write_bytes(pa.compress(TSV.encode(), "zstd", asbytes=True))
    assert bring(tmp_path / "goods.zst", shelves).goods == 2


@pytest.mark.asyncio
async def test_prices_are_read_from_parquet_and_from_lines(tmp_path, shelves):
    import pyarrow as pa
    import pyarrow.parquet as pq

    about = {"product_code": SPREAD, "price": 3.49, "currency": "EUR", "price_per": None}
    row = about | {"id": 7, "date": TODAY, "location_osm_lat": 48.1, "location_osm_lon": 11.5}
    pq.write_table(pa.Table.from_pylist([row, row | {"product_code": None}]), tmp_path / "p")
    outcome = bring(tmp_path / "p", shelves)
    assert (outcome.kind, outcome.prices, outcome.unusable) == ("Open Prices", 1, 1)
    (tmp_path / "p.jsonl").write_text(json.dumps(row | {"date": "2026-03-05"}))
    assert bring(tmp_path / "p.jsonl", shelves).prices == 1
    _, seen = await known(tmp_path)
    assert [(each.date.day, each.price, each.place) for each in seen] == [
        (5, 349, (48.1, 11.5)),
        (4, 349, (48.1, 11.5)),
    ]


def test_lines_of_products_of_shops_are_read(tmp_path, shelves):
    line = {"@type": "Product", "gtin13": SPREAD, "name": "Spread"}
    (tmp_path / "shop.jsonl").write_text("\n".join([json.dumps(line)] * 2))
    assert bring(tmp_path / "shop.jsonl", shelves).kind == "shop page"


BEGINS = [b"", b"code\tproduct_name\n", b"gtin,name\n", b"{"]


@pytest.mark.slow
@given(st.binary(max_size=300), st.sampled_from(BEGINS))
@settings(max_examples=150)
def test_whatever_is_in_a_file_is_read_or_refused_in_a_sentence(tmp_path_factory, noise, begins):
    folder = tmp_path_factory.mktemp("any")
    (folder / "file").write_bytes(begins + noise)
    shelves = Shelves(open_catalogue(folder / "goods.sqlite"))
    with suppress(ConfigurationError):
        bring(folder / "file", shelves)
    shelves.close()


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
    assert main(["goods", "list"]) == 0
    assert "Nothing was imported yet" in capsys.readouterr().out
    assert main(["goods", "import", "goods.tsv", "gone.csv"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "goods.tsv: Open Food Facts, 2 goods and 0 prices\n"
        "  line 3: '12' is no product number\n"
        "  line 5: it has 1 columns, and the first line 8\n"
    )
    assert "gone.csv: No such file or directory" in err
    assert main(["goods", "list"]) == 0
    assert "2 goods" in capsys.readouterr().out
    assert main(["goods", "show", "3017 6204 22003"]) == 0
    assert "allergens: milk, nuts\n  traces: not said\n" in capsys.readouterr().out
    assert main(["goods", "search", "hazelnut", "spred"]) == 0
    assert capsys.readouterr().out == f" {SPREAD}  Hazelnut spread (Nutti) 400 g\n"
    assert main(["goods", "remove", "1"]) == 0
    assert main(["goods", "show", SPREAD]) == 1
    assert "is not in the catalogue" in capsys.readouterr().out


def test_loose_goods_are_shown_by_their_name(home, capsys):
    (home / "prices.csv").write_text(LOOSE)
    main(["goods", "import", "prices.csv"])
    capsys.readouterr()
    assert main(["goods", "show", "a", "banana"]) == 0
    first, newest, *_ = capsys.readouterr().out.splitlines()
    assert first == "en:bananas"
    assert "2.49 EUR/kg" in newest
    assert "(organic)" in newest
    assert main(["goods", "show", "dragon", "fruit"]) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("show 3017620422004", "is no product number, or has a wrong digit"),
        ("import x.csv --currency XYZ", "there is no such currency"),
        ("remove 7", "there is no 7; see: lorgnette goods list"),
    ],
)
def test_what_makes_no_sense_is_told(home, capsys, typed, told):
    assert main(["goods", *typed.split()]) == 1
    assert told in capsys.readouterr().err


def test_programs_get_json(home, capsys):
    (home / "goods.tsv").write_text(TSV)
    main(["goods", "import", "goods.tsv"])
    capsys.readouterr()
    for typed, count in (("list", 2), (f"show {SPREAD}", 2), ("search spread", 1)):
        assert main(["goods", *typed.split(), "--json"]) == 0
        assert len(json.loads(capsys.readouterr().out)) == count


def test_what_comes_from_outside_cannot_write_on_the_terminal(home, capsys):
    (home / "mine.csv").write_text(f"gtin,name\n{SPREAD},\x1b[2JSpread\u202e\n")
    main(["goods", "import", "mine.csv"])
    main(["goods", "show", SPREAD])
    main(["goods", "search", "spread"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
