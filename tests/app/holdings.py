"""How much a program holds: every container within reach of an object, and how full it is."""

import dataclasses
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec
import numpy as np
import trio

OURS = ("lorgnette", "anyio")
"""Packages whose objects are looked into."""

CLIENT = "lorgnette.link.client"
"""The glasses of the test: they wait for the hub now and then, and that is no matter here."""

PAGE = 4096
"""Bytes that count as one: a message is a little longer when its number has another digit."""


def holdings(*roots: object) -> Counter[str]:
    """The sizes of all containers within reach, added up by where they are.

    Tasks that run count as well, with what their functions hold. A deque with a bound counts as
    full.
    """
    found, seen = Counter[str](), set[int]()
    waiting: list[tuple[str, object]] = [(type(root).__name__, root) for root in roots]
    for task in tasks(trio.lowlevel.current_root_task()):
        waiting += locals_of(task.coro, found)
    while waiting:
        where, each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        found[where] += size(each)
        waiting += within(where, each)
    return found


def tasks(task: trio.lowlevel.Task) -> Iterator[trio.lowlevel.Task]:
    """A task and those it has started, and so on."""
    yield task
    for nursery in task.child_nurseries:
        for child in nursery.child_tasks:
            yield from tasks(child)


def locals_of(running: Any, found: Counter[str]) -> Iterator[tuple[str, object]]:
    """What the functions of a task hold that are ours, each of which is counted."""
    while running is not None:
        frame = getattr(running, "cr_frame", None) or getattr(running, "ag_frame", None)
        module = "" if frame is None else frame.f_globals["__name__"]
        if module.startswith("lorgnette.") and not module.startswith(CLIENT):
            name = running.__qualname__
            found[f"running {name}"] += 1
            yield from ((f"{name} {local}", value) for local, value in frame.f_locals.items())
        running = getattr(running, "cr_await", None)


def size(value: object) -> int:
    """How full a container is; 0 for what is none."""
    match value:
        case deque():
            return len(value) if value.maxlen is None else value.maxlen
        case str() | bytes() | bytearray():
            return len(value) // PAGE
        case np.ndarray():
            return value.nbytes // PAGE
        case Mapping() | AbstractSet() | list() | tuple():
            return len(value)
    return 0


def within(where: str, value: Any) -> Iterator[tuple[str, object]]:
    """What a value holds, and where."""
    kind = type(value)
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield f"{where} key", key
            yield f"{where}[]", each
    elif isinstance(value, AbstractSet | list | tuple | deque):
        yield from ((f"{where}[]", each) for each in value)
    elif kind.__module__.startswith(OURS) and not isinstance(value, type):
        yield from ((f"{kind.__name__}.{name}", each) for name, each in fields(value))


def fields(value: Any) -> Iterator[tuple[str, object]]:
    """The attributes of an object, however it keeps them."""
    yield from getattr(value, "__dict__", {}).items()
    slots = {name for kind in type(value).__mro__ for name in kind.__dict__.get("__slots__", ())}
    if isinstance(value, msgspec.Struct):
        slots.update(value.__struct_fields__)
    if dataclasses.is_dataclass(value):
        slots.update(field.name for field in dataclasses.fields(value))
    for name in sorted(slots - {"__dict__", "__weakref__"}):
        if hasattr(value, name):
            yield name, getattr(value, name)
