"""A Python client of the link: virtual glasses for programs, demos and tests.

async with connect("ws://127.0.0.1:8460/link") as glasses:
    glasses.type("what time is it")
    async for message in glasses:
        print(message)
"""

from lorgnette.link.client.camera import VirtualCamera
from lorgnette.link.client.glasses import Glasses, LinkRefused, put_on
from lorgnette.link.client.receiver import VirtualReceiver
from lorgnette.link.client.speaker import VirtualSpeaker
from lorgnette.link.client.websocket import connect

__all__ = [
    "Glasses",
    "LinkRefused",
    "VirtualCamera",
    "VirtualReceiver",
    "VirtualSpeaker",
    "connect",
    "put_on",
]
