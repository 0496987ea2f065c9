"""The skill that everything about meetings belongs to."""

from lorgnette.engines import MEETINGS, RECOGNISER
from lorgnette.skills import Skill

skill = Skill("meetings", needs=(MEETINGS, RECOGNISER))

NAME = skill.name
"""The name of the activity."""
