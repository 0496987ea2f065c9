"""What the wearer sees, live: for guests they invite, and for a server that passes it on."""

from lorgnette.skills.live import asking
from lorgnette.skills.live.skill import skill

__all__ = ["asking", "skill"]
