import sys

import pytest

from lorgnette.core.errors import MissingPart
from lorgnette.providers.microvad import MicroVad
from lorgnette.testing.voiceactivities import check_voice_activity


@pytest.mark.real
def test_keeps_the_promises_of_voice_activity():
    check_voice_activity(MicroVad())


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymicro_vad", None)
    with pytest.raises(MissingPart, match="pip install pymicro-vad"):
        MicroVad().open()
