"""Checked travel phrases in seven languages: exact or nothing, and never the network."""

from lorgnette.providers.phrasebook.phrasebook import Phrasebook

__all__ = ["Phrasebook"]
