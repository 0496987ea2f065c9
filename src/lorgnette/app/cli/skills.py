"""List what can be said, skill by skill, in English or Chinese."""

import argparse
from pathlib import Path

import msgspec

from lorgnette.app.house import catalogue
from lorgnette.core.types import Language
from lorgnette.skills.sentences import sentences_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="whose sentences")
    parser.add_argument("--skill", type=Path, metavar="FILE", help="also the skill in this file")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """List."""
    skills = catalogue(given.skill)
    for skill in skills.skills.values():
        if not given.json:
            print(skill.name)
        for action in sentences_of(skill, Language(given.lang)):
            summary = skills.actions[action.action].summary
            if given.json:
                line = {"action": action.action, "summary": summary, "sentences": action.templates}
                print(msgspec.json.encode(line).decode())
            else:
                print(f"  {action.action}: {summary}")
                for template in action.templates:
                    print(f"      {template}")
    for name, reason in skills.set_aside.items():
        print(f"set aside: {name}: {reason}")
    return 0
