"""A journey: the wearer is led along a route, by ear and on the lens, until they arrive."""

from collections.abc import AsyncIterator
from contextlib import suppress

import anyio

from lorgnette.core.cards import Card
from lorgnette.core.earcons import Earcon
from lorgnette.core.errors import EngineFailed, MissingPart, StoreFailed
from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import (
    Event,
    Fixed,
    Paused,
    Phase,
    Prompt,
    Reckoned,
    Resumed,
    Saying,
    Skipped,
    State,
    Wish,
    begin,
    spoken,
    step,
    still_due,
)
from lorgnette.core.guidance.journal import Beginning, Head
from lorgnette.core.routes import Route
from lorgnette.engines import JOURNEYS, JourneyLog, Trip, answered
from lorgnette.skills import Life, Traits, Turn
from lorgnette.skills.navigate.lens import Lens, draws_maps, view_of
from lorgnette.skills.navigate.plans import Plan
from lorgnette.skills.navigate.ways import router_of

TICK = 1.5
"""Seconds without a fix after which one goes on as before."""

LINGERS = 12.0
"""Seconds for which it is shown that one has arrived."""

AGAIN = 15.0
"""Seconds after which a router that could not be asked is asked again for the first way."""


class Journey:
    """Leads along a route. A tap says again what comes next.

    Without a route, as after a restart, it first looks for one from where the wearer is.
    """

    traits = Traits("navigate", taps=True)

    def __init__(self, turn: Turn, plan: Plan, route: Route | None = None) -> None:
        """`turn` is the one it begins in; `route` leads to the goals of the plan."""
        self.turn = turn
        self.plan = plan
        self.state: State | None = None if route is None else begin(route, anyio.current_time())
        self.waiting: list[Prompt] = []
        """What was said of late and may have to wait for its turn."""
        self.wished = anyio.Event()
        self.lens = Lens(turn.language)
        self.drawn: Card | None = None
        self.life: Life | None = None
        self.log: JourneyLog | None = None

    async def live(self, life: Life) -> None:
        """Lead until the goal is reached."""
        self.life = life
        with anyio.CancelScope(shield=True):  # or nobody would know what is to be removed
            kept = await self.turn.shelf(Plan).add(self.plan)
        try:
            if draws_maps(self.turn):
                self.lens.view = await view_of(self.turn)
            await self.begin_log()
            async with life.following(rate=1.0) as fixes:
                await self.find_way(fixes)
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(self.look_for_ways)
                    tasks.start_soon(self.wait_for_taps, life)
                    await self.follow(fixes)
                    tasks.cancel_scope.cancel()
            await anyio.sleep(LINGERS)
        finally:
            if self.log is not None:
                self.log.close()
            if life.left or self.arrived:
                with anyio.CancelScope(shield=True):
                    await self.turn.shelf(Plan).remove(kept.id)

    async def begin_log(self) -> None:
        """Write the journey down, where that is wanted and possible."""
        if JOURNEYS not in self.turn:
            return
        turn, plan = self.turn, self.plan
        names = tuple(goal.name for goal in plan.goals)
        head = Head(1, turn.now, names, plan.mode, turn.language)
        with suppress(StoreFailed):
            self.log = await turn[JOURNEYS].of(turn.wearer).begin(head)
        if self.log is not None and self.state is not None:
            self.log.write(Beginning(self.state.at, self.state.way.route))

    @property
    def arrived(self) -> bool:
        """Whether the goal was reached."""
        return self.state is not None and self.state.phase is Phase.ARRIVED

    async def find_way(self, fixes: AsyncIterator[Fix]) -> None:
        """Have a route, from where the wearer is, if there is none yet."""
        while self.state is None:
            fix = await anext(fixes)
            stops = (fix.spot, *(goal.spot for goal in self.plan.goals))
            trip = Trip(stops, self.plan.mode, self.plan.avoid, fix.course)
            try:
                [route, *_] = await router_of(self.turn).routes(trip)
            except (EngineFailed, MissingPart):
                await anyio.sleep(AGAIN)
            else:
                self.state = begin(route, fix.at)
                if self.log is not None:
                    self.log.write(Beginning(fix.at, route))
                self.take(Fixed(fix))

    async def follow(self, fixes: AsyncIterator[Fix]) -> None:
        """Take fixes in as they come, and go on for a while where none do."""
        while not self.arrived:
            fix: Fix | None = None
            with anyio.move_on_after(TICK):
                fix = await anext(fixes)
            self.take(Reckoned(anyio.current_time()) if fix is None else Fixed(fix))

    def take(self, event: Event) -> None:
        """Something happened: say and show what follows from it."""
        if self.state is None:
            return
        if self.log is not None:
            self.log.write(event)
        before, self.state = self.state, step(event, self.state)
        self.hush(self.state)
        for prompt in self.state.prompts:
            self.say(prompt)
        self.show()
        if self.state.wants is not None and self.state.wants != before.wants:
            self.wished.set()
            self.wished = anyio.Event()

    def say(self, prompt: Prompt) -> None:
        """Say something once; what waits and is about the same thing is not said any more."""
        if self.life is not None:
            others = [each for each in self.waiting if topic(each) != topic(prompt)]
            self.waiting = [*others, prompt]
            said = spoken(prompt, self.turn.language)
            self.life.say(said, topic=topic(prompt), earcon=sign(prompt), side=prompt.side)

    def hush(self, state: State) -> None:
        """Do not say what waits for its turn and is of no use any more."""
        for prompt in [each for each in self.waiting if not still_due(state, each)]:
            self.waiting.remove(prompt)
            if self.life is not None:
                self.life.hush(topic(prompt))

    def show(self) -> None:
        """Show what is to be done, if that is not what is shown."""
        if self.life is None or self.state is None:
            return
        card = self.lens.card(self.state, self.life.now())
        if card != self.drawn:
            self.drawn = card
            self.life.show(card)

    async def look_for_ways(self) -> None:
        """Ask for each new way that is wished for, one at a time."""
        asked = 0
        while True:
            wish = self.state.wants if self.state is not None else None
            if wish is None or wish.number == asked:
                await self.wished.wait()
                continue
            asked = wish.number
            await self.look_for(wish)

    async def look_for(self, wish: Wish) -> None:
        """Ask for one new way."""
        self.take(await answered(wish, router_of(self.turn), self.plan.avoid))

    async def wait_for_taps(self, life: Life) -> None:
        """A tap says again what comes next, or goes on after a pause."""
        async for _ in life.taps():
            if self.state is not None and self.state.phase is Phase.PAUSED:
                self.take(Resumed())
            else:
                life.say(self.next_said, side=self.next_side)

    @property
    def next_said(self) -> str:
        """What is to be done next, and how far that is."""
        if self.state is None:
            return self.turn.message("looking-for-a-way")
        return said_next(self.state, self.turn)

    @property
    def next_side(self) -> int:
        """From which side that is heard."""
        return 0 if self.state is None or self.state.off else upcoming(self.state).side

    def pause(self) -> None:
        """Say nothing until `go_on`."""
        self.take(Paused())

    def go_on(self) -> None:
        """Lead again."""
        self.take(Resumed())

    def skip_stop(self) -> bool:
        """Leave out the next stop; False when there is none but the goal."""
        before = self.state
        self.take(Skipped())
        return self.state is not before and self.state is not None and bool(self.state.skipped)


def sign(prompt: Prompt) -> Earcon | None:
    """What is heard before a prompt: where one turns now, its side; and that one is there."""
    match prompt.saying:
        case Saying.NOW:
            return {-1: Earcon.LEFT, 1: Earcon.RIGHT}.get(prompt.side)
        case Saying.ARRIVED | Saying.STOP:
            return Earcon.DONE
        case Saying.OFF:
            return Earcon.QUESTION
    return None


def topic(prompt: Prompt) -> str:
    """What a prompt is about: of two about the same thing only the later is said."""
    about_a_mark = prompt.mark and prompt.saying is not Saying.START
    return f"mark {prompt.mark}" if about_a_mark else prompt.saying


def said_next(state: State, turn: Turn) -> str:
    """What comes next, as it is said whenever the wearer asks."""
    if state.off:
        return turn.message("off")
    return spoken(upcoming(state), turn.language)


def upcoming(state: State) -> Prompt:
    """What comes next, whether or not it is due."""
    mode = state.way.route.mode
    return Prompt("", Saying.AHEAD, state.next.step, state.distance, mode=mode)
