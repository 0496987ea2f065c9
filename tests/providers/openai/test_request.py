import msgspec

from lorgnette.engines import Call, Message, Tool
from lorgnette.providers.openai.request import request
from lorgnette.providers.openai.settings import OpenAISettings

LOCAL = OpenAISettings(url="http://127.0.0.1:11434/v1/", model="qwen3:8b")
CONVERSATION = (
    Message("system", "Be brief."),
    Message("user", "Ten seconds, and what time is it?"),
    Message("assistant", "", (Call("c1", "timers-start", {"duration": "十秒"}),)),
    Message("tool", "done", call_id="c1"),
    Message("assistant", "It is three."),
)
TIMER = Tool("timers-start", "Start a timer.", {"type": "object", "properties": {}})


def body(*args):
    return msgspec.json.decode(request(*args).body)


def test_a_conversation_with_tools_is_written_as_the_protocol_has_it():
    assert body(LOCAL, CONVERSATION, (TIMER,)) == {
        "model": "qwen3:8b",
        "stream": True,
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Ten seconds, and what time is it?"},
            {
                "role": "assistant",
                "content": None,
                "tool_calls": [
                    {
                        "id": "c1",
                        "type": "function",
                        "function": {"name": "timers-start", "arguments": '{"duration":"十秒"}'},
                    }
                ],
            },
            {"role": "tool", "content": "done", "tool_call_id": "c1"},
            {"role": "assistant", "content": "It is three."},
        ],
        "tools": [
            {
                "type": "function",
                "function": {
                    "name": "timers-start",
                    "description": "Start a timer.",
                    "parameters": {"type": "object", "properties": {}},
                },
            }
        ],
    }


def test_what_is_not_set_is_not_sent():
    sent = request(LOCAL, CONVERSATION[:1])

    assert sent.url == "http://127.0.0.1:11434/v1/chat/completions"
    assert set(msgspec.json.decode(sent.body)) == {"model", "stream", "messages"}
    assert "authorization" not in sent.headers


def test_settings_are_sent_and_extras_cannot_replace_the_conversation():
    settings = msgspec.structs.replace(
        LOCAL,
        key="sk-secret",
        temperature=0.2,
        max_tokens=100,
        headers={"x-team": "glasses"},
        extra={"enable_thinking": False, "messages": []},
    )

    sent = request(settings, CONVERSATION[:1])

    written = msgspec.json.decode(sent.body)
    assert (written["temperature"], written["max_tokens"]) == (0.2, 100)
    assert written["enable_thinking"] is False
    assert len(written["messages"]) == 1
    assert sent.headers["authorization"] == "Bearer sk-secret"
    assert sent.headers["x-team"] == "glasses"
    assert "secret" not in repr(sent)
