"""Frozen dataclasses to plain JSON values and back, by their type hints; and the JSON Schema of the format.

A trailing underscore in a field name (`from_`) is dropped in JSON.
Keys that a reader does not know are ignored, keys with a default may be missing,
so a newer minor version reads an older file and the other way round.
"""

import json
import math
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.errors import DataError
from sayso.model.dossier import FORMAT, Dossier

_PRIMITIVES: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def to_plain(value: object) -> Any:
    """Return `value` (dataclasses, tuples, enumerations, primitives) as dicts, lists and primitives."""
    if is_dataclass(value):
        return {_key(field): to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
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
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint, plain)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return None if plain is None else from_plain(_not_none(hint), plain)
    if origin is tuple:
        return _sequence(get_args(hint), plain)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member(hint, plain)
    return _primitive(hint, plain)


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


def _key(field: "Field[Any]") -> str:
    return field.name.rstrip("_")


@cache
def _hints(record: type) -> Mapping[str, Any]:
    return get_type_hints(record)


def _record(record: type, plain: Any) -> Any:
    if not isinstance(plain, dict):
        raise DataError(f"a {record.__name__} must be an object, not {type(plain).__name__}")
    hints = _hints(record)
    values: dict[str, Any] = {}
    for field in fields(record):
        if _key(field) in plain:
            values[field.name] = from_plain(hints[field.name], plain[_key(field)])
        elif field.default is MISSING:
            raise DataError(f"a {record.__name__} lacks the key {_key(field)!r}")
    return record(**values)


def _sequence(arguments: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise DataError(f"expected a list, not {type(plain).__name__}")
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(from_plain(arguments[0], item) for item in plain)
    if len(plain) != len(arguments):
        raise DataError(f"expected {len(arguments)} items, not {len(plain)}")
    return tuple(from_plain(hint, item) for hint, item in zip(arguments, plain, strict=True))


def _primitive(hint: type, plain: Any) -> Any:
    """JSON has no whole numbers apart from others, so an integer is a float too; a truth value is neither,
    and what Python reads as infinite or as no number is none."""
    fits = isinstance(plain, (int, float)) if hint is float else isinstance(plain, hint)
    finite = not isinstance(plain, float) or math.isfinite(plain)
    if not fits or not finite or (isinstance(plain, bool) and hint is not bool):
        raise DataError(f"expected {_PRIMITIVES[hint]}, not {type(plain).__name__}")
    return plain


def _member(enumeration: type[StrEnum], plain: Any) -> StrEnum:
    try:
        return enumeration(plain)
    except ValueError as error:
        raise DataError(str(error)) from error


def _not_none(hint: Any) -> Any:
    return next(argument for argument in get_args(hint) if argument is not type(None))


def _describe(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(hint) and isinstance(hint, type):
        return _describe_record(hint, definitions)
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
        hints = _hints(record)
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
