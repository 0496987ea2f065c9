"""A few skills as a wearer would have them, in both languages."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from lorgnette.core.slots import Context, Percent, Place, slot_for
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.understanding import ActionSentences, Grammar

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)

ROAST = Literal["dark roast", "medium roast", "light roast"]
DRINK = Literal["coffee", "house coffee", "iced coffee", "latte", "mocha", "cappuccino"]
TONGUE = Literal["french", "german", "japanese"]


def action(name, kinds, *templates, required=None, careful=False, expansions=None):
    slots = {each: slot_for(kind) for each, kind in kinds.items()}
    required = frozenset(slots if required is None else required)
    return ActionSentences(name, templates, slots, required, careful, expansions or {})


ENGLISH_ACTIONS = (
    action(
        "clock.time",
        {"place": Place},
        "what time is it [in {place}]",
        "what('s| is) the time [in {place}]",
        required=(),
    ),
    action(
        "timers.set",
        {"length": timedelta},
        "(set|start|make) [a|the] [new] timer [for {length}]",
        "(set|start) a {length} timer",
    ),
    action("timers.cancel", {}, "(cancel|delete|remove) (the|my) timer[s]"),
    action("notes.take", {"text": str}, "(take|make) a note [that] {text}", "note down {text}"),
    action("notes.clear", {}, "(delete|remove) all [my|the] notes", careful=True),
    action("notes.list", {}, "(read|list|show) [me] all [my|the] notes"),
    action(
        "translate.say",
        {"phrase": str, "language": TONGUE},
        "how do you say {phrase} in {language}",
        "translate {phrase} (to|into) {language}",
    ),
    action("device.volume", {"level": Percent}, "[set] [the] volume [to] {level}"),
    action("device.louder", {}, "turn [the] volume up", "louder"),
    action(
        "coffee.order",
        {"roast": ROAST, "drink": DRINK},
        "<want> [a] [{roast}] {drink} [please]",
        required=("drink",),
        expansions={"want": "(brew|(can|may) i have|i want|make me|i'd like)"},
    ),
)

CHINESE_ACTIONS = (
    action("clock.time", {"place": Place}, "[现在]几点[了]", "{place}现在几点[了]", required=()),
    action(
        "timers.set",
        {"length": timedelta},
        "(设|设置|定)[一]个{length}的(计时器|定时器)",
        "(设|设置|定)[一]个(计时器|定时器)",
    ),
    action("notes.take", {"text": str}, "记一下{text}"),
    action("notes.clear", {}, "(删除|清空)所有[的]笔记", careful=True),
    action("device.volume", {"level": Percent}, "[把]音量[调]到{level}"),
)


@pytest.fixture(scope="session")
def english():
    return Grammar.compile(ENGLISH, ENGLISH_ACTIONS)


@pytest.fixture(scope="session")
def chinese():
    return Grammar.compile(CHINESE, CHINESE_ACTIONS)


@pytest.fixture(scope="session")
def en():
    return Context(ENGLISH, NOW)


@pytest.fixture(scope="session")
def zh():
    return Context(CHINESE, NOW)


@pytest.fixture(scope="session")
def make():
    return action
