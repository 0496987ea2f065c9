"""Timers, alarms and reminders: stored, so that they ring whatever happens in between."""

from lorgnette.skills.timers import asking, repeating, setting, stopping
from lorgnette.skills.timers.skill import skill

__all__ = ["asking", "repeating", "setting", "skill", "stopping"]
