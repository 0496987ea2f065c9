"""Say it in another language, or understand it from one."""

from lorgnette.core import cards
from lorgnette.core.errors import NotFound, NotOurs, UnsupportedLanguage
from lorgnette.core.scripts import runs
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import THINKER, TRANSLATOR, Translation
from lorgnette.skills import Reply, Turn
from lorgnette.skills.translate.skill import skill

IN_LATIN = tuple(map(Language, ("en", "es", "fr", "de", "it", "pt")))
"""What a phrase in Latin letters may be, when nobody says."""


@skill.action(
    "how (do|can|would|should) (you|I|we) say {phrase} in {language}",
    "how to say {phrase} in {language}",
    "in {language} how (do|would|can) (you|I|we) say {phrase}",
    "what (do they|do you|would you) say for {phrase} in {language}",
    "translate {phrase} (to|into|in) {language}",
    "translate {phrase} from {source} (to|into) {language}",
    "say {phrase} in {language}",
    "(what's|what is) [the] {language} [word|phrase|translation|expression] for {phrase}",
    "(what's|what is) the (word|phrase|translation) (for|of) {phrase} [in|into] {language}",
    "(what's|what is) {phrase} in {language}",
    "translate {phrase}",
)
async def translate(
    turn: Turn, phrase: str, language: Language, source: Language | None = None
) -> Reply:
    """Translate a phrase into another language, and say it aloud in that language."""
    spoken = source or turn.language
    name = turn.name_of(language)
    if language == spoken:
        return Reply(say=turn.message("same-language", language=name))
    try:
        found = await turn[TRANSLATOR].translate(phrase, source=spoken, target=language)
    except NotFound:
        return Reply(say=turn.message("not-found", phrase=phrase, language=name))
    except UnsupportedLanguage:
        return Reply(say=turn.message("no-such-language", language=name))
    return Reply(
        lead=turn.message("roughly-first") if found.approximate else "",
        say=found.text,
        speak_in=language,
        card=card(honest(turn, found), phrase, name),
    )


@skill.action(
    "what does {phrase} mean",
    "what does {phrase} mean in {source}",
    "what does the {source} [word|phrase|expression] {phrase} mean",
    "(what's|what is) the meaning of {phrase} in {source}",
    "translate {phrase} from {source}",
)
async def explain(turn: Turn, phrase: str, source: Language | None = None) -> Reply:
    """Tell what a phrase of another language means.

    What no translator knows may be a word of the wearer's own: a language model can explain it.
    """
    if source is not None and source != turn.language:
        found = await attempt(turn, phrase, source)
        if found is not None:
            return meaning(turn, phrase, source, found)
    else:
        for language in likely(phrase, turn.language):
            found = await attempt(turn, phrase, language)
            if found is not None and not found.approximate:
                return meaning(turn, phrase, language, found)
    if source is None and THINKER in turn:
        raise NotOurs
    return Reply(say=turn.message("meaning-unknown", phrase=phrase))


async def attempt(turn: Turn, phrase: str, source: Language) -> Translation | None:
    """The phrase in the wearer's language, if it is one of the source language."""
    try:
        return await turn[TRANSLATOR].translate(phrase, source=source, target=turn.language)
    except (NotFound, UnsupportedLanguage):
        return None


def likely(phrase: str, own: Language) -> list[Language]:
    """The languages a phrase may be in, by its letters; never the wearer's own."""
    written = runs(phrase, ENGLISH)[0][1]
    also = {ENGLISH: IN_LATIN, CHINESE: (CHINESE, Language("ja"))}
    return [each for each in also.get(written, (written,)) if each != own]


def meaning(turn: Turn, phrase: str, source: Language, found: Translation) -> Reply:
    """What a phrase means, said in the wearer's language."""
    name, text = turn.name_of(source), honest(turn, found)
    say = turn.message("means", phrase=phrase, language=name, text=text)
    return Reply(say=say, card=card(text, phrase, name))


def honest(turn: Turn, found: Translation) -> str:
    """The translation; one that is uncertain says so."""
    return turn.message("roughly", text=found.text) if found.approximate else found.text


def card(text: str, phrase: str, language: str) -> cards.Card:
    """The translation, largest; then what it is of, and the language."""
    if len(text) <= cards.TITLE_LENGTH:
        return cards.Text(title=text, lines=(cards.Line(phrase),), footer=language)
    return cards.Text(lines=(cards.Line(text), cards.Line(phrase)), footer=language)
