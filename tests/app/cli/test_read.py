"""`lorgnette read` from the command line."""

import json

import numpy as np
import pytest
from PIL import Image

from lorgnette.app import composition
from lorgnette.app.cli import main
from lorgnette.app.cli.picture_files import REASONS
from lorgnette.core.errors import NotFound
from lorgnette.engines import PAINTER, READER, TRANSLATOR, Translation
from lorgnette.testing.painters import ScriptedPainter
from lorgnette.testing.readers import ScriptedReader, drawn, row

MENU = [
    row("菜单", (300, 0)),
    row("宫保鸡丁", (20, 60)),
    row("¥45.00", (300, 62)),
    row("红茶", (20, 120), confidence=0.7),
    row("¥12", (300, 122)),
]


class Menu:
    """A translator that knows two words."""

    async def translate(self, text, /, *, source, target):
        known = {"菜单": "Menu", "宫保鸡丁": "Kung pao chicken"}
        if text not in known:
            raise NotFound(text)
        return Translation(known[text])

    async def aclose(self):
        """Nothing to close."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    for name in ("menu.png", "other.png"):
        Image.new("RGB", (600, 400), "white").save(name)
    return tmp_path


@pytest.fixture
def house(monkeypatch):
    """Scripted engines; the reader reads a menu."""
    found = {READER: ScriptedReader(MENU), TRANSLATOR: Menu(), PAINTER: ScriptedPainter()}
    monkeypatch.setattr(composition, "compose", lambda *_: composition.Engines(dict(found)))
    return found


def test_all_of_it_in_order_and_what_is_uncertain_has_a_mark(folder, house, capsys):
    assert main(["read", "menu.png"]) == 0
    assert capsys.readouterr().out == "菜单\n宫保鸡丁  ¥45.00\n红茶 (?)  ¥12\n"


def test_only_the_prices(folder, house, capsys):
    assert main(["read", "menu.png", "--prices"]) == 0
    assert capsys.readouterr().out == "宫保鸡丁: 45.00 CNY\n红茶: 12 CNY\n"


def test_where_a_word_is(folder, house, capsys):
    assert main(["read", "menu.png", "--find", "宫保鸡丁"]) == 0
    assert capsys.readouterr().out == "宫保鸡丁  (7 % across, 18 % down)\n"
    assert main(["read", "menu.png", "--find", "peanuts"]) == 1
    assert capsys.readouterr().err == "menu.png: «peanuts» is not in it\n"


def test_a_translation_and_a_picture_of_it(folder, house, capsys):
    assert main(["read", "menu.png", "--translate", "en", "--picture", "out.png"]) == 1
    out, err = capsys.readouterr()
    assert out == "菜单 → Menu\n宫保鸡丁 → Kung pao chicken\n红茶 → ?\n"
    assert err.startswith("written to out.png\n1 of 3 parts have no translation: ")
    assert [each.text for each in house[PAINTER].painted] == ["Menu", "Kung pao chicken"]
    with Image.open("out.png") as picture:
        assert picture.size == (600, 400)


def test_several_pictures_go_into_a_folder(folder, house):
    (folder / "out").mkdir()
    main(["read", "menu.png", "other.png", "--translate", "en", "--picture", "out"])
    assert {each.name for each in (folder / "out").iterdir()} == {"menu.png", "other.png"}


def test_programs_get_one_object_a_line(folder, house, capsys):
    def told(*more):
        main(["read", "--json", "menu.png", *more])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert [[each["text"] for each in line["rows"]] for line in told()][1] == ["宫保鸡丁", "¥45.00"]
    assert told("--prices")[1] == {
        "file": "menu.png",
        "label": "红茶",
        "amount": "12",
        "currency": "CNY",
        "sure": True,
        "corners": [[300, 122], [330, 122], [330, 142], [300, 142]],
    }
    assert told("--find", "菜单")[0]["text"] == "菜单"
    assert told("--translate", "en")[2]["translation"] is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--picture", "x.png"], "say --translate LANG"),
        (["--translate", "en", "--picture", "x.txt"], "written as .png"),
        (["--translate", "en", "--picture", "menu.png"], "take the place of its original"),
        (["--translate", "en", "--picture", "gone/x.png"], "no folder gone"),
        (["other.png", "--translate", "en", "--picture", "x.png"], "into a folder"),
        (["menu.png", "--translate", "en", "--picture", "."], "take the place of its original"),
    ],
)
def test_a_place_for_a_picture_that_is_none(folder, house, capsys, arguments, says):
    assert main(["read", "menu.png", *arguments]) == 1
    assert says in capsys.readouterr().err


def test_files_that_show_nothing_stop_no_other(folder, house, capsys):
    house[READER].sights = [(), MENU]
    (folder / "text.jpg").write_text("hello")
    assert main(["read", "text.jpg", "gone.jpg", "menu.png", "other.png"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("菜单\n")
    assert err == (
        f"lorgnette: text.jpg: {REASONS['unreadable']}\n"
        "lorgnette: gone.jpg: No such file or directory\n"
        "menu.png: nothing readable\n"
    )


def test_control_characters_of_a_picture_stay_in_it(folder, house, capsys):
    house[READER].sights = [[row("a\x1b[2Jb")]]
    assert main(["read", "menu.png"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_without_a_reader_it_says_why(folder, monkeypatch, capsys):
    aside = {"reader.rapidocr": "the networks that read are missing: pip install rapidocr"}
    monkeypatch.setattr(composition, "compose", lambda *_: composition.Engines(set_aside=aside))
    assert main(["read", "menu.png"]) == 1
    assert "pip install rapidocr" in capsys.readouterr().err


@pytest.mark.real
def test_a_real_picture_on_its_side(folder, capsys):
    Image.fromarray(np.rot90(drawn())).save("sign.png")
    assert main(["read", "sign.png", "--prices"]) == 0
    assert capsys.readouterr().out == "Coffee and tea: 3.50\n"
