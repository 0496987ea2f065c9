"""Every address of the API is in the reference, and nothing else."""

import re
from pathlib import Path

from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.server import application
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, stage_engines

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "page.md"


async def test_every_address_is_told_with_what_can_be_done_there():
    config = Config()
    async with Hub(config, Catalogue([]), stage_engines(Stage())) as hub:
        routes = application(hub, config, set()).routes

    there = {
        (verb.upper(), route.path)
        for route in routes
        if getattr(route, "path", "").startswith("/api/")
        for verb in route.endpoint.verbs
    }
    told = set(re.findall(r"^\| `([A-Z]+) (/\S+)`", PAGE.read_text(), re.MULTILINE))
    assert told == there
