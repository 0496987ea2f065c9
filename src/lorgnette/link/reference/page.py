"""Puts the page together: the template, and tables made from the code."""

from collections.abc import Iterable
from importlib.resources import files as resources
from string import Template
from typing import Any, get_args

import msgspec
from msgspec import inspect as types

from lorgnette.core.types import Display, Profile
from lorgnette.link.codes import Code
from lorgnette.link.limits import Limits
from lorgnette.link.media import FIELDS
from lorgnette.link.messages import (
    VERSION,
    Committed,
    FromGlasses,
    FromHub,
    Numbered,
    Position,
    Volatile,
)
from lorgnette.link.reference import example, golden
from lorgnette.link.reference.fields import default, sentences, shape, summary
from lorgnette.link.states import TABLE, State

FILES = "docs/reference/link"
"""Where the reference lies in the project."""


def render() -> dict[str, bytes]:
    """All files of the reference, by their path inside its folder."""
    template = resources(__package__).joinpath("template.md").read_text("utf-8")
    page = Template(template).substitute(
        version=VERSION,
        header=_table(("field", "type", "meaning"), FIELDS),
        states=_table(("state", "meaning"), _states()),
        transitions=_table(("state", "who", "says", "then"), _transitions()),
        from_glasses="\n\n".join(_message(cls) for cls in get_args(FromGlasses)),
        from_hub="\n\n".join(_message(cls) for cls in get_args(FromHub)),
        parts="\n\n".join(_part(cls) for cls in (Profile, Display, Position)),
        codes=_table(("code", "meaning"), _codes()),
        limits=_table(("limit", "default", "meaning"), _limits()),
        example="\n".join(example.played()),
        golden=_table(("file", "from"), _golden()),
    )
    schema = {"FromGlasses": FromGlasses, "FromHub": FromHub}
    return {
        "index.md": page.encode(),
        "schema.json": _schema(schema),
        **{f"golden/{name}": content for name, content in golden.files().items()},
    }


def _message(cls: type[msgspec.Struct]) -> str:
    kept = "Kept until acknowledged. " if issubclass(cls, Committed | Numbered) else ""
    kept = kept or ("Volatile. " if cls in get_args(Volatile) else "")
    text = summary(cls).removesuffix("Volatile.").strip()
    return f"### `{cls.__struct_config__.tag}`\n\n{text} {kept}".rstrip() + f"\n\n{_fields(cls)}"


def _part(cls: type[msgspec.Struct]) -> str:
    return f"### {cls.__name__}\n\n{summary(cls)}\n\n{_fields(cls)}"


def _fields(cls: type[msgspec.Struct]) -> str:
    info = types.type_info(cls)
    if not isinstance(info, types.StructType) or not info.fields:
        return ""
    said = sentences(cls)
    rows = [
        (f"`{field.encode_name}`", _shape(field), default(field), said.get(field.name, ""))
        for field in info.fields
    ]
    return _table(("field", "type", "default", ""), rows)


def _shape(field: types.Field) -> str:
    return "card" if field.name == "card" else shape(field.type)


def _states() -> Iterable[tuple[str, str]]:
    said = sentences(State)
    return ((state, said[state.name]) for state in State)


def _transitions() -> Iterable[tuple[str, ...]]:
    for (state, side), moves in TABLE.items():
        for then in dict.fromkeys(moves.values()):
            said = ", ".join(
                f"`{name}`" for name, next_state in moves.items() if next_state == then
            )
            yield state, side, said, then


def _codes() -> Iterable[tuple[str, str]]:
    said = sentences(Code)
    return ((f"`{code.value}`", said[code.name]) for code in Code)


def _limits() -> Iterable[tuple[str, str, str]]:
    said = sentences(Limits)
    info = types.type_info(Limits)
    fields = info.fields if isinstance(info, types.StructType) else ()
    return ((f"`{one.name}`", f"{one.default:,}", said[one.name]) for one in fields)


def _golden() -> Iterable[tuple[str, str]]:
    for name in golden.files():
        side = "glasses" if name.rpartition(".")[0] in golden.GLASSES else "hub"
        yield f"[{name}](golden/{name})", side


def _schema(roots: dict[str, Any]) -> bytes:
    schemas, components = msgspec.json.schema_components(roots.values())
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": components | dict(zip(roots, schemas, strict=True)),
    }
    text = msgspec.json.encode(schema, order="deterministic")
    return msgspec.json.format(text, indent=2) + b"\n"


def _table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(str(cell).strip() for cell in row)} |" for row in lines)
