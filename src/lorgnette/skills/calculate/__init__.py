"""Arithmetic, exactly: spoken or typed."""

import re

from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.calculate.reckoning import reckon
from lorgnette.skills.calculate.rounding import rounded
from lorgnette.skills.calculate.sums import Expression

skill = Skill("calculate")

SIGNS = {"+": "plus", "−": "minus", "×": "times", "÷": "divided", "√": "root"}
"""The messages that say signs aloud."""

POWER = re.compile(r"([^\s√]+)\^(\S+)")


@skill.action(
    "{sum}",
    "{sum} (equals|is|makes) [what]",
    "(what's|what is|what are|how much is|how much are|what do you get for) [a] {sum}",
    "(calculate|compute|work out|solve|evaluate|tell me|I need [to know]) [a] {sum}",
    "(what does|how much does) {sum} (equal|make|come to|give)",
    "(what's|what is|tell me|give me) the (result|answer|value) (of|to) {sum}",
    "(what happens|what do you get|what do I get) (if|when) (you|I) {sum}",
)
async def work_out(turn: Turn, sum: Expression) -> Reply:  # noqa: A002 - the word for it
    """Work out a sum, a percentage, a power or a root."""
    shown = turn.show(sum)
    try:
        result, exact = rounded(reckon(sum.root))
    except ZeroDivisionError:
        return Reply(say=turn.message("by-zero"))
    except OverflowError:
        return Reply(say=turn.message("too-large"))
    except ValueError:
        return Reply(say=turn.message("no-root"))
    say = turn.message("equals" if exact else "about", sum=aloud(turn, shown), result=result)
    return Reply(say=say, title=result if exact else f"≈ {result}", body=shown)


def aloud(turn: Turn, shown: str) -> str:
    """The sum with its signs in words."""

    def power(match: re.Match[str]) -> str:
        exponent = int(match[2]) if match[2].isdecimal() else match[2]
        return turn.message("power", base=match[1], exponent=exponent)

    shown = POWER.sub(power, shown)
    for sign, message in SIGNS.items():
        shown = shown.replace(sign, f" {turn.message(message)} ")
    return " ".join(shown.split())
