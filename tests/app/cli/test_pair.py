"""`lorgnette pair`, as far as it needs no running hub; see tests/user/test_pairing.py for that."""

import asyncio
import socket

import pytest

from lorgnette.app.cli import main
from lorgnette.app.cli.pair import present, used
from lorgnette.app.cli.stores import open_ledger
from lorgnette.app.config import Config
from lorgnette.app.config import Hub as HubSettings
from lorgnette.app.doors.ledger import Glimpse, Opening
from lorgnette.core.types import Wearer

OPENING = Opening(("127.0.0.1", 1), ("https://192.168.1.20:8461", "https://hub.local:8461"), "AB")


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A user who has nothing yet."""
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    return tmp_path


def in_ledger(home, work):
    """Do something with the ledger that the commands use; what it gives."""

    async def do():
        async with open_ledger(Config(hub=HubSettings(data=str(home)))) as ledger:
            return await work(ledger)

    return asyncio.run(do())


async def paired(ledger):
    """Ann's glasses, seen just now; their number."""
    code, _ = await ledger.invite(Wearer("ann"), "Ann's phone")
    _, glasses = await ledger.accept(code, "", None)
    await ledger.saw(glasses.id, Glimpse(glasses.id, ledger.clock.now()))
    return glasses.id


def test_nobody_is_paired(capsys):
    assert main(["pair", "--list"]) == 0
    assert capsys.readouterr().out == "No glasses are paired.\n"


def test_glasses_are_listed_renamed_and_revoked(home, capsys):
    number = str(in_ledger(home, paired))

    assert main(["pair", "--rename", number, "Kitchen"]) == 0
    capsys.readouterr()
    assert main(["pair", "--list"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert line.split()[:3] == [number, "Kitchen", "ann"]
    assert "last seen 2" in line

    assert main(["pair", "--revoke", number]) == 0
    capsys.readouterr()
    assert main(["pair", "--list"]) == 0
    assert "No glasses" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--revoke", "7"], "no glasses 7 are paired"),
        (["--rename", "7", "x"], "no glasses 7 are paired"),
        (["--rename", "x", "y"], "no glasses x are paired"),
        (["--wearer", "a/b"], "cannot be a wearer's name"),
        ([], "lorgnette serve --tls"),
    ],
)
def test_a_mistake_is_one_sentence(arguments, says, capsys):
    assert main(["pair", *arguments]) == 1

    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


def test_a_hub_that_was_killed_is_no_hub(home, capsys):
    """What it wrote down is still there, but nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        opening = Opening(unused.getsockname(), OPENING.addresses, None)
        in_ledger(home, lambda ledger: ledger.open(opening))
        assert main(["pair"]) == 1
    assert "serve --tls" in capsys.readouterr().err


def test_what_is_shown_is_enough_to_come_in(capsys):
    present("ACDEFGHJ", OPENING)

    out = capsys.readouterr().out
    assert "https://192.168.1.20:8461/#/pair/ACDEFGHJ" in out
    assert "https://hub.local:8461" in out
    assert "ACDE-FGHJ" in out
    assert "AB" in out
    assert "10 minutes" in out


@pytest.mark.parametrize("terminal", [True, False])
def test_the_qr_code_is_for_terminals(terminal, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    present("ACDEFGHJ", OPENING)

    assert ("▄" in capsys.readouterr().out) == terminal


@pytest.mark.slow
def test_waiting_ends_when_the_code_is_used_or_gone(home):
    async def both(ledger):
        code, invitation = await ledger.invite(Wearer("ann"))
        _, glasses = await ledger.accept(code, "", None)
        assert await used(ledger, invitation) == glasses
        _, other = await ledger.invite(Wearer("ann"))
        await ledger.invitations.remove(other.id)
        assert await used(ledger, other) is None

    in_ledger(home, both)


@pytest.mark.slow
def test_a_code_on_its_way_to_a_token_is_not_given_up(home, monkeypatch):
    """The code is gone a moment before the glasses are there."""

    async def slowly(ledger):
        code, invitation = await ledger.invite(Wearer("ann"))
        add, begun = ledger.glasses.add, asyncio.Event()

        async def late(item):
            begun.set()
            await asyncio.sleep(0.2)
            return await add(item)

        monkeypatch.setattr(ledger.glasses, "add", late)
        accepting = asyncio.create_task(ledger.accept(code, "", None))
        await begun.wait()
        found = await used(ledger, invitation)
        assert found == (await accepting)[1]

    in_ledger(home, slowly)
