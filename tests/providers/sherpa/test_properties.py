import pytest
import tiny_models
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.sherpa.properties import properties


def test_what_a_network_says_of_itself_is_read_without_loading_it(tmp_path):
    said = properties(tiny_models.sense_voice(tmp_path) / "model.int8.onnx")

    assert said["model_type"] == "sense_voice_ctc"
    assert said["lang_yue"] == "5"
    assert said["neg_mean"].count(",") == 559


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_complaint(tmp_path_factory, some):
    path = tmp_path_factory.getbasetemp() / "some.onnx"
    path.write_bytes(some)

    assert isinstance(properties(path), dict)


@given(st.data())
def test_a_damaged_network_is_read_without_complaint(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "damaged.onnx"
    if not path.exists():
        tiny_models.transducer(path.parent / "whole")
        path.write_bytes(b"")
    whole = (path.parent / "whole" / "joiner-epoch-99-avg-1.int8.onnx").read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + 4 :])

    assert isinstance(properties(path), dict)


@pytest.mark.parametrize("some", [b"", b"\xff" * 20, b"\x72\xff\xff\xff\xff\x0f", b"\x72\x05ab"])
def test_what_is_no_network_says_nothing(tmp_path, some):
    (tmp_path / "no.onnx").write_bytes(some)

    assert properties(tmp_path / "no.onnx") == {}
