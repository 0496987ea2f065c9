import anyio

from lorgnette.link.client.glasses import Bell


async def test_who_waits_goes_on_when_it_holds_and_the_bell_rings():
    bell, came, gone_on = Bell(), set(), []

    async def wait(name):
        await bell.until(lambda: name in came)
        gone_on.append(name)

    async with anyio.create_task_group() as tasks:
        for name in ("ann", "bob"):
            tasks.start_soon(wait, name)
        for name in ("bob", "ann"):
            await anyio.sleep(1)
            came.add(name)
            bell.ring()

    assert gone_on == ["bob", "ann"]


async def test_who_gives_up_is_not_rung_for():
    bell = Bell()
    with anyio.move_on_after(1) as given_up:
        await bell.until(lambda: False)

    assert given_up.cancelled_caught
    bell.ring()
