"""Glasses show their token on the link; who is revoked is sent away, and nobody else is."""

import anyio
import pytest
from entered import PHONE, living_hub, paired, worn

from lorgnette.app.doors.doors import FROM_ONE
from lorgnette.app.serving import serve
from lorgnette.devices.memory import memory_link
from lorgnette.devices.peer import HERE
from lorgnette.link.messages import Typed


@pytest.mark.parametrize("token", [None, "", "wrong"])
async def test_without_a_token_glasses_from_elsewhere_are_refused_for_good(token):
    async with living_hub() as hub, worn(hub, token) as glasses:
        await glasses.over.wait()

    assert glasses.first["type"] == "refused"
    assert glasses.first["code"] == "not-paired"
    assert glasses.first["retry_after"] is None
    assert hub.sessions == {}


async def test_with_a_token_glasses_are_their_wearers():
    async with living_hub() as hub:
        token, number = await paired(hub, "ann")
        async with worn(hub, token) as glasses:
            assert glasses.first["type"] == "welcome"
            [session] = hub.sessions.values()
            assert session.wearer == "ann"
            assert session.caller.glasses == number
            assert hub.connected_glasses() == {number}
            assert hub.doors.glimpse(number).profile.name == "ar"


async def test_revoking_sends_glasses_away_at_once_and_no_others():
    async with living_hub() as hub:
        token, number = await paired(hub, "ann")
        other, _ = await paired(hub, "ann")
        async with (
            worn(hub, token) as phone,
            worn(hub, other) as tablet,
            worn(hub, None, HERE) as laptop,
        ):
            await hub.doors.revoke(number)
            with anyio.fail_after(1):
                await phone.over.wait()
            assert phone.last["type"] == "bye"
            assert phone.last["code"] == "revoked"
            assert phone.last["retry_after"] is None
            for each in (tablet, laptop):
                await each.say(Typed("keep apples"))
            await anyio.sleep(3)
            assert not tablet.over.is_set()
            assert not laptop.over.is_set()
            assert "heard" in [message["type"] for message in tablet.heard]
            assert len(hub.sessions) == 2

        session = phone.first["session"]
        for again in (token, None):
            async with worn(hub, again, session=session) as thief:
                await thief.over.wait()
            assert thief.first["code"] == "not-paired"


async def test_revoking_ends_a_session_that_waits_for_its_glasses():
    async with living_hub() as hub:
        token, number = await paired(hub, "ann")
        async with worn(hub, token):
            pass
        await anyio.sleep(1)
        assert len(hub.sessions) == 1
        await hub.doors.revoke(number)
        await anyio.sleep(0.1)
        assert hub.sessions == {}


async def test_revoked_in_the_middle_of_the_hello(monkeypatch):
    async with living_hub() as hub:
        token, number = await paired(hub, "ann")
        admit = hub.doors.admit

        def admitted(*args):
            caller = admit(*args)
            hub.tasks.start_soon(hub.doors.revoke, number)
            return caller

        monkeypatch.setattr(hub.doors, "admit", admitted)
        async with worn(hub, token) as glasses:
            with anyio.fail_after(3):
                await glasses.over.wait()
        assert glasses.last["code"] in ("revoked", "not-paired")
        await anyio.sleep(100)
        assert hub.sessions == {}


@pytest.mark.parametrize("whose", ["bob", "ann"])
async def test_a_session_is_resumed_by_the_glasses_that_began_it_and_no_others(whose):
    async with living_hub() as hub:
        token, _ = await paired(hub, "ann")
        other, _ = await paired(hub, whose)
        async with worn(hub, token) as glasses:
            session = glasses.first["session"]

        async with worn(hub, other, session=session) as stranger:
            assert stranger.first["resumed"] is False
            assert stranger.first["session"] != session
        async with worn(hub, None, HERE, session=session) as laptop:
            assert laptop.first["resumed"] is False
        async with worn(hub, token, session=session) as glasses:
            assert glasses.first["resumed"] is True


async def test_the_owner_cannot_be_resumed_from_elsewhere():
    async with living_hub() as hub:
        token, _ = await paired(hub, "owner")
        async with worn(hub, None, HERE) as laptop:
            session = laptop.first["session"]
        async with worn(hub, token, session=session) as phone:
            assert phone.first["resumed"] is False


async def test_two_wearers_on_one_hub_have_everything_apart():
    async with living_hub() as hub:
        anns, _ = await paired(hub, "ann")
        bobs, _ = await paired(hub, "bob")
        async with worn(hub, anns) as ann, worn(hub, bobs) as bob, worn(hub, None, HERE) as mine:
            for glasses, what in ((ann, "apples"), (bob, "bananas"), (mine, "cherries")):
                await glasses.say(Typed(f"keep {what}"))
            await anyio.sleep(3)
            for glasses in (ann, bob, mine):
                await glasses.say(Typed("tell me"))
            await anyio.sleep(3)
            told = {glasses: str(glasses.heard) for glasses in (ann, bob, mine)}

    for glasses, own in ((ann, "apples"), (bob, "bananas"), (mine, "cherries")):
        assert f"you said {own}" in told[glasses]
        for other in {"apples", "bananas", "cherries"} - {own}:
            assert other not in told[glasses]


async def test_strangers_who_say_nothing_leave_room_for_the_paired():
    async with living_hub() as hub, anyio.create_task_group() as tasks:
        token, _ = await paired(hub, "ann")
        ends = []
        for number in range(100):
            here, there = memory_link()
            ends.append(here)
            place = PHONE if number else HERE
            tasks.start_soon(serve, hub, there, place)
        await anyio.sleep(0.1)
        assert len(hub.doors.strangers) == FROM_ONE

        async with worn(hub, token) as crowded:
            assert crowded.first["code"] == "too-much"
            assert crowded.first["retry_after"] > 0
        await anyio.sleep(hub.limits.hello_seconds)
        async with worn(hub, token) as glasses:
            assert glasses.first["type"] == "welcome"
        for end in ends:
            await end.close()
