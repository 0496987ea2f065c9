import io
import stat
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.models import archives
from lorgnette.app.models.archives import safe, unpack
from lorgnette.core.errors import ConfigurationError

FILES = {"model/tokens.txt": b"a 0\n", "model/sub/model.onnx": b"net" * 999}


def tar(path, files, mode="w:bz2", **attributes):
    with tarfile.open(path, mode) as written:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            for attribute, value in attributes.items():
                setattr(member, attribute, value)
            written.addfile(member, io.BytesIO(content))
    return path


def zipped(path, files, mode=0):
    with zipfile.ZipFile(path, "w") as written:
        for name, content in files.items():
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            written.writestr(member, content)
    return path


def unpacked(archive, folder):
    unpack(archive, archive.name, folder)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("m.tar.bz2", tar),
        ("m.tar.gz", lambda path, files: tar(path, files, "w:gz")),
        ("m.tar", lambda path, files: tar(path, files, "w")),
        ("m.zip", zipped),
    ],
)
def test_files_are_taken_out_without_the_folder_that_holds_them(tmp_path, name, make):
    archive = make(tmp_path / name, FILES)

    assert unpacked(archive, tmp_path / "out") == {
        "tokens.txt": b"a 0\n",
        "sub/model.onnx": b"net" * 999,
    }


def test_what_is_no_archive_is_the_only_file(tmp_path):
    (tmp_path / "part").write_bytes(b"net")

    unpack(tmp_path / "part", "voices.onnx", tmp_path / "out")

    assert (tmp_path / "out" / "voices.onnx").read_bytes() == b"net"


EVIL = ["../evil", "/etc/evil", "a/../../evil", "..", "a\\..\\evil", "C:evil"]


@pytest.mark.parametrize("name", EVIL)
@pytest.mark.parametrize("make", [tar, zipped])
def test_nothing_is_written_outside(tmp_path, make, name):
    archive = make(tmp_path / ("m.zip" if make is zipped else "m.tar.bz2"), {name: b"evil"})

    (tmp_path / "in").mkdir()

    with pytest.raises(ConfigurationError):
        unpack(archive, archive.name, tmp_path / "in" / "out")

    assert not list(tmp_path.rglob("*evil*"))


@given(st.text(max_size=30))
def test_a_name_is_inside_or_refused(name):
    try:
        path = safe(name)
    except ConfigurationError:
        return
    assert not path.is_absolute()
    assert ".." not in path.parts


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_refused(tmp_path, kind):
    archive = tar(tmp_path / "m.tar.bz2", {"evil": b""}, type=kind, linkname="/etc/passwd")

    with pytest.raises(ConfigurationError, match="which is no file"):
        unpack(archive, archive.name, tmp_path / "out")


def test_links_in_a_zip_are_refused(tmp_path):
    archive = zipped(tmp_path / "m.zip", {"evil": b"/etc/passwd"}, stat.S_IFLNK | 0o777)

    with pytest.raises(ConfigurationError, match="which is no file"):
        unpack(archive, archive.name, tmp_path / "out")


@pytest.mark.parametrize("bound", ["MOST_FILES", "MOST_BYTES"])
def test_an_archive_that_does_not_end_is_refused(tmp_path, monkeypatch, bound):
    monkeypatch.setattr(archives, bound, 1)
    archive = tar(tmp_path / "m.tar.bz2", FILES)

    with pytest.raises(ConfigurationError, match="too"):
        unpack(archive, archive.name, tmp_path / "out")


@pytest.mark.parametrize("name", ["m.tar.bz2", "m.zip", "m.tar.gz"])
@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_a_damaged_archive_is_one_clear_sentence(tmp_path, name, content):
    whole = (zipped if name.endswith("zip") else tar)(tmp_path / "whole", FILES).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2] if content is None else content)

    with pytest.raises(ConfigurationError, match="is damaged"):
        unpack(tmp_path / name, name, tmp_path / "out")


def test_a_name_that_comes_twice_is_refused(tmp_path):
    archive = tmp_path / "m.tar"
    with tarfile.open(archive, "w") as written:
        for _ in range(2):
            written.addfile(tarfile.TarInfo("a"), io.BytesIO())

    with pytest.raises(ConfigurationError, match="twice"):
        unpack(archive, "m.tar", tmp_path / "out")
