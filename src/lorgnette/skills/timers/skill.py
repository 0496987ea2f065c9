"""The skill that all actions on timers, alarms and reminders belong to."""

from lorgnette.skills import Skill

skill = Skill("timers")
