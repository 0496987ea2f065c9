"""Any question about what is in front of the wearer, for a model that sees."""

from lorgnette.engines import SEER
from lorgnette.engines.seer import SIDE
from lorgnette.skills import Reply, Turn
from lorgnette.skills.framed import sharpest
from lorgnette.skills.look.seeing import seen_through, what_is_there
from lorgnette.skills.look.skill import PATIENCE, READING, SEEING, skill


@skill.action(
    "[have a|take a] look [here|at (this|that|these|those|it)] and (tell me|say) {question}",
    "(what|which) (colour|color) (is|are) (this|that|it|these|those) [thing|things]",
    "(what|which) (colour|color) (is|are) my {question}",
    "(what|which) (kind|sort|type|breed|species|brand|make) of {question}"
    " (is|are) (this|that|these|those)",
    "(is|are) (this|that|these|those)"
    " (plant|plants|mushroom|mushrooms|berry|berries|flower|flowers|fruit|leaf|leaves|tree"
    "|animal|snake|spider|insect|dog|bird|dish|food) {question}",
    "how many {question} (do you see|can you see|are in front of me|am I looking at) [here]",
    "how many {question} are here",
    "what (does|do) (this|that|these|those) look like",
    "how (does|do) (this|that|these|those) look",
    "what is happening (here|there|in front of me)",
    patience=PATIENCE + READING + SEEING,
)
async def ask(turn: Turn, question: str = "") -> Reply:
    """Answer a question about what is in front of the wearer."""
    return await asked(turn, turn.text if question in turn.text else question)


@skill.action(
    "describe (this|that|it|these|those|the scene|the room|the view|the place|my surroundings)",
    "describe (what you see|what I see|what I'm looking at|what's in front of me|what's around me)",
    "(what's|what is) in front of me",
    patience=PATIENCE + READING + SEEING,
)
async def describe(turn: Turn) -> Reply:
    """Describe what is in front of the wearer."""
    return await asked(turn, turn.text)


async def asked(turn: Turn, question: str) -> Reply:
    """What a model says; without one what codes and letters say, and that this is all."""
    if SEER in turn:
        sight = await sharpest(turn.eyes, "look", side=SIDE, shown_to=SEER)
        return await seen_through(turn, sight, question)
    turn.meanwhile(turn.message("only-codes-and-text"))
    return await what_is_there(turn)
