import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.espeak.frames import LONGEST_BODY, Frame, Frames, request
from lorgnette.providers.espeak.worker import HEADER, SPEAK


def written(frame):
    return HEADER.pack(frame.kind, frame.number, len(frame.body)) + frame.body


some_frames = st.builds(
    Frame,
    st.sampled_from([b"A", b"F", b"V"]),
    st.integers(0, 2**32 - 1),
    st.binary(max_size=50),
)


@given(st.lists(some_frames), st.lists(st.integers(1, 20), min_size=1))
def test_frames_arrive_however_they_are_cut(frames, cuts):
    sent = b"".join(map(written, frames))
    received, reader = [], Frames()
    while sent:
        for cut in cuts:
            received += reader.feed(sent[:cut])
            sent = sent[cut:]

    assert received == frames


@given(st.lists(st.binary()))
def test_nonsense_is_a_failed_engine_and_nothing_else(pieces):
    reader = Frames()
    try:
        for piece in pieces:
            assert all(len(frame.body) <= LONGEST_BODY for frame in reader.feed(piece))
    except EngineFailed:
        pass


def test_a_frame_too_long_to_be_true_is_refused_before_it_is_held():
    with pytest.raises(EngineFailed):
        list(Frames().feed(HEADER.pack(b"A", 1, LONGEST_BODY + 1)))


@given(st.text())
def test_a_text_cannot_command_espeak(text):
    asked = request(7, "gmw/en", 150, 50, text)

    kind, number, length = HEADER.unpack_from(asked)
    voice, rate, pitch, said = asked[HEADER.size :].split(b"\0")
    assert (kind, number, length) == (SPEAK, 7, len(asked) - HEADER.size)
    assert (voice, rate, pitch) == (b"gmw/en", b"150", b"50")
    assert all(byte >= 32 for byte in said)
