"""What was read, once more: all of it, the rest of it, one line, or letter by letter."""

from typing import Final

from lorgnette.core import cards
from lorgnette.core.codes import Wifi
from lorgnette.core.errors import NotOurs
from lorgnette.core.slots import Ordinal
from lorgnette.skills import Ask, Reply, Turn
from lorgnette.skills.lately import Scanned, Text
from lorgnette.skills.listed import like, stopped
from lorgnette.skills.look import telling
from lorgnette.skills.look.meant import latest
from lorgnette.skills.look.reading import as_heard, card, page_in_view, said_from, text_meant, told
from lorgnette.skills.look.seeing import hand
from lorgnette.skills.look.skill import READING, skill

SHORT: Final = 24
"""Letters of a text that is spelled as it is; of a longer one the wearer says which word."""

SIGNS: Final = {
    ".": "dot", ",": "comma", "-": "dash", "_": "underscore", "/": "slash", "@": "at", ":": "colon",
}  # fmt: skip
"""Signs that a voice would leave out."""


@skill.action(
    "read (it|this|that) [out] (again|once more|one more time)",
    "read [me] (the|this|that)"
    " (sign|menu|page|letter|label|text|poster|document|note|screen) again",
    "(repeat|reread) the text",
    "what did I [just] (scan|read) [last]",
    patience=READING,
)
async def again(turn: Turn) -> Reply:
    """Read once more what was read last, or tell the code once more."""
    seen = latest(turn)
    if seen is None or isinstance(seen, Text):
        return told(turn, (await text_meant(turn)).page)
    return await hand(turn, seen.content, contested=seen.contested)


@skill.action("[read] [me] [the] next page", "[I] turned the page", patience=READING)
async def next_page(turn: Turn) -> Reply:
    """Read the page that is in front of the wearer now."""
    return told(turn, await page_in_view(turn))


@skill.action(
    "(read on|go on reading|keep reading|continue reading|read more)",
    "read [me] the rest",
    patience=READING,
)
async def read_on(turn: Turn) -> Reply:
    """Read what was not said yet of the text that was read last."""
    text = turn.lately.last(Text, turn.now)
    if text is None:
        return told(turn, await page_in_view(turn))
    text = as_heard(turn, text)
    if text.said >= len(text.lines):
        return Reply(say=turn.message("read-to-the-end"))
    return Reply(say=said_from(turn, text), card=card(turn, text.page))


@skill.action(
    "read [me] [the] {which} line [again]",
    "read [me] line {number} [again]",
    "what does [the] {which} line say",
    "(what's|what is) (in|on) [the] {which} line",
    patience=READING,
)
async def line(turn: Turn, which: Ordinal | None = None, number: int | None = None) -> Reply:
    """Read one line of the text that was read last: its last one when nobody says which."""
    lines = (await text_meant(turn)).lines
    place = which or number or -1
    if not 1 <= abs(place) <= len(lines):
        return Reply(say=turn.message("no-such-line", count=len(lines)))
    return alone(lines[place - 1 if place > 0 else place])


@skill.action("read [me] [only|just] the (title|headline|heading)", patience=READING)
async def title(turn: Turn) -> Reply:
    """Read the first line of the text that was read last."""
    return alone((await text_meant(turn)).lines[0])


def alone(line: str) -> Reply:
    """One line, said and shown."""
    return Reply(say=stopped(line), card=cards.Text(lines=(cards.Line(line),)))


@skill.action("what (is|was) the password [again]", "what's the password [again]")
async def password(turn: Turn) -> Reply:
    """Tell the password of the network whose code was scanned last."""
    seen = turn.lately.last(Scanned, turn.now)
    if seen is None or not isinstance(seen.content, Wifi):
        raise NotOurs
    told = seen.content.password
    if not told:
        return Reply(say=turn.message("no-password"))
    return Reply(say=turn.message("says-password", password=told), title=told)


@skill.action(
    "spell (it|this|that) [out] [for me]",
    "(how is|how's) (it|this|that) (spelled|spelt|written)",
    "how do you (spell|write) (it|this|that)",
    "spell [me] the (word|name) {word}",
    patience=READING,
)
async def spell(turn: Turn, word: str = "") -> Reply:
    """Spell a word of what was read last."""
    seen = latest(turn)
    if seen is not None and not isinstance(seen, Text):
        return spelled(turn, telling.subject(seen.content))
    lines = (await text_meant(turn)).lines
    if not word and len(lines) == 1 and len(lines[0]) <= SHORT:
        return spelled(turn, lines[0])
    words = [each for line in lines for each in line.split()]

    async def go_on(asked: str) -> Reply:
        found = like(words, asked, turn.language, str)
        if not found:
            return Reply(say=turn.message("word-not-found", word=asked))
        return spelled(turn, found[0].strip(".,;:!?()\"'«»“”"))

    return await go_on(word) if word else Reply(ask=Ask(turn.message("spell-which"), go_on))


def spelled(turn: Turn, text: str) -> Reply:
    """A text letter by letter; signs by their names."""
    letters = [
        turn.message(f"sign-{SIGNS[each]}") if each in SIGNS else each.upper()
        for each in text
        if not each.isspace()
    ]
    return Reply(say=stopped(", ".join(letters)), card=cards.Text(title=text))
