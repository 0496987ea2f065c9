"""The way to a place, on foot, by bicycle or by car: found, and followed to its end."""

from lorgnette.skills.navigate import (
    again,
    around,
    finding,
    going,
    hours,
    landmarks,
    named,
    others,
    steering,
    views,
    whereabouts,
)
from lorgnette.skills.navigate.skill import skill

__all__ = [
    "again",
    "around",
    "finding",
    "going",
    "hours",
    "landmarks",
    "named",
    "others",
    "skill",
    "steering",
    "views",
    "whereabouts",
]
