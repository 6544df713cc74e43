"""Each part of the page by itself, as a server shows it."""

import pytest
from tests.present.make import make_dossier, make_empty

from sayso.present.direction import sparing
from sayso.present.pages import SECTIONS, present, section, style, view


# What was reviewed has a section only where somebody decided something (test_decided.py).
@pytest.mark.parametrize("name", sorted(set(SECTIONS) - {"reviewed"}))
def test_a_section_by_itself_is_the_one_on_the_page(name: str) -> None:
    alone = section(view(make_dossier()), name)
    assert alone
    assert alone in present(make_dossier())


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_of_a_story_of_nothing_is_none_or_says_so(name: str) -> None:
    alone = section(view(make_empty()), name)
    assert alone == "" or sparing(alone) in present(make_empty())


def test_the_style_sheet_names_every_file_and_loads_nothing() -> None:
    assert "url(" not in style()
    assert "@import" not in style()
    assert style().count("{") == style().count("}")
