"""What a sentence means: `means(Duration, "half an hour")`."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lorgnette.core.slots import Context, slot_for
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split

NOW = datetime(2026, 5, 5, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Tuesday


def _language(text):
    return CHINESE if any("\u4e00" <= character <= "\u9fff" for character in text) else ENGLISH


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def means():
    """The value of all the words of a text in its language, or None."""

    def read(annotation, text, now=NOW, language=None):
        language = language or _language(text)
        words = split(text, language)
        readings = slot_for(annotation).read(words, Context(language, now))
        return next((value for used, value in readings if used == len(words)), None)

    return read


@pytest.fixture
def shown():
    """A value as the wearer sees it in English and in Chinese."""

    def show(annotation, value):
        slot = slot_for(annotation)
        return slot.show(value, ENGLISH), slot.show(value, CHINESE)

    return show
