import io

from rich.console import Console
from tests.present.make import make_dossier, make_empty

from sayso.model.dossier import Dossier
from sayso.present.terminal import present


def screen(dossier: Dossier, width: int = 80) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, highlight=False).print(present(dossier))
    return stream.getvalue()


def test_the_first_screen_fits_eighty_columns_and_says_who_says_so() -> None:
    text = screen(make_dossier())
    assert max(map(len, text.splitlines())) <= 80
    assert "Ines Dahl: A spillway gate" in text
    assert "2 articles → 1 origin" in text
    for name in ("APART", "NOT CONFIRMED BY", "MOVED", "FETCH NEXT", "2 could not be read", "--json FILE"):
        assert name in text


def test_control_characters_of_an_article_never_reach_the_terminal() -> None:
    text = screen(make_dossier(), 200)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<script>" in text


def test_markup_in_a_title_is_text() -> None:
    from dataclasses import replace

    assert "[bold]loud[/bold]" in screen(replace(make_empty(), title="[bold]loud[/bold]"))
