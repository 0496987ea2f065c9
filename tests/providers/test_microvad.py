import sys

import pytest

from lorgnette.app.composition import compose
from lorgnette.app.config import Config
from lorgnette.core.errors import MissingPart
from lorgnette.engines import VOICE_ACTIVITY
from lorgnette.providers.microvad import MicroVad
from lorgnette.testing.voiceactivities import check_voice_activity


@pytest.mark.real
def test_keeps_the_promises_of_voice_activity():
    check_voice_activity(MicroVad())


def test_it_can_be_chosen_and_is_not_the_first():
    chosen = Config(engines={VOICE_ACTIVITY.name: "microvad"})

    assert isinstance(compose(chosen, [VOICE_ACTIVITY]).found[VOICE_ACTIVITY], MicroVad)
    assert compose(Config(), [VOICE_ACTIVITY]).providers == {VOICE_ACTIVITY.name: "silero"}


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymicro_vad", None)
    with pytest.raises(MissingPart, match="pip install pymicro-vad"):
        MicroVad().open()
