from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.engines import Call, Words
from lorgnette.providers.openai.stream import Answer

GOLDEN = Path(__file__).parents[1] / "golden" / "openai"

ANSWERS = {
    "openai-words.sse": [Words("It is"), Words(" late, 晚安.")],
    "openai-calls.sse": [
        Call("call_a", "timers-start", {"duration": "ten seconds"}),
        Call("call_b", "clock-time", {}),
    ],
    "dashscope-qwen.sse": [Words("好的，"), Call("call_1f", "notes-take", {"text": "买牛奶"})],
    "ollama.sse": [
        Words("One moment."),
        Call("call_x1", "timers-start", {"duration": "5 minutes"}),
        Call("call_x2", "timers-start", {"duration": "9 minutes"}),
    ],
    "vllm-no-done.sse": [Call("chatcmpl-tool-7", "maths-add", {"a": 1, "b": 2.5})],
    "llamacpp-whole.json": [Words("Sure."), Call("call-1", "clock-time", {"city": "Tokyo"})],
}
PROBLEMS = {
    "vllm-error.sse": ([Words("One")], "the model fails: The engine ran out of memory"),
    "truncated.sse": ([], "the arguments for 'pay-send' are not JSON"),
}


def read(*pieces):
    answer = Answer()
    items = [item for piece in pieces for item in answer.feed(piece)]
    return [*items, *answer.end()], answer.problem


def event(**choice):
    return b"data: " + msgspec.json.encode({"choices": [choice]}) + b"\n\n"


def joined(items):
    words = "".join(item.text for item in items if isinstance(item, Words))
    return words, [item for item in items if isinstance(item, Call)]


@pytest.mark.parametrize("name", ANSWERS)
def test_every_server_is_understood(name):
    assert read((GOLDEN / name).read_bytes()) == (ANSWERS[name], "")


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_told_after_what_came_before_it(name):
    assert read((GOLDEN / name).read_bytes()) == PROBLEMS[name]


@given(st.sampled_from(sorted(ANSWERS)), st.integers(1, 40), st.booleans())
def test_it_does_not_matter_how_the_bytes_arrive(name, size, returns):
    sent = (GOLDEN / name).read_bytes()
    if returns:
        sent = sent.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    pieces = [sent[start : start + size] for start in range(0, len(sent), size)]

    items, problem = read(*pieces)

    assert joined(items) == joined(ANSWERS[name])
    assert problem == ""


def test_words_are_given_as_soon_as_their_event_is_complete():
    answer = Answer()
    assert list(answer.feed(event(delta={"content": "Hel"}))) == [Words("Hel")]
    assert list(answer.feed(event(delta={"content": "lo"})[:-1])) == []
    assert list(answer.feed(b"\n")) == [Words("lo")]


def test_calls_without_index_and_identifier_are_numbered():
    def piece(name):
        return event(delta={"tool_calls": [{"id": "", "function": {"name": name}}]})

    items, problem = read(piece("a-b"), event(finish_reason="tool_calls"), piece("c-d"))

    assert (items, problem) == ([Call("call-1", "a-b", {}), Call("call-2", "c-d", {})], "")


def test_a_name_repeated_in_every_piece_is_still_one_call():
    def piece(arguments, id_):
        call = {"index": 0, "id": id_, "function": {"name": "a-b", "arguments": arguments}}
        return event(delta={"tool_calls": [call]})

    items, _ = read(piece('{"x"', "one"), piece(":1", ""), piece("}", "one"))

    assert items == [Call("one", "a-b", {"x": 1})]


@pytest.mark.parametrize("arguments", ["[1]", "null", '"text"', "{", "[" * 50_000])
def test_arguments_that_are_no_object_are_a_problem(arguments):
    call = {"index": 0, "id": "x", "function": {"name": "a-b", "arguments": arguments}}

    items, problem = read(event(delta={"tool_calls": [call]}))

    assert items == []
    assert problem.startswith("the arguments for 'a-b' are not")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"<html>busy</html>",
        b"data: {\n\n",
        b'data: {"choices": [{"delta": {"content": "\\ud83d"}}]}\n\n',
        b"data: " + b"[" * 100_000 + b"\n\n",
    ],
)
def test_an_answer_that_says_nothing_is_a_problem(sent):
    assert read(sent) == ([], "the model's answer is not understood")


@pytest.mark.parametrize(
    "calls",
    [
        [{"index": 0, "function": {"name": "a", "arguments": "x" * 100_000}}],
        [{"index": 0, "function": {"name": "x" * 1000}}],
        [{"index": index, "function": {"name": "a"}} for index in range(100)],
        [{"index": -1, "id": str(index), "function": {"name": "a"}} for index in range(100)],
    ],
)
def test_what_does_not_end_is_a_problem(calls):
    items, problem = read(event(delta={"tool_calls": calls}), event(delta={"content": "more"}))

    assert items == []
    assert problem.startswith("the model w")


def test_words_that_nothing_ends_are_given_and_are_a_problem():
    items, problem = read(event(delta={"content": "I think"}), event(delta={"content": " that"}))

    assert items == [Words("I think"), Words(" that")]
    assert problem == "the model's answer breaks off"


@pytest.mark.parametrize("end", [b"data: [DONE]\n\n", event(finish_reason="stop")])
def test_either_mark_ends_an_answer(end):
    assert read(event(delta={"content": "yes"}), end) == ([Words("yes")], "")


def test_an_event_that_does_not_end_is_a_problem_and_is_not_held():
    answer = Answer()
    for _ in range(300):
        assert list(answer.feed(b"data: " + b"x" * 10_000)) == []

    assert answer.problem == "the model's answer does not end"


KEYS = (
    *("choices", "delta", "message", "content", "finish_reason", "error", "object"),
    *("tool_calls", "index", "id", "function", "name", "arguments"),
)
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("a-b"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(st.lists(json))
def test_any_json_is_words_calls_or_a_problem(values):
    items, problem = read(*(b"data: " + msgspec.json.encode(value) + b"\n\n" for value in values))

    assert all(isinstance(item, Words | Call) for item in items)
    assert isinstance(problem, str)


@given(st.lists(st.binary() | st.sampled_from([b"data: ", b"\n", b"\r", b"{", b"}", b"[DONE]"])))
def test_any_bytes_are_words_calls_or_a_problem(pieces):
    items, problem = read(*pieces)

    assert problem or items or b"DONE" in b"".join(pieces) or b"choices" in b"".join(pieces)
