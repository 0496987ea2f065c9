"""The shell of the page: its files, what is kept of them for when the hub is away, icons."""

import gzip
import json
import re

from lorgnette.web.page import STATIC

WORKER = (STATIC / "worker.js").read_text(encoding="utf-8")
LAZY = {"panel"}
"""Folders that only developers fetch."""


def files():
    """The paths of all files of the page, as the browser asks for them."""
    found = [path.relative_to(STATIC) for path in STATIC.rglob("*") if path.is_file()]
    return {f"/static/{path.as_posix()}" for path in found if path.parts[0] not in LAZY}


def test_what_the_hub_says_is_never_kept():
    assert "/api" not in WORKER
    assert "/link" not in WORKER


def test_the_manifest_names_icons_that_are_there():
    manifest = json.loads((STATIC / "manifest.webmanifest").read_text(encoding="utf-8"))
    icons = manifest["icons"]

    assert {icon["src"] for icon in icons} <= files()
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in icons}
    assert any(icon.get("purpose") == "maskable" for icon in icons)


def test_icons_are_in_the_sprite():
    sprite = (STATIC / "icons" / "sprite.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'id="([\w-]+)"', sprite))
    used = set()
    for path in STATIC.rglob("*.js"):
        used |= set(re.findall(r'\bicon\("([\w-]+)"\)', path.read_text(encoding="utf-8")))

    assert used
    assert used <= drawn


def test_scripts_and_styles_are_light():
    sent = [
        len(gzip.compress(path.read_bytes(), 9))
        for path in STATIC.rglob("*")
        if path.suffix in (".js", ".css")
    ]

    assert len(sent) > 40
    assert sum(sent) <= 165_000


def imported(path, found):
    """The scripts that a script imports at once, and those they import."""
    for name in re.findall(r'^(?:import|export) [^"]*"(\.[^"]+)"', path.read_text(), re.MULTILINE):
        other = (path.parent / name).resolve()
        if other not in found:
            found.add(other)
            imported(other, found)
    return found


def test_the_first_view_is_fetched_in_one_go():
    root = STATIC.resolve()
    needed = imported(root / "app.js", set()) | imported(root / "views/glasses.js", set())
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    preloaded = re.findall(r'rel="modulepreload" href="/static/([^"]+)"', page)

    assert sorted(preloaded) == sorted(
        {path.relative_to(root).as_posix() for path in needed} | {"views/glasses.js"}
    )
