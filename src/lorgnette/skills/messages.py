"""What is said, by name and language: Fluent files `messages/<lang>.ftl`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.types import ENGLISH, Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LONGEST = 1000
"""Characters of a text in a message: a minute of speech. Fluent refuses more than 2,500."""


class Messages:
    """The messages of several folders, the first folder that has one wins.

    A language without a message falls back to English.
    """

    def __init__(self, *folders: Path) -> None:
        """`folders` each hold `messages/<lang>.ftl`."""
        self.folders = folders

    def find(self, name: str, language: Language, values: Mapping[str, Any]) -> str | None:
        """The message with its values filled in, or None when there is none."""
        for tongue in dict.fromkeys((language, ENGLISH)):
            for folder in self.folders:
                bundle = load(folder, tongue)
                if bundle is not None and bundle.has_message(name):
                    return format_message(bundle, name, values)
        return None


def format_message(bundle: "FluentBundle", name: str, values: Mapping[str, Any]) -> str | None:
    """One message of a bundle; mistakes in the file are the skill's and are told."""
    pattern = bundle.get_message(name).value
    if pattern is None:
        return None
    text, errors = bundle.format_pattern(pattern, {key: cut(item) for key, item in values.items()})
    if errors:
        raise ExtensionFailed(f"message {name}: {errors[0]!r}")
    return str(text)


def cut(value: Any) -> Any:
    """The value; of a text that is longer than Fluent takes, the beginning."""
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value


@lru_cache(maxsize=256)
def load(folder: Path, language: Language) -> "FluentBundle | None":
    """The messages of one folder in one language, or None when it has none."""
    from fluent.runtime import FluentBundle, FluentResource

    path = folder / "messages" / f"{language}.ftl"
    if not path.is_file():
        return None
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
