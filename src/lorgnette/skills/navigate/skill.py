"""The skill that every part of navigation adds its actions to."""

from lorgnette.skills import Skill

skill = Skill("navigate")
