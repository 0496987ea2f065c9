"""What the verbs of commands have in common."""

import argparse
import io
import json

import pytest

from lorgnette.app.cli.verbs import add_deleting, add_limit, in_json, sure, verbs
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import Spot


@pytest.fixture
def parser():
    whole = argparse.ArgumentParser()
    each = verbs(whole, list="show them", delete="delete them")
    add_limit(each["list"], 50)
    add_deleting(each["delete"])
    return whole


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self):
        return True


def test_each_verb_has_its_own_arguments(parser):
    assert parser.parse_args(["list"]).limit == 50
    assert parser.parse_args(["delete", "3", "4"]).ids == [3, 4]
    for wrong in ([], ["show"], ["delete"], ["list", "--limit", "0"]):
        with pytest.raises(SystemExit):
            parser.parse_args(wrong)


@pytest.mark.parametrize(
    ("said", "yes"), [("y", True), ("是", True), ("n", False), ("", False), ("yesterday", False)]
)
def test_before_deleting_one_is_asked(parser, said, yes, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal(f"{said}\n"))
    assert sure(parser.parse_args(["delete", "3"]), "Delete it") is yes
    shown = capsys.readouterr()
    assert shown.out == "Delete it? [y/N] "
    assert bool(shown.err) is not yes


def test_whoever_said_yes_is_not_asked_and_without_anybody_nothing_is_deleted(parser, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert sure(parser.parse_args(["delete", "3", "--yes"]), "Delete it")
    with pytest.raises(ConfigurationError, match="--yes"):
        sure(parser.parse_args(["delete", "3"]), "Delete it")


def test_programs_get_anything():
    assert json.loads(in_json({"spot": Spot(1.5, 2.0)})) == {
        "spot": {"latitude": 1.5, "longitude": 2.0}
    }
