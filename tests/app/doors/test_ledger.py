"""Codes become tokens once, in time, for whoever has them, whatever happens in between."""

from contextlib import suppress

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.doors.ledger import (
    HOUSE,
    MOST,
    OPEN_CODES,
    VALID,
    WRONG,
    Opening,
    Paired,
    tidy,
    wearer_named,
)
from lorgnette.app.doors.secrets import digest, new_code
from lorgnette.core.errors import ConfigurationError, StoreFailed, TooMuch
from lorgnette.core.types import AR, Wearer

ANN, BOB = Wearer("ann"), Wearer("bob")


async def test_a_code_becomes_a_token(ledger):
    code, invitation = await ledger.invite(ANN)

    token, glasses = await ledger.accept(code, " Ann's  phone\n", AR)

    assert glasses.item.wearer == ANN
    assert glasses.item.name == "Ann's phone"
    assert glasses.item.token == digest(token)
    assert glasses.item.invitation == invitation.id
    assert await ledger.paired(glasses.id) == glasses


async def test_the_name_the_operator_gave_counts(ledger):
    code, _ = await ledger.invite(ANN, "Kitchen")
    _, glasses = await ledger.accept(code, "something else", None)

    assert glasses.item.name == "Kitchen"


async def test_without_a_name_the_profile_tells(ledger):
    code, _ = await ledger.invite(ANN)
    _, glasses = await ledger.accept(code, "\x00\u200b ", AR)

    assert glasses.item.name == "ar"


async def test_neither_code_nor_token_is_kept(ledger, store):
    code, _ = await ledger.invite(ANN)
    before = "\n".join(store.connection.iterdump())
    token, _ = await ledger.accept(code, "", None)
    after = "\n".join(store.connection.iterdump())

    assert code not in before + after
    assert token not in after


async def test_a_code_is_good_once(ledger):
    code, _ = await ledger.invite(ANN)

    assert await ledger.accept(code, "", None)
    assert await ledger.accept(code, "", None) is None
    assert len(await ledger.glasses.all()) == 1


async def test_of_two_who_bring_it_at_once_one_gets_in(ledger):
    code, _ = await ledger.invite(ANN)
    results = []

    async def bring():
        results.append(await ledger.accept(code, "", None))

    async with anyio.create_task_group() as tasks:
        for _ in range(5):
            tasks.start_soon(bring)

    assert sum(result is not None for result in results) == 1
    assert len(await ledger.glasses.all()) == 1


async def test_a_code_is_good_for_ten_minutes(ledger):
    ledger.clock.now()
    early, _ = await ledger.invite(ANN)
    await anyio.sleep(VALID.total_seconds() - 1)
    late, _ = await ledger.invite(BOB)
    assert len(await ledger.waiting()) == 2
    await anyio.sleep(1)

    assert await ledger.accept(early, "", None) is None
    assert len(await ledger.invitations.all()) == 1
    assert await ledger.accept(late, "", None)


async def test_wrong_tries_end_a_code(ledger):
    code, _ = await ledger.invite(ANN)
    for _ in range(WRONG):
        assert await ledger.accept(new_code(), "", None) is None

    assert await ledger.accept(code, "", None) is None
    assert await ledger.glasses.all() == []


async def test_some_wrong_tries_do_not(ledger):
    code, _ = await ledger.invite(ANN)
    for _ in range(WRONG - 1):
        await ledger.accept(new_code(), "", None)

    assert await ledger.accept(code, "", None)


async def test_every_code_belongs_to_its_wearer(ledger):
    for_ann, _ = await ledger.invite(ANN)
    for_bob, _ = await ledger.invite(BOB)

    _, bobs = await ledger.accept(for_bob, "", None)
    _, anns = await ledger.accept(for_ann, "", None)

    assert (bobs.item.wearer, anns.item.wearer) == (BOB, ANN)


async def test_only_so_many_codes_wait(ledger):
    for _ in range(OPEN_CODES):
        await ledger.invite(ANN)
    with pytest.raises(TooMuch):
        await ledger.invite(ANN)


async def test_only_so_many_glasses_are_paired_and_the_code_stays_good(ledger):
    for number in range(MOST):
        await ledger.glasses.add(Paired(str(number), ANN, digest(str(number)), 0))
    code, _ = await ledger.invite(ANN)
    with pytest.raises(TooMuch, match="revoke"):
        await ledger.accept(code, "", None)

    [first, *_] = await ledger.glasses.all()
    await ledger.glasses.remove(first.id)
    assert await ledger.accept(code, "", None)


async def test_a_disk_that_fails_in_the_middle_lets_nobody_in(ledger):
    """The code is used up by then: a token that nobody got must not be good either."""
    code, _ = await ledger.invite(ANN)
    add = ledger.glasses.add

    async def full(*_args, **_more):
        raise StoreFailed("the disk is full")

    ledger.glasses.add = full
    with pytest.raises(StoreFailed):
        await ledger.accept(code, "", None)
    ledger.glasses.add = add

    assert await ledger.glasses.all() == []
    assert await ledger.accept(code, "", None) is None
    code, _ = await ledger.invite(ANN)
    assert await ledger.accept(code, "", None)


async def test_glasses_are_renamed(ledger):
    code, _ = await ledger.invite(ANN)
    _, glasses = await ledger.accept(code, "old", None)

    assert await ledger.rename(glasses.id, "new\x1b[31m")
    assert (await ledger.paired(glasses.id)).item.name == "new[31m"
    assert not await ledger.rename(glasses.id + 1, "other")


async def test_there_is_one_opening_or_none(ledger):
    for port in (1, 2):
        await ledger.open(Opening(("127.0.0.1", port), ("https://hub.home",), None))
    [opening] = await ledger.openings.all()
    assert opening.item.local == ("127.0.0.1", 2)
    assert opening.item.invitation("ACDEFGHJ") == "https://hub.home/#/pair/ACDEFGHJ"

    await ledger.open(None)
    assert await ledger.openings.all() == []


@pytest.mark.parametrize(
    "name", ["anna", "Anna Maria", "安娜", "O'Neill", "a", "a.b-c_d", "x" * 40]
)
def test_such_a_name_can_be_a_wearers(name):
    assert wearer_named(f" {name} ") == name


@pytest.mark.parametrize("name", ["", " ", HOUSE, "a:b", "a/b", "-a", "a\nb", "x" * 41, "a\0", "."])
def test_such_a_name_cannot(name):
    with pytest.raises(ConfigurationError, match="wearer's name"):
        wearer_named(name)


async def test_a_wearer_is_the_same_in_any_case(ledger):
    code, _ = await ledger.invite(Wearer("Anna"))
    await ledger.accept(code, "", None)

    assert await ledger.wearer("anna") == "Anna"
    assert await ledger.wearer("Owner") == "owner"
    assert await ledger.wearer("bob") == "bob"
    with pytest.raises(ConfigurationError):
        await ledger.wearer(HOUSE)


@given(st.text(max_size=60))
def test_no_name_reaches_the_shelves_of_the_house(name):
    with suppress(ConfigurationError):
        assert ":" not in wearer_named(name)


@given(st.text(max_size=200))
def test_a_tidy_name_fits_on_one_line(name):
    tidied = tidy(name)

    assert len(tidied) <= 64
    assert tidied == "" or tidied.isprintable()
    assert tidy(tidied) == tidied
