"""The skill that all translating belongs to."""

from lorgnette.engines import TRANSLATOR
from lorgnette.skills import Skill

skill = Skill("translate", needs=(TRANSLATOR,))
