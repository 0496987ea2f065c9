from lorgnette.engines.wrap.wrapper import Wrapper


class Heavy:
    """An engine that loads, and can be closed."""

    def __init__(self):
        self.done = []

    async def warm_up(self):
        self.done.append("loaded")

    async def aclose(self):
        self.done.append("closed")


async def test_it_loads_and_is_closed_with_the_engine_inside():
    heavy = Heavy()
    around = Wrapper(Wrapper(heavy))

    await around.warm_up()
    await around.aclose()

    assert heavy.done == ["loaded", "closed"]


async def test_an_engine_may_have_nothing_to_load_or_to_close():
    around = Wrapper(object())

    await around.warm_up()
    await around.aclose()
