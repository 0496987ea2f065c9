import pytest

from lorgnette.engines import SpeakerEmbedding

ANNA = SpeakerEmbedding("net", (0.6, 0.8))


@pytest.mark.parametrize(
    ("values", "likeness"), [((0.6, 0.8), 1.0), ((0.8, -0.6), 0.0), ((-0.6, -0.8), -1.0)]
)
def test_likeness_is_the_cosine_of_two_voices(values, likeness):
    assert ANNA.likeness(SpeakerEmbedding("net", values)) == pytest.approx(likeness)


def test_voices_that_different_networks_heard_are_never_compared():
    with pytest.raises(ValueError, match="cannot be compared"):
        ANNA.likeness(SpeakerEmbedding("other", (0.6, 0.8)))
