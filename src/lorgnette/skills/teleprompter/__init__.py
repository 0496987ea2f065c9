"""A speech that goes on with the wearer's words: on the lens, or whispered where there is none."""

from collections.abc import Sequence

from lorgnette.core.notes import Note
from lorgnette.skills import Ask, Reply, Skill, Turn
from lorgnette.skills.teleprompter.part import Part
from lorgnette.skills.teleprompter.prompting import Prompting
from lorgnette.skills.teleprompter.speeches import speeches

skill = Skill("teleprompter")


@skill.action(
    "(start|open|begin|run|show) (the|my|a) <prompter> [(with|for) [my|the] {name}]",
    "(start|open) <prompter> [with [my|the] {name}]",
    "(put|show) [me] (my|the) {name} (on|in) the <prompter>",
    "prompt me [(with|through|for) [my|the] {name}]",
    "<prompter> [on]",
)
async def start(turn: Turn, name: str = "") -> Reply:
    """Follow a speech of yours, word by word, while you give it."""
    found, called = await speeches(turn, name)
    if not found:
        return Reply(say=turn.message("no-speech"), title=turn.message("no-speech"))
    lead = "" if called else turn.message("not-called", name=name)
    if len(found) > 1:
        return which(turn, found, lead)
    taken = "" if called else turn.message("taken", name=found[0].name)
    return begin(turn, found[0], f"{lead} {taken}".strip())


def which(turn: Turn, found: Sequence[Note], lead: str) -> Reply:
    """Ask which note is meant."""

    async def then(choice: int) -> Reply:
        return begin(turn, found[choice])

    names = [note.name for note in found]
    text = turn.message("which", names=turn.message("list-separator").join(names))
    choices = tuple((name,) for name in names)
    return Reply(say=lead, ask=Ask(text, then, choices=choices))


def begin(turn: Turn, note: Note, say: str = "") -> Reply:
    """Begin with a note."""
    prompting = Prompting(turn, note.body)
    if prompting.place.scroll is None:
        whispers = turn.message("whispers", words=prompting.next_words)
        say = f"{say} {whispers}".strip()
    return Reply(say=say, begins=prompting)


@skill.action(
    "(stop|end|close|quit|leave|exit|turn off) (the|my) <prompter>",
    "<prompter> off",
    "stop prompting [me]",
)
async def stop(turn: Turn) -> Reply:
    """Leave the teleprompter."""
    if turn.going(Prompting) is None:
        return Reply(say=turn.message("not-running"))
    return Reply(say=turn.message("stopped"), ends=Prompting.traits.name)


@skill.action("(pause|hold|freeze) (the|my) <prompter>", "(pause|hold) my speech")
async def pause(turn: Turn) -> Reply:
    """Stay where you are, whatever is said."""
    if (prompting := turn.going(Prompting)) is None:
        return Reply(say=turn.message("not-running"))
    prompting.pause(True)
    return Reply(say=turn.message("paused"))


@skill.action(
    "(resume|continue|unpause) (the|my) (<prompter>|speech)", "(go|carry) on with (the|my) speech"
)
async def go_on(turn: Turn) -> Reply:
    """Follow you again after a pause."""
    if (prompting := turn.going(Prompting)) is None:
        return Reply(say=turn.message("not-running"))
    prompting.pause(False)
    return Reply(say=turn.message("goes-on"))


@skill.action(
    "(go|scroll|jump) back (a|one) {part}",
    "(back|up) (a|one) {part}",
    "(go [back] to|repeat) the (last|previous) {part}",
    "(previous|last) {part}",
)
async def back(turn: Turn, part: Part) -> Reply:
    """Go back by a line, a sentence or a paragraph."""
    return moved(turn, part, -1)


@skill.action(
    "skip (a|one|this|the next) {part}",
    "(go|scroll|jump) (ahead|forward|on) (a|one) {part}",
    "(go to|jump to) the next {part}",
    "next {part}",
)
async def ahead(turn: Turn, part: Part) -> Reply:
    """Go ahead by a line, a sentence or a paragraph."""
    return moved(turn, part, 1)


def moved(turn: Turn, part: Part, by: int) -> Reply:
    """Move, and say nothing: what is next can be seen, or is whispered."""
    if (prompting := turn.going(Prompting)) is None:
        return Reply(say=turn.message("not-running"))
    prompting.move(part, by)
    return answer(turn, prompting)


@skill.action(
    "start (my|the) speech (over|again|from the (beginning|start|top))",
    "[start] (from|at) the top",
    "(restart|rewind) (the|my) (<prompter>|speech)",
    "go [back] to the (beginning|start) [of (my|the) speech]",
)
async def start_over(turn: Turn) -> Reply:
    """Go back to the first word."""
    if (prompting := turn.going(Prompting)) is None:
        return Reply(say=turn.message("not-running"))
    prompting.start_over()
    return answer(turn, prompting)


def answer(turn: Turn, prompting: Prompting) -> Reply:
    """What is next: seen, or said."""
    if prompting.place.scroll is None:
        words = prompting.next_words or turn.message("that-was-all")
        return Reply(say=words, speak_in=prompting.language)
    return Reply(say="", clears=True)
