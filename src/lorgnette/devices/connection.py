"""What every device gives the hub: a `Connection`. The contract itself belongs to the link."""

from lorgnette.link.connection import Connection, EndOfLink

__all__ = ["Connection", "EndOfLink"]
