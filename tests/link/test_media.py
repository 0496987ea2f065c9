import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import PeerError, ProtocolBreach, TooMuch
from lorgnette.link.limits import LIMITS
from lorgnette.link.media import HEADER, Camera, Microphone, Speech, decode, encode

numbers = st.integers(0, 2**32 - 1)
samples = st.integers(0, 2**53 - 1)
sounds = st.binary(max_size=640).map(lambda sound: sound[: len(sound) // 2 * 2])
media = (
    st.builds(Microphone, samples, sounds, st.booleans(), st.booleans())
    | st.builds(Speech, numbers, samples, sounds)
    | st.builds(Camera, numbers, samples, st.binary(max_size=100))
)


@given(media)
def test_comes_out_as_it_went_in(piece):
    assert decode(encode(piece), LIMITS) == piece


@given(st.binary(max_size=64))
def test_any_bytes_are_media_or_a_breach(frame):
    try:
        piece = decode(frame, LIMITS)
    except PeerError:
        return
    assert decode(encode(piece), LIMITS) == piece


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (b"", ProtocolBreach),
        (bytes(15), ProtocolBreach),
        (HEADER.pack(9, 0, 0, 0, 0), ProtocolBreach),
        (HEADER.pack(1, 1, 0, 0, 0), ProtocolBreach),
        (HEADER.pack(1, 0, 0, 0, 2**53), ProtocolBreach),
        (HEADER.pack(1, 0, 0, 0, 0) + b"odd", ProtocolBreach),
        (HEADER.pack(1, 0, 0, 0, 0) + bytes(2 * LIMITS.audio_samples + 2), TooMuch),
        (HEADER.pack(3, 0, 0, 0, 0) + bytes(LIMITS.media_bytes), TooMuch),
    ],
)
def test_refuses_what_does_not_follow_the_header(frame, error):
    with pytest.raises(error):
        decode(frame, LIMITS)


def test_ignores_flags_it_does_not_know():
    assert decode(HEADER.pack(1, 0, 0xFFF0, 0, 7), LIMITS) == Microphone(7, b"")
