"""List, fetch, check and remove the models that providers use; nothing is fetched by surprise.

`list` (the default) shows what is here and what there is to get. `get NAME` fetches a model,
resumes where it broke off and checks it; with `--from` it is taken from this machine.
`verify` compares files with their checksums; `remove NAME` deletes.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lorgnette.app.config import Config
    from lorgnette.app.models.keeping import Shelf

PACKAGES = "where pip gets its packages"
VERBS = ("list", "get", "verify", "remove")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("verb", nargs="?", choices=VERBS, default="list", help="what to do")
    parser.add_argument("names", nargs="*", metavar="NAME", help="models; verify: all by default")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="PATH",
        help="get: an archive, a file or a folder on this machine, instead of the network",
    )
    parser.add_argument("--json", action="store_true", help="list: one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """Do what the verb says."""
    from lorgnette.app.config import read
    from lorgnette.app.models.keeping import Shelf
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.providers.installed import FOLDER

    config = read(given.config)
    shelf = Shelf(config.folder / FOLDER)
    if given.verb == "list":
        return show(shelf, json=given.json)
    if given.verb == "verify":
        return verify(shelf, given.names or shelf.names())
    if not given.names:
        raise ConfigurationError(f"name a model: lorgnette models {given.verb} NAME")
    if given.source and len(given.names) > 1:
        raise ConfigurationError("--from is for one model at a time")
    for name in given.names:
        if given.verb == "remove":
            shelf.remove(name)
            print(f"{name} is removed")
        elif given.source:
            take(shelf, name, given.source)
            say_if_unusable(name, config)
        else:
            get(shelf, name, config)
            say_if_unusable(name, config)
    return 0


def show(shelf: "Shelf", *, json: bool) -> int:
    """List what is here and what there is to get."""
    import msgspec

    from lorgnette.app.models.listing import listed

    for model in listed(shelf.folder):
        if json:
            print(msgspec.json.encode(model).decode())
        else:
            size = f"{model.megabytes:.1f} MB" if model.present or model.get else "missing"
            where = f"{size:>9}  {model.licence:<20} {model.package or model.get}"
            print(f"{model.engine:<16} {model.name:<18} {where}".rstrip())
            if model.what:
                print(f"{'':<16} {'':<18} {'':>9}  {model.what}")
    return 0


def get(shelf: "Shelf", name: str, config: "Config") -> None:
    """Fetch a model from the network, where that is allowed."""
    from lorgnette.app.models.catalogue import entry
    from lorgnette.app.models.meter import Meter
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.providers.places import is_here

    model = entry(name)
    source = model.url or "its wheel"
    if config.privacy.egress == "none" and not is_here(model.url):
        raise ConfigurationError(
            "fetching a model talks to another machine, which privacy.egress forbids: set"
            f' privacy.egress = "allowed" for as long as it takes, or fetch {source} elsewhere'
            f" and say: lorgnette models get {name} --from FILE"
        )
    print(f"{name}: about {model.megabytes} MB, {model.licence}, from {model.url or PACKAGES}")
    meter = Meter(sys.stderr, name)
    try:
        note = shelf.fetch(name, model, meter.tell)
    finally:
        meter.done()
    print(f"{name} is in {shelf.folder / name}" + (f"; {note}" if note else ""))


def take(shelf: "Shelf", name: str, source: Path) -> None:
    """Take a model from this machine; one that the catalogue does not know needs a model.yaml."""
    from lorgnette.app.models.catalogue import catalogue

    shelf.take(name, source, catalogue().get(name))
    print(f"{name} is in {shelf.folder / name}")


def say_if_unusable(name: str, config: "Config") -> None:
    """Say what is still missing before the hub can use a model, such as a package."""
    from lorgnette.app.composition import ENGINES, compose
    from lorgnette.app.models.catalogue import catalogue

    model = catalogue().get(name)
    if model is not None:
        engines = compose(config, [key for key in ENGINES if key.name == model.engine])
        why = engines.set_aside.get(f"{model.engine}.{model.provider}")
        if why:
            print(f"it cannot be used yet: {why}")


def verify(shelf: "Shelf", names: list[str]) -> int:
    """Say of each model whether its files are as they were."""
    code = 0
    for name in names:
        wrong = shelf.verify(name)
        print(f"{name}: " + ("; ".join(wrong) or "as it was"))
        code = 1 if wrong else code
    return code
