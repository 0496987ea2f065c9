"""List the models that providers use and where they come from; nothing is fetched by surprise."""

import argparse

import msgspec


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """List."""
    from lorgnette.app.models import shipped

    for model in shipped():
        if given.json:
            print(msgspec.json.encode(model).decode())
        else:
            size = f"{model.megabytes:.1f} MB" if model.present else "missing"
            where = f"{size:>9}  {model.licence:<12} {model.package}"
            print(f"{model.engine:<15} {model.name:<14} {where}")
    return 0
