"""Draws Lensham, the tiny town of the tutorial, the demo and the tests, as OpenStreetMap data.

Nobody lives there: it lies in the middle of the Atlantic. Plans are in metres east and north of the
middle of the old bridge. `python scripts/town.py` writes the file that is shipped.
"""

import math
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

FILE = Path(__file__).parent.parent / "src/lorgnette/app/maps/town.osm"
MIDDLE = (48.0, -30.0)
METRES = 111_195.08
DATE = "2026-11-27T00:00:00Z"

Point = tuple[float, float]
Tags = dict[str, str]

STREETS: tuple[tuple[str, Tags, tuple[Point, ...]], ...] = (
    # North of the river.
    ("Quay Street/码头街", {"highway": "tertiary"}, ((-600, 60), (660, 60), (900, 60))),
    ("Market Street/市场街", {"highway": "residential"}, ((-600, 180), (420, 180))),
    ("School Street/学校街", {"highway": "residential"}, ((-600, 300), (420, 300))),
    (
        "Hill Street/山街",
        {"highway": "secondary"},
        ((-360, 420), (420, 420), (600, 480), (900, 480)),
    ),
    ("Ring Road/环路", {"highway": "residential"}, ((-600, 60), (-600, 420), (-380, 560))),
    ("Station Road/车站路", {"highway": "secondary"}, ((-360, 60), (-360, 540))),
    ("Bridge Street/桥街", {"highway": "secondary"}, ((0, 60), (0, 420))),
    ("Church Lane/教堂巷", {"highway": "residential", "oneway": "yes"}, ((-180, 60), (-180, 300))),
    ("Orchard Lane/果园巷", {"highway": "residential", "oneway": "yes"}, ((180, 420), (180, 60))),
    ("Harbour Street/港口街", {"highway": "residential"}, ((420, 60), (420, 420))),
    ("Mill Path/磨坊小路", {"highway": "footway"}, ((300, 180), (310, 240), (300, 300))),
    ("Castle Steps/城堡石阶", {"highway": "steps"}, ((-180, 300), (-180, 420))),
    (
        "Castle Track/城堡土路",
        {"highway": "track", "surface": "ground"},
        ((-180, 420), (-180, 540), (-260, 640), (-360, 700)),
    ),
    # The roundabout, its way out to the north, and the motorway round the town.
    ("North Road/北路", {"highway": "secondary"}, ((-360, 580), (-360, 700), (-360, 940))),
    ("Castle Road/城堡路", {"highway": "tertiary"}, ((-340, 560), (-120, 560), (0, 420))),
    ("", {"highway": "motorway_link", "oneway": "yes"}, ((-360, 780), (-200, 890))),
    ("", {"highway": "motorway_link", "oneway": "yes"}, ((-200, 910), (-360, 860))),
    (
        "Atlantic Motorway/大西洋高速公路",
        {"highway": "motorway", "oneway": "yes", "ref": "A1", "maxspeed": "120"},
        ((-900, 890), (-200, 890), (700, 890), (1400, 890)),
    ),
    (
        "Atlantic Motorway/大西洋高速公路",
        {"highway": "motorway", "oneway": "yes", "ref": "A1", "maxspeed": "120"},
        ((1400, 910), (700, 910), (-200, 910), (-900, 910)),
    ),
    (
        "",
        {"highway": "motorway_link", "oneway": "yes", "destination": "Lensham Harbour"},
        ((700, 890), (900, 820)),
    ),
    ("", {"highway": "motorway_link", "oneway": "yes"}, ((900, 880), (700, 910))),
    ("Sea Road/海滨路", {"highway": "secondary"}, ((900, 940), (900, 880), (900, 60))),
    # Over the river.
    ("Old Bridge/老桥", {"highway": "secondary", "bridge": "yes"}, ((0, 60), (0, -60))),
    (
        "Sea Bridge/海桥",
        {"highway": "secondary", "bridge": "yes", "toll": "yes"},
        ((900, 60), (900, -60)),
    ),
    (
        "Lensham Ferry/镜湾渡轮",
        {
            "route": "ferry",
            "foot": "yes",
            "bicycle": "yes",
            "motor_vehicle": "no",
            "duration": "00:03",
        },
        ((600, 60), (600, -60)),
    ),
    # South of the river: the quarter where signs are written in Chinese.
    ("南码头/South Quay", {"highway": "tertiary"}, ((-600, -60), (900, -60))),
    ("花园街/Garden Street", {"highway": "residential"}, ((-400, -200), (400, -200))),
    ("桥街/Bridge Street", {"highway": "secondary"}, ((0, -60), (0, -400))),
    ("灯笼巷/Lantern Lane", {"highway": "residential"}, ((-200, -60), (-200, -200))),
    ("茶巷/Tea Lane", {"highway": "residential"}, ((200, -60), (200, -200))),
    ("西街/West Street", {"highway": "residential"}, ((-400, -60), (-400, -200))),
    ("东街/East Street", {"highway": "residential"}, ((400, -60), (400, -200))),
    ("南路/South Road", {"highway": "secondary"}, ((-600, -400), (900, -400))),
    ("海滨路/Sea Road", {"highway": "secondary"}, ((900, -60), (900, -400))),
    (
        "果园土路/Orchard Track",
        {"highway": "track", "surface": "gravel", "motor_vehicle": "yes"},
        ((-400, -200), (-500, -300), (-600, -400)),
    ),
    # An island with a path, to which nothing leads.
    (
        "Gull Path/鸥岛小径",
        {"highway": "footway", "surface": "ground"},
        ((1500, -310), (1560, -290), (1550, -230), (1500, -310)),
    ),
)
"""Names, tags and plans. A second name is in the other language of the town."""

AREAS: tuple[tuple[str, Tags, tuple[Point, ...]], ...] = (
    (
        "Lens/镜河",
        {"natural": "water", "water": "river"},
        ((-900, -35), (1000, -35), (1000, 35), (-900, 35)),
    ),
    (
        "Orchard Park/果园公园",
        {"leisure": "park"},
        ((200, 320), (400, 320), (400, 400), (200, 400)),
    ),
    (
        "Seal Island/海豹岛",
        {"place": "islet"},
        ((1650, -60), (1760, -40), (1780, 50), (1680, 70)),
    ),
    (
        "Gull Island/鸥岛",
        {"place": "islet"},
        ((1470, -330), (1590, -300), (1570, -210), (1490, -230)),
    ),
)

PLACES: tuple[tuple[str, Tags, Point], ...] = (
    ("Lensham/镜湾镇", {"place": "town", "population": "4200"}, (0, 180)),
    ("Hillside/山坡", {"place": "suburb"}, (-180, 480)),
    ("灯笼街区/Lantern Quarter", {"place": "suburb"}, (0, -220)),
    ("Lensham Station/镜湾火车站", {"railway": "station", "train": "yes"}, (-385, 330)),
    ("Harbour/港口", {"highway": "bus_stop"}, (430, 75)),
    ("Market Square/市场广场", {"highway": "bus_stop"}, (10, 190)),
    ("Lensham Castle/镜湾城堡", {"historic": "castle", "tourism": "attraction"}, (-195, 550)),
    ("Seal Light/海豹灯塔", {"man_made": "lighthouse"}, (1710, 5)),
    (
        "Saint Lucy's Church/圣露西教堂",
        {"amenity": "place_of_worship", "religion": "christian"},
        (-195, 240),
    ),
    ("Lensham School/镜湾学校", {"amenity": "school"}, (90, 315)),
    ("Lensham Hospital/镜湾医院", {"amenity": "hospital", "emergency": "yes"}, (-480, 315)),
    (
        "Town Library/镇图书馆",
        {"amenity": "library", "opening_hours": "Tu-Sa 10:00-18:00"},
        (90, 195),
    ),
    (
        "Café Lumière/流光咖啡馆",
        {"amenity": "cafe", "opening_hours": "Mo-Su 07:00-19:00"},
        (-90, 192),
    ),
    (
        "Corner Coffee/街角咖啡",
        {"amenity": "cafe", "opening_hours": "Mo-Fr 06:30-16:00"},
        (190, 72),
    ),
    ("街角咖啡/Corner Coffee", {"amenity": "cafe", "opening_hours": "24/7"}, (-190, -188)),
    (
        "Harbour Pharmacy/港口药店",
        {"amenity": "pharmacy", "opening_hours": "Mo-Sa 09:00-20:00"},
        (432, 192),
    ),
    ("灯笼药房/Lantern Pharmacy", {"amenity": "pharmacy", "opening_hours": "24/7"}, (12, -188)),
    (
        "Golden Loaf/金面包",
        {"shop": "bakery", "opening_hours": "Mo-Sa 06:00-14:00; Su 07:00-12:00"},
        (-270, 192),
    ),
    (
        "Lensham Market/镜湾超市",
        {"shop": "supermarket", "opening_hours": "Mo-Su 08:00-22:00"},
        (300, 168),
    ),
    (
        "Clear View Optics/明视眼镜店",
        {"shop": "optician", "opening_hours": "Mo-Fr 10:00-18:00"},
        (-30, 168),
    ),
    (
        "龙井茶楼/Dragon Well Tea House",
        {"amenity": "restaurant", "cuisine": "chinese", "opening_hours": "11:00-22:00"},
        (210, -130),
    ),
    (
        "The Lens and Anchor/镜锚酒馆",
        {"amenity": "pub", "opening_hours": "Mo-Th 16:00-24:00; Fr-Su 12:00-02:00"},
        (60, 72),
    ),
    ("Bridge Hotel/桥畔酒店", {"tourism": "hotel"}, (15, 100)),
    (
        "Lensham Bank/镜湾银行",
        {"amenity": "bank", "opening_hours": "Mo-Fr 09:00-16:30"},
        (-60, 168),
    ),
    (
        "Post Office/邮局",
        {"amenity": "post_office", "opening_hours": "Mo-Fr 09:00-17:00"},
        (-120, 288),
    ),
    ("Police Station/警察局", {"amenity": "police"}, (-345, 150)),
    ("Sea Road Fuel/海滨加油站", {"amenity": "fuel", "opening_hours": "24/7"}, (912, 300)),
    ("", {"amenity": "toilets", "fee": "no"}, (30, 192)),
    ("", {"amenity": "toilets", "wheelchair": "yes"}, (-372, 318)),
    ("", {"amenity": "drinking_water"}, (300, 360)),
    ("", {"amenity": "atm"}, (-62, 166)),
    ("", {"amenity": "bench"}, (250, 350)),
)

HOUSES: tuple[tuple[str, Point, Point, int], ...] = (
    ("Quay Street", (-540, 60), (360, 60), 20),
    ("Market Street", (-540, 180), (360, 180), 20),
    ("School Street", (-540, 300), (360, 300), 16),
    ("Bridge Street", (0, 80), (0, 400), 10),
    ("花园街", (-360, -200), (360, -200), 16),
    ("灯笼巷", (-200, -80), (-200, -180), 6),
)
"""Streets with houses: from where to where, and how many, odd ones on the left."""


@dataclass
class Drawing:
    """What is drawn so far. Ways that cross on the ground share a node there."""

    nodes: dict[tuple[int, int], int] = field(default_factory=dict)
    tags: dict[int, Tags] = field(default_factory=dict)
    ways: list[tuple[Tags, list[int]]] = field(default_factory=list)

    def node(self, point: Point) -> int:
        """The number of the node at a point."""
        return self.nodes.setdefault((round(point[0]), round(point[1])), len(self.nodes) + 1)

    def way(self, tags: Tags, points: list[Point]) -> None:
        """Draw a way."""
        self.ways.append((tags, [self.node(point) for point in points]))

    def place(self, tags: Tags, point: Point) -> None:
        """Put something at a point."""
        self.tags.setdefault(self.node(point), {}).update(tags)


def named(name: str) -> Tags:
    """The tags of a name in the language of the place, and in the other one."""
    here, _, there = name.partition("/")
    if not here:
        return {}
    first, second = ("en", "zh") if here.isascii() or "é" in here else ("zh", "en")
    return {"name": here, f"name:{first}": here, f"name:{second}": there}


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two pieces meet, their ends included."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    turn = ux * vy - uy * vx
    if not turn:
        return None
    along = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / turn
    across = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / turn
    if not (-1e-9 <= along <= 1 + 1e-9 and -1e-9 <= across <= 1 + 1e-9):
        return None
    return (a[0] + along * ux, a[1] + along * uy)


def on_the_ground(tags: Tags) -> bool:
    """Whether other streets meet this one also between its ends."""
    return tags.get("highway") != "motorway"


def woven(tags: Tags, points: tuple[Point, ...]) -> list[Point]:
    """The points of a street, with those where others meet it."""
    found: list[Point] = [points[0]]
    for a, b in zip(points, points[1:], strict=False):
        met = {b}
        for _, others, plan in STREETS:
            if on_the_ground(tags) and on_the_ground(others):
                pieces = zip(plan, plan[1:], strict=False)
                met |= {p for c, d in pieces if (p := crossing(a, b, c, d)) is not None}
        met.discard(a)
        rounded = {(round(x), round(y)) for x, y in met} - {(round(a[0]), round(a[1]))}
        found += sorted(rounded, key=lambda p: math.dist(a, p))
    return found


def circus(drawing: Drawing, middle: Point, radius: float) -> None:
    """A roundabout: against the clock, as where one drives on the right."""
    ring = [
        (
            middle[0] + radius * math.cos(turn * math.pi / 4),
            middle[1] + radius * math.sin(turn * math.pi / 4),
        )
        for turn in range(9)
    ]
    tags = {"highway": "secondary", "junction": "roundabout", "oneway": "yes"}
    drawing.way({**named("Station Circus/车站环岛"), **tags}, ring)


def houses(drawing: Drawing) -> None:
    """Addresses along the streets."""
    for street, begin, end, count in HOUSES:
        length = math.dist(begin, end)
        east, north = (end[0] - begin[0]) / length, (end[1] - begin[1]) / length
        for number in range(1, count + 1):
            along = length * ((number + 1) // 2) / (count / 2 + 1)
            aside = 11 if number % 2 else -11
            spot = (
                begin[0] + east * along - north * aside,
                begin[1] + north * along + east * aside,
            )
            address = {
                "addr:street": street,
                "addr:housenumber": str(number),
                "addr:city": "Lensham",
            }
            drawing.place({"building": "yes", **address}, spot)


def drawn() -> Drawing:
    """The whole town."""
    drawing = Drawing()
    for name, tags, points in STREETS:
        drawing.way({**tags, **named(name)}, woven(tags, points))
    circus(drawing, (-360, 560), 20)
    for name, tags, points in AREAS:
        drawing.way({**tags, **named(name)}, [*points, points[0]])
    for name, tags, point in PLACES:
        drawing.place({**tags, **named(name)}, point)
    houses(drawing)
    return drawing


def written(drawing: Drawing) -> str:
    """The town as OpenStreetMap's XML."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<osm version="0.6" generator="scripts/town.py">',
    ]
    stamp = f'version="1" timestamp="{DATE}" visible="true"'
    east = METRES * math.cos(math.radians(MIDDLE[0]))
    spots = [(MIDDLE[0] + y / METRES, MIDDLE[1] + x / east) for x, y in drawing.nodes]
    south, north = min(s[0] for s in spots), max(s[0] for s in spots)
    west, far = min(s[1] for s in spots), max(s[1] for s in spots)
    lines.append(
        f'  <bounds minlat="{south:.7f}" minlon="{west:.7f}" maxlat="{north:.7f}" maxlon="{far:.7f}"/>'
    )
    for number, (latitude, longitude) in enumerate(spots, start=1):
        begin = f'  <node id="{number}" {stamp} lat="{latitude:.7f}" lon="{longitude:.7f}"'
        lines += element(begin, [], drawing.tags.get(number, {}), "node")
    for number, (tags, nodes) in enumerate(drawing.ways, start=1):
        members = [f'    <nd ref="{node}"/>' for node in nodes]
        lines += element(f'  <way id="{number}" {stamp}', members, tags, "way")
    return "\n".join([*lines, "</osm>", ""])


def element(begin: str, members: list[str], tags: Tags, kind: str) -> list[str]:
    """One node or way."""
    inside = [*members, *(f"    <tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())]
    return [begin + ">", *inside, f"  </{kind}>"] if inside else [begin + "/>"]


if __name__ == "__main__":
    FILE.write_text(written(drawn()), encoding="utf-8")
