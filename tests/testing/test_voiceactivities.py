import pytest

from lorgnette.testing.signals import ScriptedSpeechMeter, ScriptedVoiceActivity
from lorgnette.testing.voiceactivities import check_voice_activity


def test_the_scripted_voice_activity_keeps_its_promises():
    check_voice_activity(ScriptedVoiceActivity())


class Shouting(ScriptedSpeechMeter):
    def hear(self, sound):
        return 2 * super().hear(sound)


class Paranoid(ScriptedSpeechMeter):
    def hear(self, sound):
        return 1 - super().hear(sound)


class Hasty(ScriptedSpeechMeter):
    def hear(self, sound):
        return super().hear(sound if len(sound) >= 4096 else b"")


class Stubborn(ScriptedSpeechMeter):
    def reset(self):
        pass


@pytest.mark.parametrize(
    ("meter", "promise"),
    [
        (Shouting, "from 0 to 1"),
        (Paranoid, "silence is no speech"),
        (Hasty, "in any pieces"),
        (Stubborn, "as if newly opened"),
    ],
)
def test_broken_promises_are_named(meter, promise):
    class Broken:
        def open(self):
            return meter(3)

    with pytest.raises(AssertionError, match=promise):
        check_voice_activity(Broken())


def test_streams_that_share_their_memory_are_found():
    class Shared:
        meter = ScriptedSpeechMeter(3)

        def open(self):
            return self.meter

    with pytest.raises(AssertionError):
        check_voice_activity(Shared())
