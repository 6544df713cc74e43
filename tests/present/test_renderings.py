"""One utterance in several renderings: on the page, for the terminal, as a table."""

import io
from dataclasses import replace

from rich.console import Console
from tests.present.make import make_dossier

from sayso.model.codec import from_json, to_json
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, Difference, Differs, Ref, RefKind, Rendering, Utterance
from sayso.model.report import Statement
from sayso.present import renderings, share, tables, whys
from sayso.present.index import Index
from sayso.present.pages import present

LOST = Difference(Differs.HEDGE, (), ("reportedly",))
NUMBER = Difference(Differs.FIGURE, ("about 40 boats",), ("at least 40 boats",))
CHANNEL = Difference(Differs.CHANNEL, ("Telegram",), ("X",))
SPEAKER = Difference(Differs.SPEAKER, ("Anna Meier",), ("Jonas Brandt",))
RELAY = Difference(Differs.RELAY, ("Fjordwire",), ())


def told() -> tuple[Dossier, Claim, Statement]:
    """The tests' story with the two statements of one of its claims as renderings of one utterance."""
    dossier = make_dossier()
    statements = {one.id: one for one in dossier.statements}
    claim = next(one for one in dossier.claims if sum(member.id in statements for member in one.members) > 1)
    first, second = [statements[one.id] for one in claim.members if one.id in statements][:2]
    word = Difference(
        Differs.QUOTED_WORDS, (first.text[:4],), ("elsewhere",), ((first.start, first.start + 4),)
    )
    ways = (
        Rendering((Ref(RefKind.STATEMENT, first.id),), (word,)),
        Rendering((Ref(RefKind.STATEMENT, second.id),), (LOST, NUMBER, CHANNEL, SPEAKER, RELAY)),
    )
    one = Utterance("u1", claim.id, first.sources, False, ways)
    return replace(dossier, renderings=(one,)), claim, first


def test_what_differs_is_said_in_plain_words_and_marked() -> None:
    dossier, claim, first = told()
    (one,) = renderings.view(Index(dossier), claim)
    assert one.head == "Said once, told in 2 ways"
    assert [piece.text for piece in one.renderings[0].pieces if piece.marked] == [first.text[:4]]
    assert one.renderings[0].differs == (f"has “{first.text[:4]}” in quotation marks for “elsewhere”",)
    assert one.renderings[1].differs == (
        "drops the hedge “reportedly”",
        "puts the number at “about 40”, others at “at least 40”",
        "puts it on Telegram, others on X",
        "gives it to Anna Meier, others to Jonas Brandt",
        "has it through Fjordwire, not all the others do",
    )


def test_the_page_and_the_terminal_show_it() -> None:
    dossier, claim, first = told()
    page = present(dossier)
    assert f'<mark class="differs">{first.text[:4]}</mark>' in page
    assert "drops the hedge “reportedly”" in page
    stream = io.StringIO()
    Console(file=stream, width=200, highlight=False).print(whys.present(dossier, [claim]))
    assert "Said once, told in 2 ways" in stream.getvalue()
    assert "drops the hedge “reportedly”" in stream.getvalue()


def test_ways_without_a_difference_are_not_shown() -> None:
    dossier, claim, _ = told()
    (one,) = dossier.renderings
    bare = replace(one, renderings=tuple(replace(way, differences=()) for way in one.renderings))
    assert renderings.view(Index(replace(dossier, renderings=(bare,))), claim) == ()


def test_it_is_kept_in_the_file_the_tables_and_what_is_shared() -> None:
    dossier, *_ = told()
    assert from_json(to_json(dossier)) == dossier
    assert tables.tables(dossier)["renderings"].num_rows == 1
    assert share.present(dossier).renderings == dossier.renderings


def test_facts_that_the_file_lacks_are_passed_over() -> None:
    dossier, claim, _ = told()
    assert all(not one.renderings for one in renderings.view(Index(replace(dossier, statements=())), claim))
    assert "Said once" not in present(replace(dossier, statements=()))
