"""Who comes in to a running hub, and who goes out of it at once."""

import contextlib

import anyio
import pytest

from lorgnette.app.doors.doors import FROM_ALL, FROM_ONE, Doors
from lorgnette.app.doors.ledger import OWNER, Ledger
from lorgnette.app.doors.secrets import digest, grouped, new_code, new_token
from lorgnette.core.errors import NotPaired, StoreFailed, TooMuch
from lorgnette.core.types import AR, EVERYDAY, Wearer
from lorgnette.devices.caller import Caller
from lorgnette.devices.peer import HERE, Peer

ANN, BOB = Wearer("ann"), Wearer("bob")
PHONE, OTHER = Peer("192.168.1.9", local=False), Peer("192.168.1.10", local=False)


async def paired(doors, wearer=ANN, name="phone"):
    """Glasses of a wearer: their token and number."""
    code, _ = await doors.ledger.invite(wearer)
    token, glasses = await doors.pair(code, name, None, PHONE)
    return token, glasses.id


@contextlib.asynccontextmanager
async def kept_up(doors):
    """Doors that look at the ledger as they do in a hub."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(doors.run)
        yield
        tasks.cancel_scope.cancel()


async def test_on_this_machine_nobody_needs_a_token(doors):
    assert doors.admit(None, HERE) == Caller(OWNER, None, owner=True)


async def test_from_elsewhere_everybody_does(doors):
    with pytest.raises(NotPaired, match="lorgnette pair"):
        doors.admit(None, PHONE)


async def test_a_token_names_its_wearer_from_wherever_it_comes(doors):
    token, number = await paired(doors)

    for peer in (PHONE, OTHER, HERE):
        assert doors.admit(token, peer) == Caller(ANN, number, owner=False)


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "x" * 300, "\ud800"])
@pytest.mark.parametrize("peer", [PHONE, HERE])
async def test_a_wrong_token_is_refused_everywhere(token, peer, doors):
    """Glasses that were revoked must not become the owner, however near they are."""
    await paired(doors)
    with pytest.raises(NotPaired):
        doors.admit(token, peer)


async def test_the_digest_of_a_token_is_no_token(doors):
    token, _ = await paired(doors)
    with pytest.raises(NotPaired):
        doors.admit(digest(token), PHONE)


async def test_a_code_is_read_as_it_is_typed(doors):
    code, _ = await doors.ledger.invite(ANN)

    assert await doors.pair(f" {grouped(code).lower()} ", "", None, PHONE)


async def test_from_one_place_five_tries_a_minute(doors):
    code, _ = await doors.ledger.invite(ANN)
    for _ in range(5):
        assert await doors.pair(new_code(), "", None, PHONE) is None
    with pytest.raises(TooMuch) as refused:
        await doors.pair(code, "", None, PHONE)

    await anyio.sleep(refused.value.retry_after + 0.1)
    assert await doors.pair(code, "", None, PHONE)


async def test_from_everywhere_twenty_tries_a_minute(doors):
    for number in range(20):
        assert await doors.pair("no code", "", None, Peer(f"10.0.0.{number}", local=False)) is None
    with pytest.raises(TooMuch):
        await doors.pair("no code", "", None, Peer("10.0.1.1", local=False))


async def test_who_guesses_for_long_from_a_thousand_places_gets_nowhere(doors):
    """Ten guesses a code, of 25**8: that is one in fifteen thousand million."""
    tried, refused = 0, 0
    code, _ = await doors.ledger.invite(ANN)
    for number in range(1_200):
        with contextlib.suppress(TooMuch):
            place = Peer(f"10.0.{number % 4}.{number % 250}", local=False)
            assert await doors.pair(new_code(), "", None, place) is None
            tried += 1
        await anyio.sleep(1)
    refused = 1_200 - tried

    assert tried <= 20 + 20 * 20
    assert refused > 700
    assert await doors.ledger.invitations.all() == []
    assert doors.known == {}
    await anyio.sleep(60)
    assert await doors.pair(code, "", None, PHONE) is None


async def test_who_shows_wrong_tokens_again_and_again_is_told_to_wait(doors):
    token, _ = await paired(doors)
    for _ in range(20):
        with pytest.raises(NotPaired):
            doors.admit("wrong", PHONE)
    with pytest.raises(TooMuch):
        doors.admit("wrong", PHONE)

    assert doors.admit(token, PHONE).wearer == ANN
    with pytest.raises(NotPaired):
        doors.admit("wrong", OTHER)


async def test_revoking_ends_everything_of_these_glasses_and_of_no_others(doors, dismissed):
    token, number = await paired(doors)
    other, another = await paired(doors, BOB)
    ended = []

    async def visit(token):
        caller = doors.admit(token, PHONE)
        with doors.visit(caller) as scope:
            await anyio.sleep(60)
        ended.append((caller.wearer, scope.cancelled_caught))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(visit, token)
        tasks.start_soon(visit, other)
        await anyio.sleep(1)
        assert await doors.revoke(number)
        await anyio.sleep(1)
        assert ended == [(ANN, True)]

    assert dismissed == [number]
    assert ended == [(ANN, True), (BOB, False)]
    assert doors.admit(other, PHONE).glasses == another
    with pytest.raises(NotPaired):
        doors.admit(token, PHONE)
    assert not await doors.revoke(number)
    assert doors.visits == {}


async def test_a_revocation_by_another_process_is_noticed_within_two_seconds(
    doors, store, dismissed
):
    async with kept_up(doors):
        token, number = await paired(doors)
        await anyio.sleep(100)
        await Ledger(store, store.clock).glasses.remove(number)
        await anyio.sleep(2)

        assert dismissed == [number]
        with pytest.raises(NotPaired):
            doors.admit(token, PHONE)


async def test_a_name_given_by_another_process_is_noticed_and_kept(doors, store):
    async with kept_up(doors):
        token, number = await paired(doors)
        await anyio.sleep(100)
        doors.admit(token, PHONE)
        await Ledger(store, store.clock).rename(number, "Kitchen")
        await anyio.sleep(3)

    assert doors.known[number].item.name == "Kitchen"
    assert (await doors.ledger.paired(number)).item.name == "Kitchen"


async def test_a_new_process_knows_the_same_glasses(doors, ledger):
    token, number = await paired(doors)
    again = Doors(ledger, lambda _number: None)
    await again.refresh()

    assert again.admit(token, PHONE).glasses == number


async def test_it_is_written_down_when_glasses_were_seen_and_what_they_are(doors):
    async with kept_up(doors):
        token, number = await paired(doors)
        paired_at = doors.glimpse(number).seen
        doors.admit(token, PHONE)
        await anyio.sleep(30)
        assert doors.glimpse(number).seen == paired_at

        await anyio.sleep(100)
        doors.admit(token, PHONE, AR)
        await anyio.sleep(2)
        stored = (await doors.ledger.seen())[number]
        assert (stored.seen - paired_at).total_seconds() == pytest.approx(130, abs=1)
        assert stored.profile == AR

        doors.admit(token, PHONE, EVERYDAY)
        await anyio.sleep(2)
        assert (await doors.ledger.seen())[number].profile == EVERYDAY


async def test_a_glance_at_revoked_glasses_does_not_bring_them_back(doors):
    token, number = await paired(doors)
    await anyio.sleep(100)
    doors.admit(token, PHONE, AR)
    await doors.ledger.glasses.remove(number)
    await doors.refresh()

    assert await doors.ledger.glasses.all() == []
    assert await doors.ledger.seen() == {}
    assert doors.glimpse(number) is None


async def test_a_disk_that_fails_makes_nobody_a_stranger_for_good(doors, monkeypatch, caplog):
    """Glasses that are told «not paired» forget their token."""
    token, number = await paired(doors)

    async def broken(**_):
        raise StoreFailed("the disk is on holiday")

    fresh = Doors(doors.ledger, lambda _number: None)
    monkeypatch.setattr(doors.ledger.glasses, "all", broken)
    async with kept_up(fresh):
        await anyio.sleep(5)
        with pytest.raises(TooMuch):
            fresh.admit(token, PHONE)
        monkeypatch.undo()
        await anyio.sleep(2)
        assert fresh.admit(token, PHONE).glasses == number
    assert len(caplog.records) == 1


async def test_on_a_full_disk_who_is_revoked_goes_all_the_same(
    doors, monkeypatch, dismissed, caplog
):
    token, number = await paired(doors)
    other, _ = await paired(doors)
    remove = doors.ledger.glasses.remove

    async def full(*_):
        raise StoreFailed("the disk is full")

    async with kept_up(doors):
        await anyio.sleep(100)
        monkeypatch.setattr(doors.ledger, "saw", full)
        doors.admit(other, PHONE, AR)
        await remove(number)
        await anyio.sleep(2)
        assert dismissed == [number]
        with pytest.raises((NotPaired, TooMuch)):
            doors.admit(token, PHONE)
        assert doors.admit(other, PHONE).wearer == ANN
    assert "the disk is full" in caplog.text


async def test_without_a_store_there_is_only_the_owner():
    doors = Doors(None, lambda _number: None)
    await doors.refresh()

    assert doors.admit(None, HERE).owner
    assert await doors.pair(new_code(), "", None, PHONE) is None
    assert not await doors.revoke(1)
    assert not await doors.rename(1, "x")
    with pytest.raises(NotPaired):
        doors.admit(new_token(), PHONE)


async def test_requests_are_counted_by_caller(doors):
    one, other = Caller(ANN, 1, owner=False), Caller(BOB, 2, owner=False)
    for _ in range(200):
        doors.allow(one)
    with pytest.raises(TooMuch):
        doors.allow(one)
    doors.allow(other)


async def test_only_so_many_strangers_wait_to_say_hello(doors):
    with contextlib.ExitStack() as hall:
        for _ in range(FROM_ONE):
            hall.enter_context(doors.hall(PHONE))
        with pytest.raises(TooMuch):
            hall.enter_context(doors.hall(PHONE))
        for number in range(FROM_ALL - FROM_ONE):
            hall.enter_context(doors.hall(Peer(f"10.0.0.{number}", local=False)))
        with pytest.raises(TooMuch):
            hall.enter_context(doors.hall(OTHER))
        hall.enter_context(doors.hall(HERE))

    with doors.hall(PHONE):
        assert len(doors.strangers) == 1
    assert not doors.strangers


async def test_a_damaged_record_is_nobody(doors, store):
    token, number = await paired(doors)
    store.connection.execute("UPDATE records SET item = '{}' WHERE id = ?", (number,))
    await doors.refresh()
    with pytest.raises(NotPaired):
        doors.admit(token, PHONE)
