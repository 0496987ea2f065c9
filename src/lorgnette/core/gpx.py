"""Tracks as GPX 1.1, the format of nearly everything that records where one has been.

A file is read as a stranger's: no document type and so no entities, no end of points, and nothing
believed that no receiver can mean. Where a file has no track, its routes and its points will do.
Source: https://www.topografix.com/GPX/1/1/.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import bearing, between, metres
from lorgnette.core.types import Spot

MOST_BYTES: Final = 64 * 2**20
MOST_POINTS: Final = 500_000
"""More than five days with one point a second."""

_POINTS = ("trkpt", "rtept", "wpt")
_LONGEST = 200


class NotATrack(ValueError):
    """A file is no GPX that can be used; the text says why, to whoever chose it."""


class TrackPoint(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where somebody was, and when (seconds since 1970) and how high, if the file says so."""

    spot: Spot
    at: float | None = None
    height: float | None = None


class Track(msgspec.Struct, frozen=True):
    """The points of a file, in its order, and what it is called."""

    points: tuple[TrackPoint, ...]
    name: str = ""


def read(document: bytes) -> Track:
    """The track in a file; raises NotATrack."""
    if len(document) > MOST_BYTES:
        raise NotATrack(f"it is larger than {MOST_BYTES // 2**20} MB")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(document, True)
    except expat.ExpatError as error:
        raise NotATrack(f"it is no XML, or cut off: {error}") from None
    if not reader.seen_gpx:
        raise NotATrack("it is no GPX: another document is in it")
    points = next((points for points in reader.points.values() if points), None)
    if points is None:
        raise NotATrack("it has no points")
    return Track(tuple(points), reader.name)


def write(track: Track) -> bytes:
    """A track as a file, to be read again by this and by anything else."""
    name = f"<name>{escape(_plain(track.name))}</name>" if track.name else ""
    rows = "\n".join(_row(point) for point in track.points)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx version="1.1" creator="Lorgnette" xmlns="http://www.topografix.com/GPX/1/1">\n'
        f"<trk>{name}<trkseg>\n{rows}\n</trkseg></trk>\n</gpx>\n"
    ).encode()


def fixes(track: Track, accuracy: float = 5.0, speed: float = 1.4) -> Iterator[Fix]:
    """The track as fixes, from second 0; points out of order are left out.

    Without times one goes at `speed` (metres a second), with a fix every second or so.
    """
    first = track.points[0].at
    timed = first is not None and all(point.at is not None for point in track.points)
    before: Fix | None = None
    for at, spot in _timed(track, first or 0.0) if timed else _even(track, speed):
        if before is None:
            before = Fix(at, spot, accuracy)
        elif at > before.at:
            way = metres(before.spot, spot)
            course = bearing(before.spot, spot) if way > 0 else before.course
            before = Fix(at, spot, accuracy, course, way / (at - before.at))
        else:
            continue
        yield before


def _timed(track: Track, first: float) -> Iterator[tuple[float, Spot]]:
    for point in track.points:
        yield (point.at or first) - first, point.spot


def _even(track: Track, speed: float) -> Iterator[tuple[float, Spot]]:
    """Every point, and between points that are far apart one for each second."""
    at, before = 0.0, track.points[0].spot
    yield at, before
    for point in track.points[1:]:
        spot = point.spot
        seconds = metres(before, spot) / speed
        parts = max(int(seconds), 1)
        for share in (part / parts for part in range(1, parts + 1)):
            yield at + seconds * share, between(before, spot, share)
        at, before = at + seconds, spot


def _refuse(*_: object) -> None:
    raise NotATrack("it has a document type, which no track needs")


def _plain(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST]


def _row(point: TrackPoint) -> str:
    latitude, longitude = (
        quoteattr(f"{degrees:.7f}") for degrees in (point.spot.latitude, point.spot.longitude)
    )
    height = f"<ele>{point.height:.1f}</ele>" if point.height is not None else ""
    time = ""
    if point.at is not None:
        moment = datetime.fromtimestamp(point.at, UTC).isoformat(timespec="milliseconds")
        time = f"<time>{moment.replace('+00:00', 'Z')}</time>"
    return f"<trkpt lat={latitude} lon={longitude}>{height}{time}</trkpt>"


class _Reader:
    """What expat finds, put together; it holds one point and one text at a time."""

    def __init__(self) -> None:
        self.points: dict[str, list[TrackPoint]] = {name: [] for name in _POINTS}
        self.name = ""
        self.seen_gpx = False
        self._path: list[str] = []
        self._spot: Spot | None = None
        self._at: float | None = None
        self._height: float | None = None
        self._text = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(" ")[2]
        if not self._path:
            self.seen_gpx = name == "gpx"
        if len(self._path) > 50:
            raise NotATrack("its elements are nested too deeply")
        self._path.append(name)
        self._text = ""
        if name in _POINTS and self.seen_gpx:
            self._spot = _spot(attributes)
            self._at = self._height = None

    def text(self, text: str) -> None:
        """Some text of the element that is open."""
        if len(self._text) < _LONGEST:
            self._text += text[:_LONGEST]

    def end(self, _tag: str) -> None:
        """An element ends."""
        name = self._path.pop()
        above = self._path[-1] if self._path else ""
        if name in _POINTS and self._spot is not None:
            self._keep(name, TrackPoint(self._spot, self._at, self._height))
        elif above in _POINTS and name == "time":
            self._at = _moment(self._text.strip())
        elif above in _POINTS and name == "ele":
            self._height = _number(self._text)
        elif name == "name" and above in ("trk", "rte", "metadata") and not self.name:
            self.name = _plain(self._text.strip())
        self._text = ""

    def _keep(self, name: str, point: TrackPoint) -> None:
        self.points[name].append(point)
        self._spot = None
        if sum(map(len, self.points.values())) > MOST_POINTS:
            raise NotATrack(f"it has more than {MOST_POINTS} points")


def _spot(attributes: dict[str, str]) -> Spot:
    latitude, longitude = (_number(attributes.get(name, "")) for name in ("lat", "lon"))
    if latitude is None or longitude is None:
        raise NotATrack("a point in it has no place")
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise NotATrack("a point in it is not on the earth")
    return Spot(latitude, longitude)


def _number(text: str) -> float | None:
    """A finite number, else None."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None


def _moment(text: str) -> float | None:
    """A time of XML Schema in seconds since 1970; None for one that nobody can read."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def of(spots: Iterable[Spot], name: str = "") -> Track:
    """A track without times: a route, for example."""
    return Track(tuple(TrackPoint(spot) for spot in spots), name)
