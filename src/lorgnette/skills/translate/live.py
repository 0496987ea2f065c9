"""Following whoever speaks another language, and speaking with them."""

from lorgnette.core.errors import UnsupportedLanguage
from lorgnette.core.types import Language, Layout
from lorgnette.engines import RECOGNISER, TRANSLATOR
from lorgnette.engines.translator import ANY, ways
from lorgnette.skills import Reply, Turn
from lorgnette.skills.translate.between import Interpreting
from lorgnette.skills.translate.following import NAME, Following
from lorgnette.skills.translate.skill import skill


@skill.action(
    "[live] translate [from] {source} [in]to {language}",
    "(start|begin) [live] <translating> [from] {source} [in]to {language}",
    "(start|begin) [live] <translating> [from] {source}",
    "live <translating> [from] {source} [[in]to {language}]",
    "(translate|interpret) (what|everything) (they|she|he|people) (say|says) [from] {source}",
    "follow [the] {source} [speaker|conversation]",
)
async def follow(turn: Turn, source: Language, language: Language | None = None) -> Reply:
    """Translate whatever is said in a language, while it is said."""
    target = language or turn.language
    if source == target:
        return Reply(say=turn.message("same-language", language=turn.name_of(target)))
    if (refusal := await cannot(turn, (source, target), hears=(source,))) is not None:
        return refusal
    say = turn.message("following", source=turn.name_of(source), language=turn.name_of(target))
    return Reply(say=say, begins=Following(turn, source, target))


@skill.action(
    "(interpret|translate) [for me] <with> {language} [speaking] <person>",
    "interpret [for me] [from|to|into|in] {language}",
    "help me (talk|speak) <with> {language} [speaking] <person>",
    "(start|begin) a conversation in {language}",
    "(be my|I need a|I need an) {language} interpreter",
)
async def interpret(turn: Turn, language: Language) -> Reply:
    """Interpret between the wearer and somebody who speaks another language."""
    own, name = turn.language, turn.name_of(language)
    if language == own:
        return Reply(say=turn.message("same-language", language=name))
    for way in ((own, language), (language, own)):
        if (refusal := await cannot(turn, way, hears=(own, language))) is not None:
            return refusal
    say = turn.message("interpreting", language=name)
    return Reply(say=say, begins=Interpreting(turn, language))


@skill.action(
    "(stop|end|finish) [the] [live] (<translating>|interpreting|interpreter)",
    "(turn|switch) off [the] [live] <translating>",
)
async def stop(turn: Turn) -> Reply:
    """Stop translating what is said."""
    if turn.going(Following) is None and turn.going(Interpreting) is None:
        return Reply(say=turn.message("nothing-followed"))
    return Reply(say=turn.message("stopped"), ends=NAME)


@skill.action("show [me] only the translation", "hide the original [text]")
async def only_translation(turn: Turn) -> Reply:
    """Show the translation of what is said without the original."""
    return with_original(turn, False)


@skill.action("show [me] the original [text] [too|as well]")
async def original_too(turn: Turn) -> Reply:
    """Show what is said above its translation."""
    return with_original(turn, True)


@skill.action("(read|speak|say) the translation [aloud|out loud|to me]")
async def read_aloud(turn: Turn) -> Reply:
    """Read the translation of what is said aloud."""
    return with_voice(turn, True)


@skill.action("(don't|do not|stop) (read|reading|speak|speaking) the translation [aloud|out loud]")
async def read_silently(turn: Turn) -> Reply:
    """Show the translation of what is said without reading it aloud."""
    return with_voice(turn, False)


@skill.action(
    "(wrong side|wrong person|wrong speaker)",
    "that was (me|not me|them|the other [one|person])",
)
async def other_side(turn: Turn) -> Reply:
    """Correct who spoke last: the wearer or the other."""
    going = turn.going(Interpreting)
    if going is None:
        return Reply(say=turn.message("nothing-followed"))
    going.touched()
    return Reply()


def with_original(turn: Turn, shown: bool) -> Reply:
    """Show the original or hide it."""
    going = turn.going(Following)
    if going is None:
        return Reply(say=turn.message("nothing-followed"))
    going.original = shown
    going.redraw()
    return Reply()


def with_voice(turn: Turn, aloud: bool) -> Reply:
    """Read translations aloud or not; where there is no display they always are."""
    going = turn.going(Following) or turn.going(Interpreting)
    if going is None:
        return Reply(say=turn.message("nothing-followed"))
    going.aloud = aloud or turn.profile.display.layout is Layout.NONE
    return Reply(say=turn.message("aloud" if going.aloud else "silent"))


async def cannot(
    turn: Turn, way: tuple[Language, Language], hears: tuple[Language, ...]
) -> Reply | None:
    """Why this way cannot be gone, if so: nobody hears a language, or nobody translates it."""
    for language in hears:
        try:
            async with turn[RECOGNISER].open(language):
                pass  # it says at once whether it knows the language
        except UnsupportedLanguage:
            return Reply(say=turn.message("cannot-hear", language=turn.name_of(language)))
    known = ways(turn[TRANSLATOR])
    if known and way not in known and not any(ANY in each for each in known):
        source, target = map(turn.name_of, way)
        return Reply(say=turn.message("no-such-way", source=source, language=target))
    return None
