import pytest

from lorgnette.testing.signals import ScriptedWakeMeter, ScriptedWakeWord
from lorgnette.testing.wakewords import check_wake_word


def test_the_scripted_wake_word_keeps_its_promises():
    check_wake_word(ScriptedWakeWord())


class Credulous(ScriptedWakeWord):
    def open(self, words):
        return ScriptedWakeMeter([word for word in words if word in self.words])


class Shouting(ScriptedWakeWord):
    words = ("Alexa",)


class Jumpy(ScriptedWakeMeter):
    def hear(self, sound):
        return [(word, 0.9) for word, _ in super().hear(sound)]


class Forgetful(ScriptedWakeMeter):
    def hear(self, sound):
        self.reset()
        return super().hear(sound)


class Mute(ScriptedWakeMeter):
    def hear(self, sound):
        return super().hear(sound)[:1]


def opening(meter):
    class Broken(ScriptedWakeWord):
        def open(self, words):
            super().open(words)
            return meter(words)

    return Broken()


@pytest.mark.parametrize(
    ("provider", "promise"),
    [
        (Credulous(), "without a model"),
        (Shouting(), "as said"),
        (opening(Jumpy), "silence is no wake word"),
        (opening(Forgetful), "in any pieces"),
        (opening(Mute), "several words"),
    ],
)
def test_broken_promises_are_named(provider, promise):
    with pytest.raises(AssertionError, match=promise):
        check_wake_word(provider)
