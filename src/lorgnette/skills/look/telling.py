"""What codes say, told to a person: in the ear shortly, on the lens with what it is about."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from lorgnette.core import cards, codes
from lorgnette.core.writing import showable
from lorgnette.skills import Reply, Turn

SPOKEN = 300
"""Characters of somebody else's text that are said."""

SHOWN = 1_000
"""Characters of it that are shown in one row."""

NAMES = (
    *("host", "name", "title", "merchant", "number", "to", "passenger", "gtin", "isbn"),
    *("wallet", "text"),
)
"""Fields that tell one content from another of its kind, the best first."""

ROWS: Mapping[str, tuple[str, ...]] = {
    "web-address": ("address",),
    "wifi": ("password", "security"),
    "contact": ("phones", "mails", "organisation", "address", "website"),
    "event": ("begins", "ends", "place", "description"),
    "place": ("latitude", "longitude"),
    "message": ("text",),
    "mail": ("subject", "text"),
    "payment": ("city", "country"),
    "product": ("serial", "lot", "expires", "best_before"),
    "plain": ("text",),
}
"""The fields of each kind that are shown below its name."""


def reply(turn: Turn, content: codes.Content) -> Reply:
    """What is said and shown of a content that no skill knows better."""
    said = [name(turn, content), *warnings(turn, content), *extra(turn, content)]
    return Reply(say=" ".join(each for each in said if each), card=card(turn, content))


def warned(reply: Reply, warning: str) -> Reply:
    """A reply with a warning before all that it says and shows."""
    card = reply.card
    if isinstance(card, cards.Text):
        card = msgspec.structs.replace(card, lines=(cards.Line(warning), *card.lines))
    return replace(reply, lead=f"{warning} {reply.lead}".strip(), card=card)


def kind(content: codes.Content) -> str:
    """The kind of a content, as messages name it."""
    if isinstance(content, codes.Wallet) and content.payer:
        return "payer"
    return str(content.__struct_config__.tag)


def name(turn: Turn, content: codes.Content) -> str:
    """What it is, in a sentence."""
    return turn.message(f"kind-{kind(content)}", about=showable(subject(content), SPOKEN))


def subject(content: codes.Content) -> str:
    """What a content is about, in its own words."""
    return str(next((value for each in NAMES if (value := getattr(content, each, ""))), ""))


def warnings(turn: Turn, content: codes.Content) -> list[str]:
    """Why the wearer should look twice."""
    match content:
        case codes.WebAddress(doubts=doubts):
            return [turn.message(f"doubt-{doubt}") for doubt in doubts if doubt != "insecure"]
        case codes.Plain(scheme=scheme) if scheme:
            return [turn.message("doubt-scheme", scheme=scheme)]
        case codes.Plain(hidden=True):
            return [turn.message("doubt-hidden")]
        case codes.Product(internal=True):
            return [turn.message("only-this-shop")]
    return []


def extra(turn: Turn, content: codes.Content) -> list[str]:
    """What is said of a kind beside its name."""
    match content:
        case codes.Event(begins=begins, place=place):
            when = [turn.message("says-when", when=shown(turn, begins))] if begins else []
            return [*when, *([turn.message("says-where", place=place)] if place else [])]
        case codes.BoardingPass(legs=legs):
            return [
                turn.message(
                    "says-leg",
                    flight=f"{leg.airline} {leg.flight}",
                    origin=leg.origin,
                    destination=leg.destination,
                    seat=leg.seat or "-",
                )
                for leg in legs
            ]
        case codes.Wifi(password=password) if password and not turn.profile.display.width:
            return [turn.message("says-password", password=password)]
        case codes.Product(expires=expires) if expires:
            return [turn.message("says-expiry", date=turn.show(expires))]
    return []


def card(turn: Turn, content: codes.Content) -> cards.Text:
    """The name of a content, and rows of what else it says."""
    rows = list(fields(turn, content))
    return cards.Text(title=name(turn, content), lines=tuple(rows))


def fields(turn: Turn, content: codes.Content) -> Iterable[cards.Line]:
    """What a content says below its name; short values at the right edge."""
    for field in ROWS.get(kind(content), ()):
        text = showable(shown(turn, getattr(content, field)), SHOWN, paragraphs=True)
        if not text or (field == "text" and text in name(turn, content)):
            continue
        label = turn.message(f"row-{field.replace('_', '-')}")
        if len(text) <= 24 and "\n" not in text:
            yield cards.Line(label, text)
        else:
            yield cards.Line(text)
    if isinstance(content, codes.BoardingPass):
        yield from (cards.Line(text) for text in extra(turn, content))


def shown(turn: Turn, value: Any) -> str:
    """A value as the wearer writes it."""
    match value:
        case None:
            return ""
        case tuple():
            return "\n".join(value)
        case float():
            return f"{value:.5f}"
        case dt.datetime():
            local = value.astimezone(turn.now.tzinfo) if value.tzinfo else value
            return f"{turn.show(local.date())} {turn.show(local.time())}"
        case dt.date():
            return str(turn.show(value))
    return str(value)
