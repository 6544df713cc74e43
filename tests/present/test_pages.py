import re
from dataclasses import replace
from html.parser import HTMLParser

from tests.present.make import HOSTILE, make_dossier, make_empty

from sayso.model.relation import Support
from sayso.present.pages import present, view


class _Reader(HTMLParser):
    """Collects ids, links and element names of a page, and the text outside its style and script."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: set[str] = set()
        self.text: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.elements.add(tag)
        self._in_style = tag in {"style", "script"}
        self.ids += [str(values["id"])] if "id" in values else []
        self.links += [str(values["href"])] if tag == "a" else []
        assert not any(name.startswith("on") or name == "style" for name in values)

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.text.append(data)

    def handle_endtag(self, _: str) -> None:
        self._in_style = False


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def test_every_link_on_the_page_lands_on_one_element() -> None:
    reader = read(present(make_dossier()))
    assert len(reader.ids) == len(set(reader.ids))
    for link in reader.links:
        assert link.startswith("https://") or link.removeprefix("#") in reader.ids, link


def test_every_fact_has_its_place_in_its_article() -> None:
    dossier = make_dossier()
    ids = read(present(dossier)).ids
    facts = [fact.id for fact in dossier.statements] + [figure.id for figure in dossier.figures]
    assert {f"at-{fact}" for fact in facts} <= set(ids)


def test_hostile_text_is_text() -> None:
    reader = read(present(make_dossier()))
    assert not reader.elements & {"img", "iframe", "object", "form"}
    assert HOSTILE in "".join(reader.text)
    assert not any("javascript" in link for link in reader.links)


def test_a_claim_is_never_shown_without_its_speaker() -> None:
    page = view(make_dossier())
    for claim in (*page.claims, *page.minor_claims):
        assert claim.speaker
    first = next(claim for claim in page.claims if claim.anchor == "c-c1")
    assert first.speaker == "Ines Dahl"
    assert all(line.speaker for line in page.opening.lines)


def test_only_shown_origins_are_called_a_number_of_origins() -> None:
    counts = {claim.anchor: claim.counts for claim in view(make_dossier()).claims}
    assert counts["c-c1"] == "2 articles → 1 origin"
    assert counts["c-c2"] == "3 articles → 1 to 2 origins"
    assert counts["c-c4"] == "1 article → not traced"


def test_one_wording_in_several_articles_is_one_quote_with_several_places() -> None:
    claim = view(make_dossier()).claims[0]
    (quote,) = claim.origins[0].quotes
    assert [place.text for place in quote.places] == ["Norwire", "Corvell Courier"]


def test_the_first_screen_shows_what_is_apart_denied_moved_and_to_fetch() -> None:
    panels = {panel.name: panel for panel in view(make_dossier()).opening.panels}
    assert [value.text for value in panels["Apart"].rows[0].values] == ["4", "at least 11", "“dozens” died"]
    assert [row.label for row in panels["Not confirmed by"].rows[:2]] == [
        "Energy ministry",
        "Halden Kraft (denial)",
    ]
    assert [value.text for value in panels["Moved"].rows[0].values] == ["6", "at least 11"]
    assert len(panels["Fetch next"].rows) == 2


def test_movement_is_kept_apart_from_dispute() -> None:
    page = view(make_dossier())
    assert [move.name for move in page.moves] == ["Moved"]
    assert len(page.conflicts) == 4


def test_a_part_is_shown_under_its_whole() -> None:
    houses = next(track for track in view(make_dossier()).tracks if "ouses" in track.title)
    assert [row.depth for row in houses.rows] == [0, 0, 1]


def test_sayso_never_says_for_itself_that_something_is_so() -> None:
    text = " ".join(read(present(make_empty())).text).casefold()
    assert not re.search(r"\b(verified|corroborated|true)\b", text)
    assert not re.search(r"\bconfirmed\b", text)
    assert not any("confirmed" in Support(support) for support in Support)


def test_a_story_of_nothing_is_a_page_too() -> None:
    reader = read(present(make_empty()))
    assert "no date" in "".join(reader.text)
    assert "said" in reader.ids


def test_the_same_dossier_gives_the_same_page_and_dangling_ids_do_no_harm() -> None:
    dossier = make_dossier()
    assert present(dossier) == present(dossier)
    reader = read(present(replace(dossier, statements=(), figures=(), entities=())))
    assert all(link.startswith("https://") or link.removeprefix("#") in reader.ids for link in reader.links)


def test_a_claim_that_nobody_asserts_says_who_declines() -> None:
    dossier = make_dossier()
    claims = tuple(
        replace(claim, members=claim.members[2:], origins=(), origins_low=0, support=Support.UNTRACED)
        for claim in dossier.claims
        if claim.id == "c3"
    )
    (claim,) = view(replace(dossier, claims=claims)).claims
    assert (claim.speaker, claim.counts) == ("No comment from Halden Kraft", "1 article, nobody says so")
