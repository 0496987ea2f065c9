"""Say it in another language, understand it from one, and follow whoever speaks one."""

from lorgnette.skills.translate import live, phrases
from lorgnette.skills.translate.skill import skill

__all__ = ["live", "phrases", "skill"]
