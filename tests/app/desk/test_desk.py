"""Who asks, and the state of what they ask."""

from house import ANN, OWNER, house
from test_session import skills

from lorgnette import __version__
from lorgnette.app.doors.ledger import Opening
from lorgnette.devices.caller import Caller
from lorgnette.testing.stage import Stage


async def test_the_owner_is_not_paired_and_others_are():
    async with house(skills()) as home:
        owner = home.desk.me.about(Caller(OWNER, None, owner=True), secure=False)
        home.hub.doors.opening = Opening(("127.0.0.1", 1), ("https://hub:1",), "AB:CD")
        ann = home.desk.me.about(Caller(ANN, 3, owner=False), secure=True)

    assert (owner.wearer, owner.paired, owner.secure, owner.fingerprint) == (
        OWNER,
        False,
        False,
        None,
    )
    assert (ann.wearer, ann.paired, ann.secure, ann.fingerprint) == (ANN, True, True, "AB:CD")
    assert (owner.version, owner.languages) == (__version__, ("en", "zh"))
    assert (owner.settings.keep_days, owner.settings.language) == (30, None)


async def test_the_state_counts_the_wearers_own_sessions():
    found = []
    async with house(skills()) as home:
        stage = Stage()

        async def ask():
            found.extend([await home.desk.state.state(OWNER), await home.desk.state.state(ANN)])

        stage.cue(1.0, lambda _glasses: home.hub.tasks.start_soon(ask))
        await home.plays(stage)

    mine, hers = found
    assert (mine.sessions, mine.connected) == (1, 1)
    assert (hers.sessions, hers.connected) == (0, 0)
    assert {"voice", "store", "skills"} <= {part.part for part in mine.parts}
