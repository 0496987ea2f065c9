import pytest

from lorgnette.engines import VoiceSpan
from lorgnette.testing.diarisers import ScriptedDiariser, check_diariser
from lorgnette.testing.signals import voiced

ONE, OTHER = voiced(3, 5000), voiced(3, 9000)


async def test_the_scripted_diariser_keeps_every_promise():
    await check_diariser(ScriptedDiariser(), ONE, OTHER)


class Deaf(ScriptedDiariser):
    async def turns(self, sound):
        return ()


class OneVoice(ScriptedDiariser):
    async def turns(self, sound):
        return tuple(VoiceSpan(s.first, s.last, 1) for s in await super().turns(sound))


class Beyond(ScriptedDiariser):
    async def turns(self, sound):
        return tuple(VoiceSpan(s.first, s.last + 9, s.voice) for s in await super().turns(sound))


@pytest.mark.parametrize(
    ("broken", "promise"), [(Deaf, "told apart"), (OneVoice, "told apart"), (Beyond, "within")]
)
async def test_a_broken_promise_is_named(broken, promise):
    with pytest.raises(AssertionError, match=promise):
        await check_diariser(broken(), ONE, OTHER)
