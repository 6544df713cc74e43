"""Write the generated docs: `docs/format.md` and `docs/schema/sayso-dossier-1.json`, both from the
dataclasses, and `docs/database.md` from the migrations of the desk's database.

python tools/make_docs.py write them python tools/make_docs.py --check fail when what is there is out of date
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import database_docs
from sayso.model.codec import schema
from sayso.model.dossier import FORMAT

DOCS = Path(__file__).resolve().parent.parent / "docs"

HEAD = f"""# The dossier file: `{FORMAT}`

<!-- Made by tools/make_docs.py from the dataclasses in src/sayso/model; change those, not this page. -->

One story in one UTF-8 JSON file, written by `sayso dossier … --json FILE`. The same facts give the same
bytes. Machines find the same in [sayso-dossier-1.json](schema/sayso-dossier-1.json), a JSON Schema (2020-12).

- **Offsets** count Unicode code points of a report's `text`, half open: `text[start:end]` is the fact's own
  `text`, always. JavaScript counts UTF-16 units: convert there.
- **Dates** are ISO 8601 texts, so they sort as text. A `Moment` with an end of null is open at that end.
- **Bounds**: `low` or `high` null is an open end: "more than 3,000" is 3000 to null.
- **Ids** are hashes of what they name: the same input gives the same ids, in any order and on any machine.
- **Origins**: only `origins_low` may be called a number of independent origins; `origins_high` adds possible
  and unknown ones.
- **Lists** are sorted by id unless said otherwise. Every enumeration below is closed.
- **Versions**: within `/1` keys may be added, none is renamed or removed. Readers ignore keys that they do
  not know; keys marked *optional* may be missing from older files.
"""


def pages() -> dict[Path, str]:
    """Return the text of every generated file by its path."""
    described = schema()
    return {
        DOCS / "schema" / f"{FORMAT.replace('/', '-')}.json": json.dumps(
            described, indent=2, ensure_ascii=False
        )
        + "\n",
        DOCS / "format.md": reference(described),
        DOCS / "database.md": database_docs.page(),
    }


def reference(described: dict[str, Any]) -> str:
    """Return the reference page: the records in the order in which the file leads to them, then the
    enumerations.
    """
    definitions = described["$defs"]
    order = list(dict.fromkeys(_reached("Dossier", definitions)))
    records = [name for name in order if "properties" in definitions[name]]
    enumerations = [name for name in order if "enum" in definitions[name]]
    parts = [HEAD, "## Records\n"]
    parts += [_record(name, definitions[name]) for name in records]
    parts += ["## Enumerations\n"]
    parts += [_enumeration(name, definitions[name]) for name in enumerations]
    return "\n".join(parts)


def _reached(name: str, definitions: dict[str, Any]) -> Iterator[str]:
    yield name
    for value in definitions[name].get("properties", {}).values():
        for reference_ in _references(value):
            yield from _reached(reference_, definitions)


def _references(value: dict[str, Any]) -> Iterator[str]:
    if "$ref" in value:
        yield value["$ref"].rpartition("/")[2]
    items = value.get("items", [])
    for inner in (
        *value.get("anyOf", []),
        *(items if isinstance(items, list) else [items]),
        *value.get("prefixItems", []),
    ):
        if isinstance(inner, dict):
            yield from _references(inner)


def _record(name: str, definition: dict[str, Any]) -> str:
    rows = [
        f"| `{key}` | {_type(value)} | {'' if key in definition['required'] else 'optional'} |"
        for key, value in definition["properties"].items()
    ]
    return "\n".join(
        [f"### {name}\n", _prose(definition), "", "| key | value | |", "|---|---|---|", *rows, ""]
    )


def _enumeration(name: str, definition: dict[str, Any]) -> str:
    return (
        f"### {name}\n\n{_prose(definition)}\n\n"
        + " · ".join(f"`{value}`" for value in definition["enum"])
        + "\n"
    )


def _prose(definition: dict[str, Any]) -> str:
    return " ".join(definition["description"].split())


def _type(value: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return f"{_type(value['anyOf'][0])} or null"
    if "prefixItems" in value:
        return f"[{', '.join(map(_type, value['prefixItems']))}]"
    return f"list of {_type(value['items'])}" if value["type"] == "array" else str(value["type"])


def main() -> int:
    """Write the files, or with `--check` return 1 when one of them is out of date."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        if "--check" in sys.argv:
            print(f"out of date: {path.name}; run tools/make_docs.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages()[path], encoding="utf-8")
            print(f"wrote {path.name}")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
