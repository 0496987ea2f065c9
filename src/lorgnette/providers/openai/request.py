"""The request: what a conversation and its tools look like to a model. No I/O."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lorgnette.engines import Message, Tool
from lorgnette.providers.http import Request
from lorgnette.providers.openai.settings import OpenAISettings

JSON = dict[str, Any]


def request(
    settings: OpenAISettings,
    messages: Sequence[Message],
    tools: Sequence[Tool] = (),
    **more: Any,
) -> Request:
    """One request for a streamed answer, as «Create chat completion» of OpenAI's API has it.

    `more`: what only this request has, such as `translation_options`.
    """
    if tools:
        more["tools"] = [_tool(tool) for tool in tools]
    return posted(settings, [_message(message) for message in messages], **more)


def posted(settings: OpenAISettings, messages: Sequence[JSON], **more: Any) -> Request:
    """The same with messages that are written already."""
    body: JSON = {
        **settings.extra,
        **more,
        "model": settings.model,
        "messages": messages,
        "stream": True,
    }
    if settings.temperature is not None:
        body["temperature"] = settings.temperature
    if settings.max_tokens is not None:
        body["max_tokens"] = settings.max_tokens
    headers = {
        "content-type": "application/json",
        "accept": "text/event-stream",
        **settings.headers,
    }
    if settings.key:
        headers["authorization"] = f"Bearer {settings.key}"
    return Request(
        url=settings.url.rstrip("/") + "/chat/completions",
        headers=headers,
        body=msgspec.json.encode(body),
        secrets=(settings.key, *settings.headers.values()),
    )


def _message(message: Message) -> JSON:
    """One entry of the conversation."""
    written: JSON = {"role": message.role, "content": message.text}
    if message.role == "tool":
        written["tool_call_id"] = message.call_id
    if message.calls:
        written["content"] = message.text or None
        written["tool_calls"] = [
            {
                "id": call.id,
                "type": "function",
                "function": {
                    "name": call.name,
                    "arguments": msgspec.json.encode(call.arguments).decode(),
                },
            }
            for call in message.calls
        ]
    return written


def _tool(tool: Tool) -> JSON:
    """One action that the model may ask for."""
    return {
        "type": "function",
        "function": {
            "name": tool.name,
            "description": tool.description,
            "parameters": tool.parameters,
        },
    }
