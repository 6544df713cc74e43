"""Frozen dataclasses to plain JSON values and back, by their type hints; and the JSON Schema of the format.

A trailing underscore in a field name (`from_`) is dropped in JSON.
Keys that a reader does not know are ignored, keys with a default may be missing,
so a newer minor version reads an older file and the other way round.
"""

import functools
import json
import operator
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.errors import DataError
from sayso.model.dossier import FORMAT, Dossier
from sayso.model.report import Number

_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})

SHAPES = 256
"""Combinations of types of a record's fields for which it is kept what there is to build."""

Builder = Callable[[Any], Any]
"""Makes a value of one type from plain JSON values."""

_PRIMITIVES: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def to_plain(value: object) -> Any:
    """Return `value` (dataclasses, tuples, enumerations, primitives) as dicts, lists and primitives."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, tuple):
        return [item if type(item) in _AS_THEY_ARE else to_plain(item) for item in value]
    if keys := _keys(kind):
        return {
            key: found if type(found := getattr(value, name)) in _AS_THEY_ARE else to_plain(found)
            for key, name in keys
        }
    return str(value) if isinstance(value, StrEnum) else value


def to_json(dossier: Dossier) -> str:
    """Return the dossier file's text: UTF-8 JSON, two spaces of indent, one newline at the end; same facts,
    same bytes."""
    return json.dumps(to_plain(dossier), ensure_ascii=False, indent=2) + "\n"


def from_json(text: str | bytes) -> Dossier:
    """Read a dossier file; raise `DataError` when it is not JSON, of another format version,
    or lacks a required key."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(f"not a dossier file: {error}") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise DataError(f"not a dossier file of format {FORMAT}")
    dossier = from_plain(Dossier, plain)
    assert isinstance(dossier, Dossier)
    return dossier


def from_plain(hint: Any, plain: Any) -> Any:
    """Build a value of type `hint` from plain JSON values; raise `DataError` where they do not fit."""
    return _builder(hint)(plain)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the dossier file, generated from the dataclasses."""
    definitions: dict[str, Any] = {}
    root = _describe(Dossier, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    """The keys and names of a dataclass's fields; nothing for any other type."""
    return tuple((_key(field), field.name) for field in fields(kind)) if is_dataclass(kind) else ()


def _key(field: "Field[Any]") -> str:
    return field.name.rstrip("_")


@cache
def _builder(hint: Any) -> Builder:
    """Return what builds values of a type: made once for each, since a dossier has thousands of them."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    if hint == Number:
        return _primitive(float)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(_builder(_not_none(hint)))
    if origin is tuple:
        return _sequence(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member(hint)
    return _primitive(hint)


def _record(record: type) -> Builder:
    hints = get_type_hints(record)
    parts = [(_key(field), _builder(hints[field.name]), field.default) for field in fields(record)]
    keys = [key for key, _, _ in parts]
    fit = [_fitting(hints[field.name]) for field in fields(record)]
    to_make: dict[tuple[type, ...], tuple[tuple[int, Builder], ...]] = {}

    def build(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise DataError(f"a {record.__name__} must be an object, not {type(plain).__name__}")
        try:
            values = [plain[key] for key in keys]
        except KeyError:
            return record(*[_part(record, plain, *part) for part in parts])
        kinds = tuple(map(type, values))
        making = to_make.get(kinds)
        if making is None:
            making = tuple((at, parts[at][1]) for at, kind in enumerate(kinds) if kind not in fit[at])
            if len(to_make) < SHAPES:
                to_make[kinds] = making
        for at, make in making:
            values[at] = make(values[at])
        return record(*values)

    return build


def _fitting(hint: Any) -> frozenset[type]:
    """Return the types of JSON values that a field of that type takes as they are."""
    if hint == Number:
        return _fitting(float)
    if get_origin(hint) in (Union, types.UnionType):
        return _fitting(_not_none(hint)) | {type(None)}
    return frozenset({int, float} if hint is float else {hint}) & _AS_THEY_ARE


def _part(record: type, plain: dict[str, Any], key: str, make: Builder, default: Any) -> Any:
    """Return the value of one field of a record from which keys are missing."""
    if key in plain:
        return make(plain[key])
    if default is MISSING:
        raise DataError(f"a {record.__name__} lacks the key {key!r}")
    return default


def _optional(make: Builder) -> Builder:
    return lambda plain: None if plain is None else make(plain)


def _sequence(arguments: tuple[Any, ...]) -> Builder:
    many = len(arguments) == 2 and arguments[1] is Ellipsis
    alike = len(set(arguments)) == 1
    fit = _fitting(arguments[0])
    makes = [_builder(hint) for hint in arguments if hint is not Ellipsis]

    def build(plain: Any) -> tuple[Any, ...]:
        if not isinstance(plain, list):
            raise DataError(f"expected a list, not {type(plain).__name__}")
        if many:
            return tuple(plain) if fit.issuperset(map(type, plain)) else tuple(map(makes[0], plain))
        if len(plain) != len(makes):
            raise DataError(f"expected {len(makes)} items, not {len(plain)}")
        if alike and fit.issuperset(map(type, plain)):
            return tuple(plain)
        return tuple(make(item) for make, item in zip(makes, plain, strict=True))

    return build


def _primitive(hint: type) -> Builder:
    """JSON has no whole numbers apart from others, so an integer is a float too; a truth value is neither."""
    wanted = (int, float) if hint is float else (hint,)

    def build(plain: Any) -> Any:
        if type(plain) not in wanted:
            raise DataError(f"expected {_PRIMITIVES[hint]}, not {type(plain).__name__}")
        return plain

    return build


def _member(enumeration: type[StrEnum]) -> Builder:
    members: dict[Any, StrEnum] = {str(member): member for member in enumeration}

    def build(plain: Any) -> StrEnum:
        if not isinstance(plain, str) or plain not in members:
            raise DataError(f"{plain!r} is not a valid {enumeration.__name__}")
        return members[plain]

    return build


def _not_none(hint: Any) -> Any:
    kinds = [argument for argument in get_args(hint) if argument is not type(None)]
    return functools.reduce(operator.or_, kinds)


def _describe(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(hint) and isinstance(hint, type):
        return _describe_record(hint, definitions)
    if hint == Number:
        return {"type": "number"}
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_describe(_not_none(hint), definitions), {"type": "null"}]}
    if origin is tuple:
        return _describe_sequence(get_args(hint), definitions)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        definitions.setdefault(
            hint.__name__, {"description": hint.__doc__, "enum": [str(member) for member in hint]}
        )
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {"type": _PRIMITIVES[hint]}


def _describe_record(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if record.__name__ not in definitions:
        definitions[record.__name__] = {}
        hints = get_type_hints(record)
        definitions[record.__name__] = {
            "description": record.__doc__,
            "type": "object",
            "properties": {
                _key(field): _describe(hints[field.name], definitions) for field in fields(record)
            },
            "required": [_key(field) for field in fields(record) if field.default is MISSING],
        }
    return {"$ref": f"#/$defs/{record.__name__}"}


def _describe_sequence(arguments: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return {"type": "array", "items": _describe(arguments[0], definitions)}
    items = [_describe(hint, definitions) for hint in arguments]
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
