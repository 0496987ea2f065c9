"""Meetings: written down while they are held, with minutes at their end."""

from lorgnette.skills.meetings import asking, forgetting, holding, running
from lorgnette.skills.meetings.skill import skill

__all__ = ["asking", "forgetting", "holding", "running", "skill"]
