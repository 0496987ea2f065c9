"""Where the programs are found."""

import pytest

from lorgnette.core.errors import MissingPart
from lorgnette.providers.valhalla import programs as rooms
from lorgnette.providers.valhalla.programs import programs

FILES = (
    *("bin/valhalla_service", "bin/valhalla_build_tiles", "bin/valhalla_build_admins"),
    "valhalla_build_config.py",
)


def put(folder, files=FILES):
    for name in files:
        place = folder / "valhalla" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setattr(rooms, "SHARED", tmp_path / "share")
    monkeypatch.setattr(rooms, "find_spec", lambda name: None)


def test_those_in_the_hubs_folder_come_first(nothing_installed, tmp_path):
    put(tmp_path / "share")
    assert programs(tmp_path).service == tmp_path / "share" / "valhalla" / FILES[0]
    put(tmp_path / "valhalla")
    assert programs(tmp_path).service == tmp_path / "valhalla" / "valhalla" / FILES[0]


def test_half_of_them_are_none(nothing_installed, tmp_path):
    put(tmp_path / "valhalla", FILES[:2])
    with pytest.raises(MissingPart, match="lorgnette models get valhalla"):
        programs(tmp_path)
