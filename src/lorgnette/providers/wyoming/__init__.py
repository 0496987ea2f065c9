"""Recognition by a server of the Wyoming protocol, as Home Assistant's voice services speak it."""

from lorgnette.providers.wyoming.recogniser import Wyoming

__all__ = ["Wyoming"]
