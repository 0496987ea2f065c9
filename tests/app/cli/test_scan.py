"""`lorgnette scan` from the command line."""

import json

import pytest

from lorgnette.app.cli import main
from lorgnette.core.codes import Symbology
from lorgnette.testing.codereaders import drawn
from lorgnette.testing.views import jpeg, plain


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_codes_are_told_for_what_they_are(folder, capsys):
    (folder / "menu.jpg").write_bytes(jpeg(drawn(Symbology.QR)))
    (folder / "tin.jpg").write_bytes(jpeg(drawn(Symbology.EAN_13)))
    assert main(["scan", "menu.jpg", "tin.jpg"]) == 0
    assert capsys.readouterr().out == (
        "menu.jpg: qr, web-address\n"
        "  address: https://example.org/menu?table=7\n"
        "  host: example.org\n"
        "tin.jpg: ean-13, product\n"
        "  gtin: 4006381333931\n"
    )


def test_programs_get_one_object_a_line(folder, capsys):
    (folder / "tin.jpg").write_bytes(jpeg(drawn(Symbology.EAN_13)))
    assert main(["scan", "--json", "tin.jpg"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["content"]["gtin"] == "4006381333931"
    assert (told["file"], told["symbology"], told["sure"]) == ("tin.jpg", "ean-13", True)
    assert len(told["corners"]) == 4


def test_files_that_show_nothing_stop_no_other(folder, capsys):
    (folder / "wall.jpg").write_bytes(plain())
    (folder / "text.jpg").write_text("hello")
    (folder / "menu.jpg").write_bytes(jpeg(drawn(Symbology.QR)))
    assert main(["scan", "wall.jpg", "text.jpg", "gone.jpg", "menu.jpg"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("wall.jpg: no code\nmenu.jpg: qr, web-address")
    assert err == (
        "lorgnette: text.jpg: this is no picture (JPEG, PNG, WebP, GIF, BMP, TIFF), "
        "or it is damaged\n"
        "lorgnette: gone.jpg: No such file or directory\n"
    )
