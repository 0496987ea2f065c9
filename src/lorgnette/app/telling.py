"""The timeline on a terminal: as JSON lines, or for people."""

from typing import Any, TextIO

from lorgnette.app.session.timeline import Moment, Watcher

QUIET = ("earcon", "adjust", "activity", "partial", "duck", "flush", "engine")
"""What people are not shown unless they want everything."""

SHOWN_IN_JSON = (
    "wake",
    "speech_started",
    "partial",
    "heard",
    "intent",
    "say",
    "sound",
    "card",
    "question",
    "offer",
    "error",
    "done",
)
"""The types that `--json` promises."""


def printer(out: TextIO, origin: float, *, as_json: bool, **more: Any) -> Watcher:
    """Print every moment, counted from `origin`; JSON lines get `more` fields."""

    def tell(moment: Moment) -> None:
        if as_json and moment.kind in SHOWN_IN_JSON:
            print(moment.to_json(origin, **more), file=out, flush=True)
        elif not as_json and moment.kind not in QUIET:
            print(
                f"{moment.at - origin:8.3f}  {moment.kind:<14} {told(moment.details)}",
                file=out,
                flush=True,
            )

    return tell


def told(details: dict[str, Any]) -> str:
    """The details of a moment, for people."""
    if "card" in details:
        return card_line(details["card"])
    return "  ".join(
        str(value) if name in ("text", "word") else f"{name}={value}"
        for name, value in details.items()
        if value not in ("", (), [], {})
    )


def card_line(card: dict[str, Any]) -> str:
    """A card in one line: its texts, separated by bars."""
    lines = [line.get("text", "") for line in (*card.get("lines", ()), *card.get("items", ()))]
    texts = (card.get("title", ""), *lines, *card.get("choices", ()))
    return f"[{card.get('kind', 'text')}] " + " | ".join(text for text in texts if text)
