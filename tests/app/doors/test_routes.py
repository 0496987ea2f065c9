"""What the page asks about doors, as a browser asks it."""

import json

import anyio
import msgspec
import pytest
import trio
from entered import HOST, living_hub, owner, paired, web
from hypothesis import given, settings
from hypothesis import strategies as st

from jumping import jumping
from lorgnette.app.doors.ledger import OPEN_CODES, VALID
from lorgnette.core.types import AR, Wearer


async def test_a_phone_is_paired_and_comes_in():
    async with living_hub() as hub, owner(hub) as laptop, web(hub) as phone:
        assert (await phone.get("/api/glasses")).status_code == 401
        invited = (await laptop.post("/api/pairings", json={"name": "Kitchen"})).json()
        brought = {"code": invited["code"].lower(), "profile": msgspec.to_builtins(AR)}
        told = (await phone.post("/pair", json=brought)).json()

        async with web(hub, token=told["token"]) as known:
            [mine] = (await known.get("/api/glasses")).json()

    assert told["wearer"] == mine["wearer"] == "owner"
    assert mine["id"] == told["id"]
    assert mine["name"] == "Kitchen"
    assert mine["current"] is True
    assert mine["connected"] is False
    assert mine["profile"]["name"] == "ar"
    assert mine["created"] <= mine["seen"]


async def test_an_invitation_says_all_that_the_page_shows():
    async with living_hub() as hub, owner(hub) as laptop:
        invited = (await laptop.post("/api/pairings")).json()

    assert invited["addresses"] == [f"https://{HOST}:8461", "https://hub.local:8461"]
    assert invited["fingerprint"] == "AB:CD"
    assert invited["qr"]["size"] > 20
    assert invited["qr"]["path"].startswith("M")
    assert invited["expires"].startswith("2026-")


async def test_the_certificate_is_for_everybody():
    async with living_hub() as hub, web(hub) as phone:
        answer = await phone.get("/hub.crt")
        assert (answer.status_code, answer.text) == (200, "PEM")
        assert answer.headers["content-type"] == "application/x-x509-ca-cert"
        await hub.doors.open(None)
        assert (await phone.get("/hub.crt")).status_code == 404


async def test_whom_nobody_reaches_cannot_invite():
    async with living_hub(opening=None) as hub, owner(hub) as laptop:
        answer = await laptop.post("/api/pairings", json={})

    assert answer.status_code == 409
    assert answer.json()["error"] == "alone"
    assert "serve --tls" in answer.json()["says"]


async def test_a_stolen_token_cannot_pair_more_glasses():
    async with living_hub() as hub:
        token, _ = await paired(hub, "ann")
        async with web(hub, token=token) as thief:
            answer = await thief.post("/api/pairings", json={})

        assert (answer.status_code, answer.json()["error"]) == (403, "owner")
        assert await hub.doors.ledger.invitations.all() == []


async def test_an_invitation_may_be_for_somebody_else():
    async with living_hub() as hub, owner(hub) as laptop, web(hub) as phone:
        code = (await laptop.post("/api/pairings", json={"wearer": "安娜"})).json()["code"]
        assert (await phone.post("/pair", json={"code": code})).json()["wearer"] == "安娜"
        answer = await laptop.post("/api/pairings", json={"wearer": ":house"})
        assert (answer.status_code, answer.json()["error"]) == (400, "wearer")


async def test_only_so_many_invitations_wait():
    async with living_hub() as hub, owner(hub) as laptop:
        for _ in range(OPEN_CODES):
            assert (await laptop.post("/api/pairings")).status_code == 200
        assert (await laptop.post("/api/pairings")).status_code == 429


async def test_wrong_late_and_used_codes_are_refused_alike():
    async with living_hub() as hub, web(hub) as phone:
        used, _ = await hub.doors.ledger.invite(Wearer("ann"))
        assert (await phone.post("/pair", json={"code": used})).status_code == 200
        late, _ = await hub.doors.ledger.invite(Wearer("ann"))
        await anyio.sleep(VALID.total_seconds())
        answers = [await phone.post("/pair", json={"code": each}) for each in (used, late, "x")]

    assert {answer.status_code for answer in answers} == {403}
    assert len({answer.text for answer in answers}) == 1


async def test_after_five_tries_a_minute_is_to_be_waited():
    async with living_hub() as hub, web(hub) as phone:
        code, _ = await hub.doors.ledger.invite(Wearer("ann"))
        for _ in range(5):
            await phone.post("/pair", json={"code": "ACDE-FGHJ"})
        answer = await phone.post("/pair", json={"code": code})
        assert answer.status_code == 429
        await anyio.sleep(int(answer.headers["retry-after"]))
        assert (await phone.post("/pair", json={"code": code})).status_code == 200


BODIES = (
    st.binary(max_size=40)
    | st.sampled_from([b"[" * 4_000, b"{}", b'{"code": 7}', b'{"code": "' + b"x" * 300 + b'"}'])
    | st.dictionaries(st.sampled_from(["code", "name", "profile"]), st.text(max_size=9)).map(
        lambda each: json.dumps(each).encode()
    )
)


@pytest.mark.slow
@given(BODIES)
@settings(max_examples=40)
def test_whatever_is_sent_gets_a_clear_answer(content):
    async def main():
        async with living_hub() as hub, web(hub) as phone, owner(hub) as laptop:
            answers = [
                await phone.post("/pair", content=content),
                await laptop.post("/api/pairings", content=content),
                await laptop.patch("/api/glasses/1", content=content),
            ]
        for answer in answers:
            assert answer.status_code in (200, 400, 403, 404), answer.text
            assert answer.status_code == 200 or set(answer.json()) == {"error", "says"}

    trio.run(main, clock=jumping())


async def test_everybody_sees_their_own_glasses_and_the_owner_all():
    async with living_hub() as hub, owner(hub) as laptop:
        anns, ann = await paired(hub, "ann")
        bobs, bob = await paired(hub, "bob")
        async with web(hub, token=anns) as one, web(hub, token=bobs) as other:
            assert [each["id"] for each in (await one.get("/api/glasses")).json()] == [ann]
            assert [each["id"] for each in (await other.get("/api/glasses")).json()] == [bob]
            for method in ("patch", "delete"):
                more = {"json": {"name": "x"}} if method == "patch" else {}
                answer = await getattr(one, method)(f"/api/glasses/{bob}", **more)
                assert (answer.status_code, answer.json()["error"]) == (404, "gone")
        assert [each["id"] for each in (await laptop.get("/api/glasses")).json()] == [ann, bob]


async def test_tokens_are_told_once_and_to_nobody_else():
    async with living_hub() as hub, owner(hub) as laptop:
        token, _ = await paired(hub, "ann")
        [stored] = hub.doors.known.values()
        text = (await laptop.get("/api/glasses")).text

    assert token not in text
    assert stored.item.token not in text


async def test_glasses_are_renamed():
    async with living_hub() as hub:
        token, number = await paired(hub, "ann")
        async with web(hub, token=token) as phone:
            answer = await phone.patch(f"/api/glasses/{number}", json={"name": " Kitchen\n"})
            assert answer.json()["name"] == "Kitchen"
            [mine] = (await phone.get("/api/glasses")).json()
            assert mine["name"] == "Kitchen"
            for name in ("", "\n", "\u200b"):
                answer = await phone.patch(f"/api/glasses/{number}", json={"name": name})
                assert answer.status_code == 400


async def test_revoked_glasses_are_out_from_the_next_request_on():
    async with living_hub() as hub:
        token, number = await paired(hub, "ann")
        async with web(hub, token=token) as phone:
            assert (await phone.get("/api/glasses")).status_code == 200
            assert (await phone.delete(f"/api/glasses/{number}")).status_code == 204
            assert (await phone.get("/api/glasses")).status_code == 401


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 40, "1/2", "%00"])
async def test_numbers_that_are_nobodys(number):
    async with living_hub() as hub, owner(hub) as laptop:
        answer = await laptop.delete(f"/api/glasses/{number}")

    assert answer.status_code == 404
    assert answer.json()["error"] in ("gone", "nothing")


async def test_a_proxy_on_the_same_machine_makes_nobody_the_owner():
    async with living_hub() as hub:
        for headers in ({"x-forwarded-for": "8.8.8.8"}, {"via": "1.1 nginx"}):
            async with web(hub, address="127.0.0.1", host="localhost", **headers) as stranger:
                assert (await stranger.get("/api/glasses")).status_code == 401
        async with web(hub, address="127.0.0.1", host=HOST) as stranger:
            assert (await stranger.get("/api/glasses")).status_code == 401


async def test_a_disk_that_fails_is_told(monkeypatch):
    async with living_hub() as hub, owner(hub) as laptop, web(hub) as phone:
        code, _ = await hub.doors.ledger.invite(Wearer("ann"))
        hub.doors.ledger.invitations.store.connection.close()
        for answer in (
            await phone.post("/pair", json={"code": code}),
            await laptop.post("/api/pairings"),
        ):
            assert (answer.status_code, answer.json()["error"]) == (503, "store")
