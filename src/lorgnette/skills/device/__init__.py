"""The glasses themselves: volume, brightness, battery, language; and what can be done with them."""

from typing import Literal

from lorgnette.core import cards
from lorgnette.core.slots import Percent
from lorgnette.core.types import CHINESE, ENGLISH, Language, Layout
from lorgnette.skills import Adjustment, Reply, Skill, Turn

skill = Skill("device")

Setting = Literal["volume", "brightness"]

STEP = 15
"""Percent by which louder, quieter, brighter and darker change."""

USUAL = 50
"""Percent that is assumed where the glasses do not tell."""

SPOKEN = (ENGLISH, CHINESE)
"""Languages the wearer can be spoken to in."""

HINTS_SAID = 4
"""Hints that are said; the others are only shown."""


@skill.action(
    "(louder|a bit louder|much louder|speak up|speak louder|talk louder|volume up)",
    "(turn|crank) (it|<volume>) up <a_little>",
    "(turn up|crank up|increase|raise) <volume>",
    "make (it|<volume>|your voice) (louder|higher)",
    "I can't hear you",
)
async def louder(turn: Turn) -> Reply:
    """Make the voice louder."""
    return change(turn, "volume", +STEP)


@skill.action(
    "(quieter|a bit quieter|softer|not so loud|volume down|lower your voice)",
    "(speak|talk) (softer|quieter|quietly|softly|more quietly|more softly)",
    "turn (it|<volume>) down <a_little>",
    "(turn down|decrease|lower|reduce) <volume>",
    "make (it|<volume>|your voice) (quieter|softer|lower)",
    "(you are|you're|it's|that's) too loud",
)
async def quieter(turn: Turn) -> Reply:
    """Make the voice quieter."""
    return change(turn, "volume", -STEP)


@skill.action(
    "(set|turn|change|put|increase|raise|lower|decrease) <volume> [up|down] (to|at) {level}",
    "volume [to|at] {level}",
)
async def set_volume(turn: Turn, level: Percent) -> Reply:
    """Set the volume to a level."""
    return set_to(turn, "volume", level)


@skill.action(
    "(mute|mute yourself|mute the (sound|glasses|volume)|sound off)", "turn [the] sound off"
)
async def mute(turn: Turn) -> Reply:
    """Turn the sound off."""
    return set_to(turn, "volume", 0)


@skill.action("(unmute|unmute yourself|sound on)", "turn [the] sound [back] on")
async def unmute(turn: Turn) -> Reply:
    """Turn the sound on again."""
    return set_to(turn, "volume", USUAL)


@skill.action(
    "[a bit] brighter",
    "(increase|raise|turn up) the brightness",
    "turn the brightness up",
    "make (it|the display|the lens) brighter",
)
async def brighter(turn: Turn) -> Reply:
    """Make the lens brighter."""
    return change(turn, "brightness", +STEP)


@skill.action(
    "[a bit] (dimmer|darker)",
    "dim the (lens|display|screen)",
    "(decrease|lower|reduce|turn down) the brightness",
    "turn the brightness down",
    "make (it|the display|the lens) (dimmer|darker)",
)
async def dimmer(turn: Turn) -> Reply:
    """Make the lens darker."""
    return change(turn, "brightness", -STEP)


@skill.action(
    "(set|turn|change|put) [the] brightness [up|down] (to|at) {level}",
    "brightness [to|at] {level}",
)
async def set_brightness(turn: Turn, level: Percent) -> Reply:
    """Set the brightness to a level."""
    return set_to(turn, "brightness", level)


@skill.action(
    "(what's|what is|how's|how is|check|show me) (the|my|your) battery [<gauge>]",
    "how much (battery|charge|power) (is left|have I got [left]|do (I|you) have [left])",
    "how full is (the|my|your) battery",
    "battery <gauge>",
    "(is the battery|is my battery|are you) (low|full|empty) [on battery]",
    "(do I|do you) need (to be charged|charging|to charge)",
)
async def battery(turn: Turn) -> Reply:
    """Tell how full the battery is."""
    level = turn.glasses.battery
    if level is None:
        return Reply(say=turn.message("battery-unknown"))
    charging = "yes" if turn.glasses.charging else "no"
    say = turn.message("battery", level=level, charging=charging)
    card = cards.Progress(title=turn.message("battery-title"), fraction=level / 100)
    return Reply(say=say, card=card)


@skill.action(
    "(speak|switch to|change to|talk|talk in|speak in|answer in|use) {language} [from now on]",
    "(speak|talk) to me in {language}",
    "[I (need|want|would like) to] (change|set|switch) (the|your|my) language to {language}",
    "I (need|want|would like) to (change|set|switch) language to {language}",
    "(swap|switch|change) (the language|language) to {language} for me",
)
async def speak_language(turn: Turn, language: Language) -> Reply:
    """Change the language the wearer and the hub speak with each other."""
    if language not in SPOKEN:
        names = turn.message("or").join(turn.name_of(each) for each in SPOKEN)
        return Reply(say=turn.message("language-unknown", names=names))
    text = turn.messages.find("language-set", language, {}) or ""
    return Reply(say=text, speak_in=language, adjust=(Adjustment("language", language),))


@skill.action(
    "(repeat [that|it|what you [just] said]|come again|once more|pardon)",
    "say (that|it) (again|once more|one more time)",
    "(what did you say|what was that|what was (the|that) last thing you said)",
    "I (didn't|did not) (hear|get|catch|understand) (that|you)",
)
async def repeat(turn: Turn) -> Reply:
    """Say the last answer again."""
    said = [each for each in turn.history if each.heard]
    if not said:
        return Reply(say=turn.message("nothing-to-repeat"))
    return Reply(say=said[-1].heard, speak_in=said[-1].language)


@skill.action(
    "what [else] can (you do|I say|I ask [you]|you help [me] with)",
    "what exactly can you (do|help me with)",
    "(help|help me|I need help|show me what you can do)",
    "what (are you able to do|are you capable of|do you do|questions can I ask [you]|do you know)",
    "(what are some|tell me some) (questions|things) (I can|to) (ask|say) [you]",
    "tell me what (you can do|I can (say|ask))",
    "what are your (skills|commands|abilities|functions)",
    "how can you help [me]",
)
async def help_me(turn: Turn) -> Reply:
    """Tell what can be said, in the words of each skill."""
    known = [hint for hint in hints(turn) if hint]
    items = tuple(map(cards.Line, known))
    say = turn.message("help", hints=turn.message("list-separator").join(known[:HINTS_SAID]))
    return Reply(say=say, card=cards.List(title=turn.message("help-title"), items=items))


def hints(turn: Turn) -> list[str | None]:
    """The `hint` of every skill that has one in its messages."""
    if turn.skills is None:
        return []
    return [
        turn.skills.messages(name).find("hint", turn.language, {}) for name in turn.skills.skills
    ]


def change(turn: Turn, setting: Setting, by: int) -> Reply:
    """Change a setting by some percent of its whole."""
    level = turn.glasses.volume if setting == "volume" else turn.glasses.brightness
    return set_to(turn, setting, (USUAL if level is None else level) + by)


def set_to(turn: Turn, setting: Setting, level: float) -> Reply:
    """Set a setting, within its bounds."""
    if setting == "brightness" and turn.profile.display.layout is Layout.NONE:
        return Reply(say=turn.message("no-lens"))
    within = round(min(100.0, max(0.0, level)))
    title = turn.message(setting)
    return Reply(
        say=turn.message("level", what=title, level=within),
        card=cards.Progress(title=title, fraction=within / 100),
        adjust=(Adjustment(setting, within),),
    )
