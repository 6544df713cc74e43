from dataclasses import replace

from tests.present.crowd import make_crowd
from tests.present.make import make_dossier, make_empty

from sayso.model.dossier import Dossier
from sayso.model.relation import Certainty, DerivationKind, Lead, Origin, Ref, RefKind
from sayso.model.report import Relay, Statement
from sayso.present import graph
from sayso.present.copied import directed
from sayso.present.graph import SHOWN
from sayso.present.index import Index
from sayso.present.pages import view
from sayso.present.views.origins import Graph, Kind


def made(dossier: Dossier | None = None) -> Graph:
    found = graph.view(Index(dossier or make_dossier()))
    assert found is not None
    return found


def ways(found: Graph) -> set[tuple[str, ...]]:
    return {tuple(found.nodes[place].name for place in way.nodes) for way in found.ways}


def changed(statement: str, **values: object) -> Dossier:
    """The story with one statement changed."""
    full = make_dossier()
    facts: tuple[Statement, ...] = tuple(
        replace(one, **values) if one.id == statement else one  # type: ignore[arg-type]
        for one in full.statements
    )
    return replace(full, statements=facts)


def test_a_copied_sentence_comes_through_the_article_it_was_copied_from() -> None:
    assert ("Ines Dahl", "Norwire", "Corvell Courier") in ways(made())
    copy = next(node for node in made().nodes if node.name == "Corvell Courier")
    assert copy.kind is Kind.COPY
    assert copy.column == max(node.column for node in made().nodes)


def test_what_an_outlet_gathered_itself_does_not_come_through_the_agency_it_credits() -> None:
    assert ("A former inspector", "Corvell Courier") in ways(made())
    gathered = ways(made(changed("s7", own_reporting=None)))
    assert ("A former inspector", "Norwire", "Corvell Courier") in gathered


def test_a_possible_origin_is_not_a_shown_one() -> None:
    shown = {node.name: node.shown for node in made().nodes if node.kind is Kind.ORIGIN}
    assert shown == {"Ines Dahl": True, "A former inspector": True, "Rescue service": False}
    assert [way.shown for way in made().ways if made().nodes[way.nodes[0]].name == "Rescue service"] == [
        False
    ]


def test_what_leads_to_nobody_is_counted_at_its_article_and_made_no_origin() -> None:
    alone = next(node for node in made().nodes if node.href == "#r-d4")
    assert alone.untraced == 1
    assert not any(len(way.nodes) > 1 and made().nodes[way.nodes[-1]] == alone for way in made().ways)


def test_a_lead_stands_between_its_origin_and_those_who_name_it() -> None:
    full = make_dossier()
    lead = Lead("mayor", "post on X", (Ref(RefKind.STATEMENT, "s1"),))
    found = made(replace(full, leads=(lead,)))
    assert ("Ines Dahl", "Post on X", "Norwire") in ways(found)
    assert not next(node for node in found.nodes if node.kind is Kind.LEAD).here
    other = Lead("firm", "post on X", (Ref(RefKind.STATEMENT, "s1"),))
    assert not any("Post on X" in way for way in ways(made(replace(full, leads=(other,)))))


def test_an_agency_whose_own_report_is_lacking_is_hollow() -> None:
    lead = Lead("wire", "Norwire's own report", (Ref(RefKind.REPORT, "b2"),))
    found = made(replace(make_dossier(), leads=(lead,)))
    assert [node.here for node in found.nodes if node.kind is Kind.AGENCY] == [False]


def test_relays_stand_in_their_order_and_a_circle_breaks_nothing() -> None:
    story = make_dossier()
    wire = story.statements[0]
    there = (Relay("firm", wire.cue), Relay("ministry", wire.cue))  # type: ignore[arg-type]
    story = changed("s1", relays=there)
    assert ("Ines Dahl", "Halden Kraft", "Energy ministry", "Norwire") in ways(made(story))
    back = tuple(replace(one, relays=there[::-1]) if one.id == "s2" else one for one in story.statements)
    found = made(replace(story, statements=back))
    assert ("Ines Dahl", "Energy ministry", "Halden Kraft", "Norwire") in ways(found)
    assert all(
        found.nodes[a].column < found.nodes[b].column
        for way in found.ways
        for a, b in zip(way.nodes, way.nodes[1:], strict=False)
    )


def test_text_in_common_without_a_direction_is_no_way() -> None:
    full = make_dossier()
    unsure = replace(full.derivations[0], why="2 sentences alike; direction unknown")
    found = made(replace(full, derivations=(unsure, *full.derivations[1:])))
    assert not directed(unsure)
    assert len(found.twins) == 1
    assert not any(node.kind is Kind.COPY for node in found.nodes)
    shared = replace(full.derivations[0], kind=DerivationKind.SHARED_AGENCY)
    assert not directed(shared)


def test_the_rows_say_in_words_what_is_drawn() -> None:
    row = made().rows[0]
    assert (row.name, row.side, row.certainty) == ("Ines Dahl", "Lower Corvell", "shown to be apart")
    assert [link.text for way in row.ways for link in way.articles][:2] == [
        "Corvell Courier, copied from Norwire",
        "Norwire",
    ]
    drawn = {node.href for node in made().nodes if node.kind is Kind.ORIGIN}
    assert drawn == {f"#{row.anchor}" for row in made().rows}


def test_a_claim_has_a_graph_of_its_own_only_where_it_shows_more_than_its_list() -> None:
    routes = dict(view(make_dossier()).routes)
    assert "c-c1" in routes
    assert "c-c4" not in routes


def test_a_story_in_which_nothing_is_traced_has_no_graph() -> None:
    assert graph.view(Index(make_empty())) is None


def test_an_unknown_origin_is_nobody() -> None:
    full = make_dossier()
    nobody = Origin("blog", None, None, Certainty.UNKNOWN, "own words", (Ref(RefKind.STATEMENT, "s13"),))
    claims = tuple(replace(one, origins=(nobody,)) if one.id == "c4" else one for one in full.claims)
    assert not any("Blog" in node.name for node in made(replace(full, claims=claims)).nodes)


def test_two_hundred_articles_are_folded_to_what_can_be_read() -> None:
    found = made(make_crowd(200))
    open_nodes = [node for node in found.nodes if node.fold is None]
    assert len(found.nodes) > 200
    assert len(open_nodes) + len(found.folds) < 70
    reports = [node for node in open_nodes if node.kind is Kind.REPORT]
    assert len(reports) <= SHOWN["report"]
    assert any("more copies of" in name for name in found.folds)
    assert found == made(make_crowd(200))


def test_the_graph_does_not_depend_on_the_order_of_claims() -> None:
    full = make_dossier()
    assert made(replace(full, claims=full.claims[::-1])) == made(full)
