"""What a wearer can do, and everything needed to write a skill.

from lorgnette.skills import Reply, Skill, Turn
"""

from lorgnette.core.activities import Activity, Traits
from lorgnette.core.events import Adjustment
from lorgnette.core.replies import Ask, Offer, Reply
from lorgnette.skills.activity import Life
from lorgnette.skills.captioned import Captioned
from lorgnette.skills.skill import Action, Skill
from lorgnette.skills.turn import Glasses, Turn

__all__ = [
    "Action",
    "Activity",
    "Adjustment",
    "Ask",
    "Captioned",
    "Glasses",
    "Life",
    "Offer",
    "Reply",
    "Skill",
    "Traits",
    "Turn",
]
