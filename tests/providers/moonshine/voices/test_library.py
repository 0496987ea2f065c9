import pytest

from lorgnette.core.errors import MissingPart
from lorgnette.providers.moonshine.voices import library


def test_networks_are_found_by_the_mark_that_they_bear(tmp_path):
    file = tmp_path / "lib.so"
    file.write_bytes(b"code" + b"\x14\0\0\0ORTMfirst" + b"\x18\0\0\0ORTMsecond")

    first, second = library.candidates(file)

    assert first.startswith(b"\x14\0\0\0ORTMfirst")
    assert second == b"\x18\0\0\0ORTMsecond"


def test_a_library_without_them_is_a_missing_part(tmp_path, monkeypatch):
    file = tmp_path / "lib.so"
    file.write_bytes(b"code ORTM and the mark by chance")
    monkeypatch.setattr(library, "library", lambda: file)

    with pytest.raises(MissingPart, match=r"0\.0\.73"):
        library.network("fbank")


def test_a_package_that_is_not_installed_is_a_missing_part(monkeypatch):
    monkeypatch.setattr(library, "PACKAGE", "no_such_package")

    with pytest.raises(MissingPart, match="pip install"):
        library.library()
