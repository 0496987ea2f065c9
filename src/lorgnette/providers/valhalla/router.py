"""Ways on the maps of this machine: several side by side, each with a program when it is needed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import anyio

from lorgnette.core.errors import EngineFailed, NoMap, NoRoute
from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Refused
from lorgnette.providers.installed import models_folder
from lorgnette.providers.valhalla import request, result
from lorgnette.providers.valhalla.maps import Map, maps_folder, maps_in
from lorgnette.providers.valhalla.programs import programs
from lorgnette.providers.valhalla.service import Service

MOST: Final = 4
"""Programs that run at once; one takes 50 MB and more. The one asked longest ago makes room."""


class ValhallaMaps:
    """A `Router` on maps that `lorgnette maps add` put into the hub's folder.

    Nothing is started before a way is asked for. Maps may come and go meanwhile.
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """`tables`: the configuration."""
        self._maps: Path = maps_folder(tables)
        self._models: Path = models_folder(tables)
        self._running: dict[str, tuple[Map, Service]] = {}
        self._starting = anyio.Lock()

    async def aclose(self) -> None:
        """End all programs."""
        for name in [*self._running]:
            await self._end(name)

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`. The smallest map that has all stops is asked first.

        Raises MissingPart when there is such a map and the programs are not here.
        """
        there = [
            each
            for each in maps_in(self._maps)
            if all(each.card.bounds.holds(stop) for stop in trip.stops)
        ]
        no_way: NoRoute | None = None
        for chart in sorted(there, key=lambda each: each.card.bounds.size):
            try:
                return await self._on(chart, trip)
            except NoMap:
                continue
            except NoRoute as error:
                no_way = no_way or error
        raise no_way or NoMap("no map on this machine has all stops")

    async def _on(self, chart: Map, trip: Trip) -> Sequence[Route]:
        """Ways on one map; what is to be avoided is on them only when there are no others."""
        if request.can_be_strict(trip):
            with suppress(NoRoute):
                return result.result(await self._said(chart, request.route(trip)), trip)
        body = request.route(trip, strictly=False)
        return result.result(await self._said(chart, body), trip)

    async def _said(self, chart: Map, body: bytes) -> bytes:
        """What a program says. One that dies is started again, and asked the same once more."""
        try:
            try:
                return await self._asked(chart, body)
            except Refused:
                raise
            except EngineFailed:
                return await self._asked(chart, body)
        except Refused as refusal:
            raise result.trouble(refusal.said) from refusal

    async def _asked(self, chart: Map, body: bytes) -> bytes:
        service = await self._service(chart)
        try:
            return await service.ask(body)
        except Refused:
            raise
        except EngineFailed:
            await self._end(chart.name, service)
            raise

    async def _service(self, chart: Map) -> Service:
        """The program on a map, started when it does not run, or runs on an older one."""
        async with self._starting:
            found, service = self._running.pop(chart.name, (chart, None))
            if service is not None and not (service.alive and found.mark == chart.mark):
                await service.aclose()
                service = None
            if service is None:
                await self._make_room()
                service = await Service.start(programs(self._models), chart.folder)
            self._running[chart.name] = (chart, service)  # the last is the one asked last
            return service

    async def _make_room(self) -> None:
        idle = [name for name, (_, each) in self._running.items() if not each.busy]
        while len(self._running) >= MOST and idle:
            await self._end(idle.pop(0))

    async def _end(self, name: str, only: Service | None = None) -> None:
        """End the program on a map, unless another one runs there by now."""
        found = self._running.get(name)
        if found is not None and only in {None, found[1]}:
            del self._running[name]
            await found[1].aclose()
