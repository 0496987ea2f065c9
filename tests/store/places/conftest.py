"""Maps made in tests, and the index of the tiny town."""

from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from lorgnette.store.places import FILE, index
from lorgnette.store.places.tables import open_index
from lorgnette.testing.town import TOWN


class Sheet:
    """A map that is drawn in a test: `node(lat, lon, **tags)` and `way(nodes, **tags)`."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.count = 0

    def node(self, latitude, longitude, **tags) -> int:
        self.count += 1
        where = f'lat="{latitude}" lon="{longitude}"'
        self.lines.append(f'<node id="{self.count}" {where}>{_tags(tags)}</node>')
        return self.count

    def way(self, nodes, **tags) -> int:
        self.count += 1
        refs = "".join(f'<nd ref="{node}"/>' for node in nodes)
        self.lines.append(f'<way id="{self.count}">{refs}{_tags(tags)}</way>')
        return self.count

    def line(self, *spots, **tags) -> int:
        return self.way([self.node(*spot) for spot in spots], **tags)

    def area(self, ways, **tags) -> None:
        self.count += 1
        members = "".join(f'<member type="way" ref="{way}" role="outer"/>' for way in ways)
        tags = {"type": "multipolygon", **tags}
        self.lines.append(f'<relation id="{self.count}">{members}{_tags(tags)}</relation>')

    def write(self, path: Path) -> Path:
        order = {"<node": 0, "<way ": 1, "<rela": 2}
        lines = sorted(self.lines, key=lambda line: order[line[:5]])
        body = "\n".join(['<osm version="0.6">', *lines, "</osm>"])
        path.write_text(body, encoding="utf-8")
        return path


def _tags(tags) -> str:
    named = {key.replace("__", ":"): value for key, value in tags.items()}
    return "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in named.items())


@pytest.fixture
def sheet():
    return Sheet()


@pytest.fixture
def indexed(tmp_path):
    """Makes the index of a sheet: gives its connection."""
    opened = []

    def made(sheet):
        index(sheet.write(tmp_path / "map.osm"), tmp_path)
        opened.append(open_index(tmp_path / FILE))
        return opened[-1]

    yield made
    for db in opened:
        db.close()


@pytest.fixture(scope="session")
def town(tmp_path_factory):
    """The folder of maps that has the tiny town."""
    folder = tmp_path_factory.mktemp("maps")
    (folder / "town").mkdir()
    index(TOWN, folder / "town")
    return folder
