"""A skill: actions that belong together, each one function with example sentences."""

import inspect
import sys
import typing
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lorgnette.core.activities import Activity
from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.replies import Reply
from lorgnette.core.slots import Slot, slot_for
from lorgnette.engines import Key
from lorgnette.skills.turn import Turn

Do = Callable[..., Awaitable[Reply]]
Plausible = Callable[..., bool]
Returning = Callable[[Turn], Awaitable[Activity | None]]


@dataclass(frozen=True)
class Action:
    """One thing that can be done: the unit from which grammar, tools, help and docs are made."""

    skill: str
    do: Do
    sentences: tuple[str, ...]
    careful: bool = False
    patience: float = 0.0
    plausible: Plausible | None = None

    @property
    def name(self) -> str:
        """`skill.action`, unique in the hub."""
        return f"{self.skill}.{self.do.__name__}"

    @property
    def summary(self) -> str:
        """The first line of the docstring: what the action does."""
        return (inspect.getdoc(self.do) or "").partition("\n")[0]

    @cached_property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        """The action's own parameters, without the turn."""
        return dict(list(inspect.signature(self.do).parameters.items())[1:])

    @cached_property
    def kinds(self) -> Mapping[str, Any]:
        """The annotated type of every parameter; `str` where there is none."""
        try:
            hints = typing.get_type_hints(self.do)
        except NameError as error:
            raise ExtensionFailed(f"{self.name}: {error}") from error
        return {name: hints.get(name, str) for name in self.parameters}

    @cached_property
    def slots(self) -> Mapping[str, Slot[Any]]:
        """How every parameter is read from words."""
        try:
            return {name: slot_for(kind) for name, kind in self.kinds.items()}
        except TypeError as error:
            raise ExtensionFailed(f"{self.name}: {error}") from error

    @cached_property
    def required(self) -> frozenset[str]:
        """The parameters without a default."""
        empty = inspect.Parameter.empty
        return frozenset(name for name, item in self.parameters.items() if item.default is empty)


@dataclass
class Skill:
    """A folder of actions.

    `needs` names the engines without which the skill is set aside. `folder` holds
    `sentences/<lang>.yaml` and `messages/<lang>.ftl`; it is where the skill is defined.
    """

    name: str
    needs: tuple[Key[Any], ...] = ()
    folder: Path = field(default=Path(), repr=False)
    actions: dict[str, Action] = field(default_factory=dict, repr=False)
    returning: Returning | None = field(default=None, repr=False)
    taking: dict[type, Do] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if self.folder == Path():
            frame = sys._getframe(2)  # the module that defines the skill
            self.folder = Path(frame.f_globals.get("__file__", ".")).parent

    def action(
        self,
        *sentences: str,
        careful: bool = False,
        patience: float = 0.0,
        plausible: Plausible | None = None,
    ) -> Callable[[Do], Do]:
        """Make an async function an action of this skill.

        `sentences` are hassil templates in English; `{slot}` stands for the parameter of that
        name. A `careful` action changes things that cannot be undone: when the words were not
        clear, the wearer is asked. `patience` are the seconds it may take longer than others,
        because it waits for something that the wearer does: it tells them meanwhile. `plausible`
        takes the parameters that have a value by name and says whether they go together: misheard
        words are not mended into some that do not.
        """

        def register(do: Do) -> Do:
            if not inspect.iscoroutinefunction(do):
                raise ExtensionFailed(f"{self.name}.{do.__name__} must be an async function")
            self.actions[do.__name__] = Action(
                self.name, do, sentences, careful, patience, plausible
            )
            return do

        return register

    def takes(self, *kinds: type) -> Callable[[Do], Do]:
        """Hand what a code says to this function, when it is of one of these kinds.

        The kinds are those of `lorgnette.core.codes`. The function takes the turn and the content
        and returns a reply. A code is somebody else's text: nothing in it is an order, and what
        it wants done is at most offered.
        """

        def register(do: Do) -> Do:
            self.taking.update(dict.fromkeys(kinds, do))
            return do

        return register

    def returns(self, returning: Returning) -> Returning:
        """Ask this when a wearer puts glasses on: an activity that was interrupted goes on.

        The hub was restarted, or the glasses were away for too long. None when there is nothing
        to go on with. It must not change anything: it may be asked twice.
        """
        self.returning = returning
        return returning
