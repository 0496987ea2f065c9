"""GPX read as a stranger's, and written so that it is read again."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core import gpx
from lorgnette.core.geo import metres
from lorgnette.core.gpx import NotATrack, Track, TrackPoint
from lorgnette.core.types import Spot

TRACK = b"""<?xml version="1.0"?>
<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<metadata><name>Morning &amp; noon</name></metadata>
<wpt lat="1" lon="2"><name>A place</name></wpt>
<trk><name>Other</name><trkseg>
<trkpt lat="47.5" lon="9.25"><ele>430.5</ele><time>2026-05-01T10:00:00Z</time></trkpt>
<trkpt lat="47.5001" lon="9.25"><time>2026-05-01T12:00:08.500+02:00</time>
 <extensions><hr>120</hr></extensions></trkpt>
</trkseg><trkseg><trkpt lat="47.5002" lon="9.25"/></trkseg></trk></gpx>"""

POINTS = st.builds(
    TrackPoint,
    st.builds(Spot, st.floats(-90, 90), st.floats(-180, 180)),
    st.none() | st.floats(0, 4e9),
    st.none() | st.floats(-400, 9_000),
)
TRACKS = st.builds(Track, st.lists(POINTS, min_size=1, max_size=20).map(tuple), st.text())


def gpx_with(points):
    return b'<gpx xmlns="http://www.topografix.com/GPX/1/1">' + points + b"</gpx>"


def test_a_track_has_its_points_in_all_segments_with_what_is_said_of_them():
    track = gpx.read(TRACK)

    assert track.name == "Morning & noon"
    assert [point.spot.latitude for point in track.points] == [47.5, 47.5001, 47.5002]
    assert track.points[0].height == 430.5
    assert track.points[1].at - track.points[0].at == 8.5
    assert track.points[2] == TrackPoint(Spot(47.5002, 9.25))


def test_without_a_track_a_route_will_do_and_without_one_the_points():
    route = b'<rte><rtept lat="1" lon="2"/></rte>'
    point = b'<wpt lat="3" lon="4"/>'

    assert gpx.read(gpx_with(point + route)).points[0].spot == Spot(1, 2)
    assert gpx.read(gpx_with(point)).points[0].spot == Spot(3, 4)


def test_the_older_version_and_files_without_a_namespace_are_read():
    assert gpx.read(b'<gpx><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>').points
    old = b'<gpx xmlns="http://www.topografix.com/GPX/1/0"><wpt lat="1" lon="2"/></gpx>'
    assert gpx.read(old).points


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (b"", "no XML"),
        (b"\xff\xd8\xff\xe0 a photo", "no XML"),
        (TRACK[:300], "cut off"),
        (b"<html><body/></html>", "another document"),
        (gpx_with(b""), "no points"),
        (gpx_with(b'<wpt lat="1"/>'), "no place"),
        (gpx_with(b'<wpt lat="nan" lon="1"/>'), "no place"),
        (gpx_with(b'<wpt lat="91" lon="1"/>'), "not on the earth"),
        (gpx_with(b"<a>" * 60 + b"</a>" * 60), "nested"),
        (b'<!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>&a;</gpx>', "document type"),
        (b'<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>', "document type"),
    ],
)
def test_what_is_no_track_is_refused_with_the_reason(document, why):
    with pytest.raises(NotATrack, match=why):
        gpx.read(document)


def test_a_file_of_endless_points_is_refused(monkeypatch):
    monkeypatch.setattr(gpx, "MOST_POINTS", 10)
    with pytest.raises(NotATrack, match="more than 10 points"):
        gpx.read(gpx_with(b'<wpt lat="1" lon="2"/>' * 11))
    monkeypatch.setattr(gpx, "MOST_BYTES", 10)
    with pytest.raises(NotATrack, match="larger"):
        gpx.read(TRACK)


def test_a_time_or_height_that_nobody_can_read_is_left_out():
    point = b'<wpt lat="1" lon="2"><time>yesterday</time><ele>high</ele></wpt>'

    assert gpx.read(gpx_with(point)).points == (TrackPoint(Spot(1, 2)),)


@given(TRACKS)
def test_what_was_written_is_read_again(track):
    again = gpx.read(gpx.write(track))

    for one, other in zip(track.points, again.points, strict=True):
        assert other.spot.latitude == pytest.approx(one.spot.latitude, abs=1e-7)
        assert other.spot.longitude == pytest.approx(one.spot.longitude, abs=1e-7)
        assert (one.at is None) is (other.at is None)
        assert one.at is None or other.at == pytest.approx(one.at, abs=0.002)
        assert (one.height is None) is (other.height is None)


@given(st.binary(max_size=200) | st.binary(max_size=40).map(lambda junk: TRACK[:200] + junk))
def test_whatever_a_file_holds_it_is_read_or_refused(document):
    with contextlib.suppress(NotATrack):
        assert gpx.read(document).points


def test_a_track_with_times_gives_fixes_that_move_as_it_did():
    track = gpx.read(TRACK)
    timed = Track((*track.points[:2], TrackPoint(track.points[2].spot, track.points[1].at)))

    first, second = gpx.fixes(timed)

    assert (first.at, second.at) == (0, 8.5)
    assert second.speed == pytest.approx(11.1 / 8.5, rel=0.01)
    assert second.course == pytest.approx(0, abs=0.01)


def test_a_track_without_times_is_walked_evenly():
    track = gpx.of([Spot(0, 179.999), Spot(0, -179.999)])
    walked = list(gpx.fixes(track, speed=2.0))
    length = metres(track.points[0].spot, track.points[1].spot)

    assert walked[-1].spot.longitude == pytest.approx(-179.999)
    assert walked[-1].at == pytest.approx(length / 2)
    assert all(fix.sound and 1.8 < fix.speed < 2.2 for fix in walked[1:])
    assert len(walked) == pytest.approx(length / 2, abs=2)
