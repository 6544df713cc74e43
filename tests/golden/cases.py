"""The golden cases: inputs that ship with sayso or lie beside this file, and the dossier expected of each.

    python -m tests.golden.cases        writes every expected dossier anew; read the diff before you commit it

An expected dossier is the dossier file with one fact a line and without the reports' texts, so that a diff
reads well.
"""

import json
from importlib.resources import files
from pathlib import Path

from sayso import api
from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier

HERE = Path(__file__).parent
EXAMPLES = ("factory", "ferry", "flood")
OWN = tuple(sorted(path.name for path in HERE.iterdir() if (path / "reports").is_dir()))


def inputs(case: str) -> list[str]:
    """Return the paths of a case's reports."""
    folder = (
        Path(str(files("sayso.examples").joinpath(case))) if case in EXAMPLES else HERE / case / "reports"
    )
    return [str(path) for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html"}]


def expected(case: str) -> Path:
    """Return the file that holds what is expected of a case."""
    return HERE / case / "expected.json"


def rendered(dossier: Dossier) -> str:
    """Return a dossier as JSON with one list item a line; versions and texts of reports are left out."""
    plain = to_plain(dossier)
    plain.pop("made_with")
    for report in plain["reports"]:
        del report["text"]
    lines = [f"  {json.dumps(key)}: {_value(value)}" for key, value in plain.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join("    " + json.dumps(item, ensure_ascii=False) for item in value) + "\n  ]"
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write every expected dossier anew."""
    for case in (*EXAMPLES, *OWN):
        expected(case).parent.mkdir(exist_ok=True)
        expected(case).write_text(rendered(api.dossier(inputs(case))), "utf-8")


if __name__ == "__main__":
    main()
