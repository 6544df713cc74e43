import importlib.util
import json
from pathlib import Path
from types import ModuleType

import jsonschema
from tests.present.make import make_dossier, make_empty

from sayso.model.codec import schema, to_json

TOOL = Path(__file__).parents[2] / "tools" / "make_docs.py"


def make_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docs", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_docs_are_up_to_date() -> None:
    for path, text in make_docs().pages().items():
        assert path.read_text("utf-8") == text, f"{path.name} is out of date: run tools/make_docs.py"


def test_a_dossier_file_follows_the_published_schema() -> None:
    for dossier in (make_dossier(), make_empty()):
        jsonschema.validate(json.loads(to_json(dossier)), schema())


def test_the_reference_names_every_record_and_every_enumeration() -> None:
    described = schema()
    page = make_docs().reference(described)
    assert all(f"### {name}\n" in page for name in described["$defs"])
