"""Let another pair of glasses in: shows a code for them, and waits until it is used.

The hub must run, and be reached from other machines: lorgnette serve --tls
"""

import argparse
import sys
from typing import TYPE_CHECKING, Any

from lorgnette.core.errors import ConfigurationError

if TYPE_CHECKING:
    from lorgnette.app.config import Config
    from lorgnette.app.doors.ledger import Invitation, Ledger, Opening, Paired
    from lorgnette.engines.records import Stored

LOOK = 0.5
"""Seconds after which it is looked whether the code was used."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--wearer", metavar="NAME", help="whose glasses they are; else yours")
    parser.add_argument("--name", help="what to call the glasses, such as “Anna's phone”")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="show which glasses are paired")
    instead.add_argument(
        "--revoke", type=int, metavar="ID", help="let these glasses in no more, from now on"
    )
    instead.add_argument(
        "--rename", nargs=2, metavar=("ID", "NAME"), help="give glasses another name"
    )


def run(given: argparse.Namespace) -> int:
    """Pair, or look after what is paired."""
    import anyio

    from lorgnette.app.config import read

    anyio.run(main, read(given.config), given)
    return 0


async def main(config: "Config", given: argparse.Namespace) -> None:
    """Do what was asked, in the store that the hub has open as well."""
    from lorgnette.app.cli.stores import open_ledger

    async with open_ledger(config) as ledger:
        if given.list:
            await show(ledger)
        elif given.revoke is not None:
            if not await ledger.glasses.remove(given.revoke):
                raise unknown(given.revoke)
            print(f"Revoked: glasses {given.revoke} are let in no more.")
        elif given.rename:
            await rename(ledger, *given.rename)
        else:
            await pair(ledger, given)


async def show(ledger: "Ledger") -> None:
    """Print who is paired."""
    every, glimpses = await ledger.glasses.all(), await ledger.seen()
    if not every:
        print("No glasses are paired.")
    for each in every:
        glimpse = glimpses.get(each.id)
        seen = f"last seen {glimpse.seen:%Y-%m-%d %H:%M} UTC" if glimpse else "never seen"
        print(f"{each.id:6}  {each.item.name:24} {each.item.wearer:16} {seen}")


async def rename(ledger: "Ledger", number: str, name: str) -> None:
    """Give glasses another name."""
    if not number.isdecimal() or not await ledger.rename(int(number), name):
        raise unknown(number)
    print(f"Renamed: glasses {number}.")


def unknown(number: Any) -> ConfigurationError:
    """There are no such glasses."""
    return ConfigurationError(f"no glasses {number} are paired; see lorgnette pair --list")


async def pair(ledger: "Ledger", given: argparse.Namespace) -> None:
    """Show a code until it is used, too old, or withdrawn."""
    import anyio

    from lorgnette.app.doors.ledger import OWNER, tidy

    wearer = await ledger.wearer(given.wearer or OWNER)
    opening = await entrance(ledger)
    code, invitation = await ledger.invite(wearer, tidy(given.name or ""))
    try:
        present(code, opening)
        paired = await used(ledger, invitation)
    finally:
        with anyio.CancelScope(shield=True):
            await ledger.invitations.remove(invitation.id)
    if paired is None:
        raise ConfigurationError("the code was not used in time, or tried wrongly too often")
    print(f"Paired: {paired.item.name or 'glasses'}, number {paired.id}, worn by {wearer}.")


async def entrance(ledger: "Ledger") -> "Opening":
    """Where a running hub is reached. Raises ConfigurationError when there is none."""
    import anyio

    openings = await ledger.openings.all()
    if openings:
        host, port = openings[-1].item.local
        try:
            with anyio.fail_after(2):
                await (await anyio.connect_tcp(host, port)).aclose()
        except OSError:
            pass
        else:
            return openings[-1].item
    raise ConfigurationError(
        "no running hub is reached from other machines: start it with lorgnette serve --tls"
    )


def present(code: str, opening: "Opening") -> None:
    """Print the code, and where to use it."""
    from lorgnette.app.doors.qr import in_terminal
    from lorgnette.app.doors.secrets import grouped

    address = opening.invitation(code)
    if sys.stdout.isatty():
        print(f"\n{in_terminal(address)}\n")
    print(
        f"Point the phone's camera at the code above, or open {address}"
        if sys.stdout.isatty()
        else f"Open on the phone: {address}"
    )
    for other in opening.addresses[1:]:
        print(f"  or {other}")
    print(f"Code: {grouped(code)}, good for 10 minutes and for one pair of glasses.")
    if opening.fingerprint:
        print(
            "The phone will say that it does not know the certificate. Its SHA-256 fingerprint:\n"
            f"  {opening.fingerprint}"
        )
    print("Waiting; Ctrl-C withdraws the code.")
    sys.stdout.flush()


async def used(ledger: "Ledger", invitation: "Stored[Invitation]") -> "Stored[Paired] | None":
    """Wait until the code is used; by which glasses, None when it never will be."""
    import anyio

    gone = False
    while True:
        waits = any(each.id == invitation.id for each in await ledger.waiting())
        for each in await ledger.glasses.all():
            if each.item.invitation == invitation.id:
                return each
        if gone:
            return None
        gone = not waits  # it may be on its way from code to token: look once more
        await anyio.sleep(LOOK)
