"""The skill that every part of shopping adds its actions to."""

from lorgnette.engines import CATALOGUE
from lorgnette.skills import Skill

skill = Skill("shopping", needs=(CATALOGUE,))
