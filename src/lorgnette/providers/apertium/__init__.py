"""Rough translation offline by the programs of apertium.org, where they are installed."""

from lorgnette.providers.apertium.apertium import Apertium

__all__ = ["Apertium"]
