"""The glasses themselves: volume, brightness, battery, language; and what can be done with them."""

from typing import Literal

from lorgnette.core import cards
from lorgnette.core.events import Adjustment
from lorgnette.core.slots import Percent
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.skills import Reply, Skill, Turn

skill = Skill("device")

STEP = 15
"""Percent by which louder, quieter, brighter and darker change."""

SPOKEN = (ENGLISH, CHINESE)
"""Languages the wearer can be spoken to in."""


@skill.action(
    "(louder|speak up|speak louder|volume up)",
    "(turn|crank) [it|up] [the] volume [up]",
    "turn it up",
    "(increase|raise) the volume",
)
async def louder(turn: Turn) -> Reply:
    """Make the voice louder."""
    return change(turn, "volume", +STEP)


@skill.action(
    "(quieter|softer|not so loud|volume down|speak (softer|more quietly))",
    "turn [down] the volume down",
    "turn down the volume",
    "turn it down",
    "(decrease|lower|reduce) the volume",
)
async def quieter(turn: Turn) -> Reply:
    """Make the voice quieter."""
    return change(turn, "volume", -STEP)


@skill.action(
    "(set|turn|change) [the] volume [up|down] to {level}",
    "volume [to] {level}",
)
async def set_volume(turn: Turn, level: Percent) -> Reply:
    """Set the volume to a level."""
    return set_to(turn, "volume", level)


@skill.action("(mute|be silent|silence)", "mute (yourself|the sound|the glasses)")
async def mute(turn: Turn) -> Reply:
    """Turn the sound off."""
    return set_to(turn, "volume", 0)


@skill.action("brighter", "(increase|raise|turn up) the brightness", "make it brighter")
async def brighter(turn: Turn) -> Reply:
    """Make the lens brighter."""
    return change(turn, "brightness", +STEP)


@skill.action(
    "(dimmer|darker|dim the (lens|display|screen))",
    "(decrease|lower|reduce|turn down) the brightness",
    "make it (dimmer|darker)",
)
async def dimmer(turn: Turn) -> Reply:
    """Make the lens darker."""
    return change(turn, "brightness", -STEP)


@skill.action("(set|turn|change) [the] brightness to {level}", "brightness [to] {level}")
async def set_brightness(turn: Turn, level: Percent) -> Reply:
    """Set the brightness to a level."""
    return set_to(turn, "brightness", level)


@skill.action(
    "(what's|what is|how's|how is|check) (the|my) battery [level|status]",
    "how much battery (is left|do I have [left]|have I got [left])",
    "battery (level|status)",
)
async def battery(turn: Turn) -> Reply:
    """Tell how full the battery is."""
    level = turn.glasses.battery
    if level is None:
        return Reply(say=turn.message("battery-unknown"))
    charging = "yes" if turn.glasses.charging else "no"
    say = turn.message("battery", level=level, charging=charging)
    card = cards.Progress(
        title=turn.message("battery-title"), fraction=level / 100, label=f"{level} %"
    )
    return Reply(say=say, card=card)


@skill.action(
    "(speak|switch to|change to|talk in|talk) {language}",
    "(change|set|switch) (the|your|my) language to {language}",
)
async def speak_language(turn: Turn, language: Language) -> Reply:
    """Change the language the wearer and the hub speak with each other."""
    if language not in SPOKEN:
        names = turn.message("list-separator").join(turn.name_of(each) for each in SPOKEN)
        return Reply(say=turn.message("language-unknown", names=names))
    text = turn.messages.find("language-set", language, {}) or ""
    return Reply(say=text, speak_in=language, adjust=(Adjustment("language", language),))


@skill.action(
    "(repeat|repeat that|say that again|say it again|what did you say|come again|once more)",
    "(can|could) you (repeat that|say that again)",
)
async def repeat(turn: Turn) -> Reply:
    """Say the last answer again."""
    said = [each for each in turn.history if each.heard]
    if not said:
        return Reply(say=turn.message("nothing-to-repeat"))
    return Reply(say=said[-1].heard, speak_in=said[-1].language)


@skill.action(
    "what can (you|I) (do|say)",
    "help [me]",
    "what (are you able to do|do you do)",
    "what are your (skills|commands)",
)
async def help_me(turn: Turn) -> Reply:
    """Tell what can be said."""
    names = [] if turn.skills is None else list(turn.skills.skills)
    hints = [turn.messages.find(f"hint-{name}", turn.language, {}) for name in names]
    known = [hint for hint in hints if hint]
    items = tuple(cards.Line(hint) for hint in known)
    say = turn.message("help", hints=turn.message("list-separator").join(known[:4]))
    return Reply(say=say, card=cards.List(title=turn.message("help-title"), items=items))


def change(turn: Turn, setting: Literal["volume", "brightness"], by: int) -> Reply:
    """Change a setting by some percent of its whole."""
    now = turn.glasses.volume if setting == "volume" else turn.glasses.brightness
    return set_to(turn, setting, (50 if now is None else now) + by)


def set_to(turn: Turn, setting: Literal["volume", "brightness"], level: float) -> Reply:
    """Set a setting, within its bounds."""
    within = round(min(100.0, max(0.0, level)))
    if setting == "brightness" and not turn.profile.display.width:
        return Reply(say=turn.message("no-lens"))
    title = turn.message(setting)
    card = cards.Progress(title=title, fraction=within / 100, label=f"{within} %")
    say = turn.message("set", what=title, level=within)
    return Reply(say=say, card=card, adjust=(Adjustment(setting, within),))
