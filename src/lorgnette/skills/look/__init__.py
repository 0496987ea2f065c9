"""What is that? Codes and letters in front of the wearer, and any question about it."""

from lorgnette.core import cards
from lorgnette.core.pages.find import find as found_in
from lorgnette.core.pages.prices import prices as prices_of
from lorgnette.core.types import Language
from lorgnette.engines import READER, TRANSLATOR
from lorgnette.skills import Reply, Turn
from lorgnette.skills.look import again, asking, keeping, menu, opening
from lorgnette.skills.look.looking import in_view
from lorgnette.skills.look.reading import page_in_view, price_lines, spoken, told
from lorgnette.skills.look.seeing import tell, what_is_there
from lorgnette.skills.look.skill import PATIENCE, READING, SEEING, skill
from lorgnette.skills.look.translating import translated_view

__all__ = ["again", "asking", "keeping", "menu", "opening", "skill"]


@skill.action(
    "(what's|what is) (this|that) [thing|here|product]",
    "(what am I|what're we) looking at",
    "look [at] (this|that|here)",
    "[have a|take a] look [at] (this|that)",
    "tell me what (this|that) is",
    "(what do you|can you) see [here|this]",
    patience=PATIENCE + READING + SEEING,
)
async def look(turn: Turn) -> Reply:
    """Say what is in front of the wearer."""
    return await what_is_there(turn)


@skill.action(
    "scan [(this|that|it|the|my)] [qr|bar] [code|barcode|label|ticket|product|boarding pass]",
    "scan (this|that|it) [for me]",
    "scan (it|this|that) again",
    "scan (another|the next) [one|code|barcode]",
    "(read|check) (this|that|the) [qr|bar] (code|barcode)",
    "(what's|what is) [in|on|behind] (this|that|the) [qr|bar] (code|barcode)",
    "where does (this|that|the) [qr] code (lead|go) [to]",
    "what does (this|that|the) [qr|bar] (code|barcode) say",
    patience=PATIENCE,
)
async def scan(turn: Turn) -> Reply:
    """Read the code in front of the wearer and say what it is."""
    return await tell(turn, await in_view(turn, codes_only=True))


@skill.action(
    "read (this|that|it) [to me|aloud|out|out loud|for me]",
    "read [me] (this|that|the) (sign|menu|page|letter|label|text|poster|document|note|screen)",
    "read [me] (what's|what is) on the (sign|menu|page|letter|label|poster|document|note|screen)",
    "what does (this|that|it) say",
    "what does (this|that|the) (sign|menu|page|letter|label|text|poster|document|note|screen) say",
    "(what's|what is) written (here|there|on it|on this|on that)",
    patience=READING,
)
async def read(turn: Turn) -> Reply:
    """Read aloud what stands in front of the wearer."""
    return told(turn, await page_in_view(turn))


@skill.action(
    "[read|tell me|show me] [only|just] the prices",
    "what (are|do they say are) the prices [here]",
    "(what do|how much do) (these|those) [things] cost",
    patience=READING,
)
async def prices(turn: Turn) -> Reply:
    """Read only what things cost."""
    page = await page_in_view(turn)
    lines = price_lines(turn, prices_of(page))
    if not lines:
        return Reply(say=turn.message("no-prices"))
    said = spoken(turn, [f"{line.text} {line.right}".strip() for line in lines])
    return Reply(say=said, card=cards.Text(title=turn.message("prices-title"), lines=lines))


@skill.action(
    "find (a|the) word [here|on this page|in this text|on the menu]",
    "find [the] (word|words|name|number) {word} [here|on this page|in this text|on the menu]",
    "(where does it say|where is|is there) [the word] {word} (here|on this page|on the menu)",
    "where (does it say|is the word) {word}",
    patience=READING,
)
async def find(turn: Turn, word: str) -> Reply:
    """Find words in what stands in front of the wearer, and read the lines they are in."""
    page = await page_in_view(turn)
    rows = list(dict.fromkeys(found.row.text for found in found_in(page, word)))
    if not rows:
        return Reply(say=turn.message("word-not-found", word=word))
    title = turn.message("word-found", word=word)
    card = cards.Text(title=title, lines=tuple(cards.Line(text) for text in rows))
    return Reply(say=f"{title} {spoken(turn, rows)}", card=card)


@skill.action(
    "translate (this|that|it) [for me] [(to|into) {language}]",
    "what does (this|that|it) mean [in {language}]",
    "translate (this|that|the) (sign|menu|page|label|text|letter|poster|picture)",
    "translate (this|that|the) (sign|menu|page|label|letter|poster|picture) (to|into) {language}",
    "translate what (I see|I'm looking at|is written here) [(to|into) {language}]",
    "read [me] (it|this|that) in {language}",
    "read [me] (this|that|the) (sign|menu|page|label|letter|text|poster) in {language}",
    "what does (this|that) [sign|menu|page|label|letter|text|poster] say in {language}",
    patience=READING + 10.0,
)
async def translate(turn: Turn, language: Language | None = None) -> Reply:
    """Show what stands there in another language, in its place; or say it."""
    if READER not in turn or TRANSLATOR not in turn:
        return Reply(say=turn.message("no-translation"))
    return await translated_view(turn, language or turn.language)
