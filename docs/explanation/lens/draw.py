"""Draw the pictures of lens.md again: `python docs/explanation/lens/draw.py`."""
# ruff: noqa: INP001 - a script beside its pictures is no package

from pathlib import Path

from lorgnette.core.cards import (
    Arrow,
    Card,
    Emphasis,
    Line,
    List,
    Map,
    Picture,
    Progress,
    Question,
    Text,
    Turn,
)
from lorgnette.core.lens import Scene, draw_svg, lay_out
from lorgnette.core.types import AR, Display, Layout

FLAT = Display(Layout.PIXELS, 576, 136)

CARDS: dict[str, Card] = {
    "countdown": Progress(
        title="Pasta", label="10 minutes", seconds_left=272, seconds_whole=600, footer="1 timer"
    ),
    "translation": Text(
        title="Wo ist der Bahnhof?", lines=(Line("Where is the station?"),), footer="German"
    ),
    "translation-zh": Text(
        title="早上好，请问火车站在哪里？", lines=(Line("Good morning, where is the station?"),)
    ),
    "notes": List(
        title="Notes",
        items=(
            Line("Milk and bread", "9:05"),
            Line("Anna's birthday is on Thursday, get flowers", "Mon"),
            Line("Ask about the window", "Sun"),
        ),
        selected=1,
    ),
    "arrow": Arrow(
        title="Turn left onto Rosenheimer Straße",
        turn=Turn.LEFT,
        distance="120 m",
        lines=(Line("Ostbahnhof", "14:20"),),
    ),
    "roundabout": Arrow(title="Second exit", turn=Turn.ROUNDABOUT, degrees=45, distance="300 m"),
    "map": Map(
        title="Turn left onto Rosenheimer Straße",
        lines=(Line("120 m"), Line("Hochstraße", emphasis=Emphasis.FAINT)),
        footer="Arrival 14:20 · 1.2 km",
        gone=(((20, -110), (30, -40), (0, 0)),),
        ahead=(((0, 0), (-55, 70), (-170, 30)),),
        here=(0, 0),
        course=322.0,
        wide=110,
        high=110,
        up=322.0,
        north="N",
        scale=100,
        scale_label="100 m",
    ),
    "question": Question(
        title="Pay 12.50 € to Café Luitpold?",
        lines=(Line("Card ending in 4421"),),
        choices=("Yes", "No"),
    ),
    "picture": Picture(title="Photo taken", source="photo", width=640, height=480, alt="A door"),
    "pages": Text(
        title="Minutes",
        lines=(
            Line("Anna opened the meeting and read the minutes of the last one."),
            Line("The decision about the new building is put off until the autumn."),
            Line("Ben asks for three offers for the roof before the end of the month."),
            Line("The next meeting is on the first Monday in June."),
        ),
    ),
}


def pictures() -> dict[str, str]:
    """SVG by file name: every card on the lens, and two on a flat one."""
    views = {name: lay_out(card, AR.display) for name, card in CARDS.items()}
    views |= {f"{name}-flat": lay_out(CARDS[name], FLAT) for name in ("countdown", "arrow")}
    return {
        f"{name}.svg": draw_svg(view) for name, view in views.items() if isinstance(view, Scene)
    }


if __name__ == "__main__":
    for file, svg in pictures().items():
        Path(__file__).with_name(file).write_text(svg, encoding="utf-8")
