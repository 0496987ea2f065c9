"""Reads the source of the link as documentation: fields, bounds, and the sentence below each."""

import ast
import inspect
import itertools
import textwrap
from typing import Any

import msgspec
from msgspec import inspect as types


def sentences(cls: type) -> dict[str, str]:
    """What stands below each attribute of a class and of its parents, by attribute."""
    found: dict[str, str] = {}
    for part in reversed(cls.__mro__):
        if part.__module__.startswith("lorgnette"):
            found |= _own_sentences(part)
    return found


def summary(cls: type) -> str:
    """The docstring of a class, on one line."""
    return " ".join((cls.__doc__ or "").split())


def shape(kind: types.Type) -> str:
    """A type in a few words."""
    words = "a card"
    match kind:
        case types.UnionType(types=members):
            words = " or ".join(shape(member) for member in members)
        case types.StructType(cls=cls):
            words = f"[{cls.__name__}](#{cls.__name__.lower()})"
        case types.EnumType(cls=cls):
            words = "one of " + ", ".join(f"`{member.value}`" for member in cls)
        case types.VarTupleType(item_type=item):
            words = f"list of {shape(item)}"
        case types.IntType():
            words = _bounded("whole number", kind.ge, kind.le)
        case types.FloatType():
            words = _bounded("number", kind.ge, kind.le)
        case types.StrType():
            words = _text(kind)
        case types.BoolType():
            words = "true or false"
        case types.NoneType():
            words = "null"
    return words


def default(field: types.Field) -> str:
    """A default value as JSON, or `required`."""
    if field.required:
        return "required"
    value: Any = field.default
    if value is msgspec.NODEFAULT:
        value = field.default_factory()
    return f"`{msgspec.json.encode(value).decode()}`" if not _long(value) else "the limits below"


def _long(value: object) -> bool:
    return isinstance(value, msgspec.Struct) and len(value.__struct_fields__) > 4


def _own_sentences(cls: type) -> dict[str, str]:
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found = {}
    for line, below in itertools.pairwise(body):
        name = _name(line)
        if name and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[name] = " ".join(str(below.value.value).split())
    return found


def _name(line: ast.stmt) -> str | None:
    match line:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return None


def _text(kind: types.StrType) -> str:
    length = f", at most {kind.max_length:,} characters" if kind.max_length else ""
    pattern = (kind.pattern or "").replace(r"\A", "^").replace(r"\Z", "$")
    return f"text{length}" + (f", `{pattern}`" if pattern else "")


def _bounded(kind: str, least: float | None, most: float | None) -> str:
    if least is None or most is None:
        return kind
    return f"{kind}, {least:,} to {most:,}".replace(f"{2**53 - 1:,}", "2⁵³−1")
