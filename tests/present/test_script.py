"""The script that the page carries, and the data it is given."""

import json
import re
from dataclasses import replace
from pathlib import Path

from tests.present.make import make_dossier

from sayso.present.pages import present, view
from sayso.present.script import data, digest, source

WEB = Path(__file__).resolve().parents[2] / "web"
MOST = 150_000
"""Bytes that the script may take: it is in every page."""


def test_the_script_is_small_and_cannot_end_its_element() -> None:
    assert len(source()) < MOST
    assert source().isascii()
    assert not re.search(r"</script|<!--", source(), re.IGNORECASE)


def test_the_script_runs_no_text_and_loads_nothing() -> None:
    assert not re.search(r"\beval\(|new Function\b|\bimport\(|\bfetch\(|XMLHttpRequest|WebSocket", source())
    own = "".join(path.read_text("utf-8") for path in (WEB / "src").glob("*.ts"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.html\(", own)


def test_the_page_lets_exactly_this_script_through() -> None:
    assert f"script-src '{digest(source())}'" in present(make_dossier()).replace("&#39;", "'")


def test_the_lock_names_hashes_and_no_host() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages)


def test_the_data_cannot_end_its_element_nor_a_line_in_it() -> None:
    full = make_dossier()
    nasty = "</script><script>window.broken=1</script><!--\u2028\u2029&lt;"
    named = tuple(
        replace(one, name=nasty, names=(nasty,)) if one.id in {"mayor", "wire"} else one
        for one in full.entities
    )
    text = data(view(replace(full, entities=named)))
    assert not set("<>&\u2028\u2029") & set(text)
    assert nasty[:20] in json.loads(text)["graph"]["nodes"][0]["name"]
