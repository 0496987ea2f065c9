"""How quickly a map's places are indexed, how large the index gets, and how quickly it answers.

The country is made here: towns with streets, houses and what else there is, with names in Latin
letters and in Chinese, as OpenStreetMap writes them. With `--file` a real map is indexed instead,
and asked by its own names.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

import report
from lorgnette.core.types import ENGLISH, Spot
from lorgnette.store.places import FILE, index, reverse
from lorgnette.store.places.searching import Question, search
from lorgnette.store.places.tables import UNPACK, UNPACK_HOUSE, open_index

ASKED = 200
"""Questions of each sort."""

TOWN = 500
"""Things in a town: half of them houses, a fifth streets."""

SHOPS = (
    *("amenity=cafe", "amenity=restaurant", "amenity=pharmacy", "shop=bakery", "shop=supermarket"),
    *("amenity=bank", "amenity=atm", "amenity=toilets", "highway=bus_stop", "amenity=school"),
    *("tourism=hotel", "leisure=park", "amenity=fuel", "shop=clothes", "amenity=place_of_worship"),
)
WAYS = ("Street", "Road", "Lane", "Avenue", "Way")
HAN = "春夏秋冬东西南北山河湖海花木林石金银龙凤和平光明新华文武安康长青白云红星天福泰永兴"


class Maker:
    """Makes a country, the same one every time."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        self.ids = 0
        self.words = [self._word() for _ in range(40_000)]

    def _word(self) -> str:
        chance = self.chance
        parts = (
            chance.choice("bcdfghklmnprstvw") + chance.choice(("a", "e", "i", "o", "u", "ar", "en"))
            for _ in range(chance.randint(2, 4))
        )
        return "".join(parts).capitalize()

    def chinese(self, ending: str) -> str:
        """A Chinese name."""
        return "".join(self.chance.choices(HAN, k=self.chance.randint(2, 3))) + ending

    def town(self, north: float, east: float) -> Iterator[tuple[str, str]]:
        """Nodes and ways of a town around a spot."""
        chance = self.chance
        spot = self._near(north, east, 0.005)
        people = str(int(10 ** chance.uniform(3, 5.5)))
        name = {"name": chance.choice(self.words) + "ham", "name:zh": self.chinese("镇")}
        yield self._node(spot, {"place": "town", "population": people, **name})
        streets = [f"{chance.choice(self.words)} {chance.choice(WAYS)}" for _ in range(TOWN // 5)]
        for street in streets:
            yield from self._street(north, east, street)
        for number in range(TOWN // 2):
            tags = {"addr:street": chance.choice(streets), "addr:housenumber": str(number % 120)}
            yield self._node(self._near(north, east, 0.02), tags)
        for _ in range(TOWN * 3 // 10):
            key, _, value = chance.choice(SHOPS).partition("=")
            tags = {key: value, "name": f"{chance.choice(self.words)} {chance.choice(self.words)}"}
            if chance.random() < 0.5:
                tags["name:zh"] = self.chinese("店")
            if chance.random() < 0.3:
                tags["opening_hours"] = "Mo-Fr 08:00-18:00; Sa 09:00-16:00"
            yield self._node(self._near(north, east, 0.02), tags)

    def _street(self, north: float, east: float, name: str) -> Iterator[tuple[str, str]]:
        first = self._near(north, east, 0.02)
        nodes = []
        for step in range(6):
            spot = first[0] + step * 0.0004, first[1] + step * self.chance.uniform(0, 0.0006)
            node, text = self._node(spot, {})
            nodes.append(self.ids)
            yield node, text
        self.ids += 1
        refs = "".join(f'<nd ref="{node}"/>' for node in nodes)
        tags = tagged({"highway": "residential", "name": name, "name:zh": self.chinese("路")})
        yield "way", f'<way id="{self.ids}">{refs}{tags}</way>\n'

    def _near(self, north: float, east: float, reach: float) -> tuple[float, float]:
        chance = self.chance
        return north + chance.uniform(-reach, reach), east + chance.uniform(-reach, reach)

    def _node(self, spot: tuple[float, float], tags: dict[str, str]) -> tuple[str, str]:
        self.ids += 1
        where = f'lat="{spot[0]:.7f}" lon="{spot[1]:.7f}"'
        return "node", f'<node id="{self.ids}" {where}>{tagged(tags)}</node>\n'


def tagged(tags: dict[str, str]) -> str:
    return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())


def write_country(path: Path, places: int) -> None:
    """A country of so many places, in a grid of towns, as compressed OpenStreetMap data."""
    import osmium

    plain, ways = path.with_suffix(".osm"), path.with_suffix(".ways")
    maker, towns = Maker(), -(-places // TOWN)
    side = round(towns**0.5 + 0.5)
    with plain.open("w") as nodes, ways.open("w+") as lines:
        nodes.write('<osm version="0.6">\n')
        for town in range(towns):
            row, column = divmod(town, side)
            for kind, text in maker.town(44 + row * 0.15, 4 + column * 0.2):
                (nodes if kind == "node" else lines).write(text)
        lines.seek(0)
        for line in lines:
            nodes.write(line)
        nodes.write("</osm>\n")
    with osmium.SimpleWriter(str(path)) as writer:
        for item in osmium.FileProcessor(plain):
            writer.add(item)
    plain.unlink()
    ways.unlink()


def built(file: Path, folder: Path) -> dict[str, Any]:
    """The figures of indexing, in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(build, file, folder).result()


def build(file: Path, folder: Path) -> dict[str, Any]:
    began = time.perf_counter()
    made = index(file, folder)
    took = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = (folder / FILE).stat().st_size
    return {
        "places and houses": made.places + made.houses,
        "indexed a second": round((made.places + made.houses) / took),
        "indexing, s": round(took, 1),
        "indexing, MiB of memory at most": round(memory),
        "file of the map, MB": round(file.stat().st_size / 1e6, 1),
        "index, MB": round(size / 1e6, 1),
    }


def asked(file: Path) -> dict[str, Any]:
    """How long answers take, and whether what was meant comes first."""
    db, chance = open_index(file), random.Random(3)
    most = db.execute("SELECT count(*) FROM places").fetchone()[0]
    picked = [db.execute("SELECT data FROM places LIMIT 1 OFFSET ?", [n]).fetchone()[0]
              for n in chance.sample(range(most), min(most, 8 * ASKED))]  # fmt: skip
    places = [row.place for row in map(UNPACK.decode, picked) if row.place.names.get("")]
    chinese = [place for place in places if place.names.get("zh")]
    from pypinyin import lazy_pinyin

    ways: dict[str, tuple[list[Any], Callable[[Any], str]]] = {
        "a name": (places, lambda place: place.names[""]),
        "a misspelt name": (places, lambda place: misspelt(place.names[""], chance)),
        "a begun name": (places, lambda place: place.names[""][:-2]),
        "a Chinese name": (chinese, lambda place: place.names["zh"]),
        "pinyin": (chinese, lambda place: "".join(lazy_pinyin(place.names["zh"]))),
        "a kind near me": (places, lambda _: chance.choice(("coffee near me", "药店", "toilet"))),
        "nonsense": (places, lambda _: "zzyzx qqrtvk"),
    }
    figures: dict[str, Any] = {}
    for way, (some, words) in ways.items():
        took, found = [], 0
        for place in some[:ASKED]:
            near = Spot(place.spot.latitude + chance.uniform(-0.2, 0.2), place.spot.longitude)
            question = Question(words(place), ENGLISH, near, 10)
            began = time.perf_counter()
            hits = search(db, question)
            took.append(1000 * (time.perf_counter() - began))
            found += any(hit.place.identity == place.identity for _, hit in hits[:3])
        figures |= times(f"search by {way}", took)
        if way not in ("a kind near me", "nonsense"):
            figures[f"search by {way}, among the first three, %"] = round(100 * found / len(took))
    return figures | addresses(db, places, chance)


def addresses(db: Any, places: list[Any], chance: random.Random) -> dict[str, Any]:
    """How long it takes to tell the street at a spot, and to find a house."""
    took = []
    for place in places[:ASKED]:
        began = time.perf_counter()
        reverse.address_at(db, place.spot)
        took.append(1000 * (time.perf_counter() - began))
    figures = times("the street at a spot", took)
    rows = db.execute("SELECT data FROM houses LIMIT 20000").fetchall()
    took = []
    for (data,) in chance.sample(rows, min(ASKED, len(rows))):
        house = UNPACK_HOUSE.decode(data)
        words = f"{house.address.house} {house.address.street}"
        began = time.perf_counter()
        search(db, Question(words, ENGLISH, house.spot, 10))
        took.append(1000 * (time.perf_counter() - began))
    return figures | times("search by an address", took)


def times(what: str, took: list[float]) -> dict[str, float]:
    return {
        f"{what}, median ms": round(median(took), 2),
        f"{what}, 95 % ms": round(report.percentile(took, 0.95), 2),
    }


def misspelt(name: str, chance: random.Random) -> str:
    """A name with one wrong letter in its longest word."""
    longest = max(name.split(), key=len)
    if len(longest) < 4:
        return name
    place = chance.randrange(1, len(longest))
    wrong = longest[:place] + chance.choice("aeioubdgkt") + longest[place + 1 :]
    return name.replace(longest, wrong, 1)


def main(places: int, file: Path | None) -> None:
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        source = file or here / "country.osm.pbf"
        if file is None:
            write_country(source, places)
        figures = built(source, here)
        figures |= asked(here / FILE)
    report.save("places" if file is None else f"places-{file.name}", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="a real map instead")
    given = parser.parse_args()
    main(given.places, given.file)
