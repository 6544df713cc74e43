import re
from dataclasses import replace
from html.parser import HTMLParser

from tests.present.make import HOSTILE, make_dossier, make_empty

from sayso.model.relation import Bearing, Gap, GapKind, Member, Ref, RefKind, Support
from sayso.model.report import Placed, Span, Stance
from sayso.present.index import Index
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


def test_who_does_not_go_along_is_somebody_one_can_ask() -> None:
    dossier = make_dossier()
    panel = next(one for one in view(dossier).opening.panels if one.name == "Not confirmed by")
    first = panel.rows[0].label
    nobody = tuple(
        replace(one, name="they", names=("they",)) if first.casefold() == one.name.casefold() else one
        for one in dossier.entities
    )
    panels = view(replace(dossier, entities=nobody)).opening.panels
    again = next(one for one in panels if one.name == "Not confirmed by")
    assert {row.label for row in panel.rows} - {row.label for row in again.rows} == {first}
    assert "They" not in {row.label for row in again.rows}


def test_a_pronoun_for_nobody_settled_is_no_party_on_the_first_screen() -> None:
    dossier = make_dossier()
    unsettled = tuple(
        replace(one, sources=(), source=Span(one.start, one.start + 2, "It")) if one.id == "s8" else one
        for one in dossier.statements
    )
    panels = {panel.name: panel for panel in view(replace(dossier, statements=unsettled)).opening.panels}
    labels = [row.label for row in panels["Not confirmed by"].rows]
    assert "Energy ministry" in labels
    assert not any(label.startswith("It") for label in labels)


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


def test_a_figure_moves_in_the_order_of_its_conflicts_whatever_is_larger_or_undated() -> None:
    dossier = make_dossier()
    update = next(one for one in dossier.conflicts if one.id == "k2")
    back = replace(update, a=update.b, b=update.a)
    rest = tuple(one for one in dossier.conflicts if one.id != "k2")
    panels = {panel.name: panel for panel in view(replace(dossier, conflicts=(*rest, back))).opening.panels}
    assert [value.text for value in panels["Moved"].rows[0].values] == ["at least 11", "6"]


def test_what_two_sources_made_of_one_number_are_two_movements() -> None:
    dossier = make_dossier()
    update = next(one for one in dossier.conflicts if one.id == "k2")
    end = next(one for one in dossier.figures if one.id == update.b.id)
    other = replace(end, id="other", low=9.0, high=9.0, text="9")
    more = replace(update, id="more", b=replace(update.b, id=other.id))
    both = replace(dossier, figures=(*dossier.figures, other), conflicts=(*dossier.conflicts, more))
    panels = {panel.name: panel for panel in view(both).opening.panels}
    lines = {tuple(value.text for value in row.values) for row in panels["Moved"].rows}
    assert lines == {("6", "at least 11"), ("6", "9")}


def test_the_page_says_when_articles_were_published_not_what_they_look_back_on() -> None:
    dossier = make_dossier()
    assert view(dossier).opening.counts[:3] == (
        "4 articles, 1 of them a copy",
        "2 published 5–6 Mar 2031",
        "2 without a date",
    )
    placed = tuple(
        replace(report, placed=report.placed or Placed("2031-03-04", None, "")) for report in dossier.reports
    )
    assert view(replace(dossier, reports=placed)).opening.counts[2] == "2 without a date, 4 Mar 2031 or later"
    assert view(make_empty()).opening.counts == ("1 article", "none with a date")


def test_the_title_is_said_to_be_an_outlet_s_headline() -> None:
    dossier = make_dossier()
    assert view(dossier).opening.counts[-1] == "headline: Norwire"
    assert "headline" not in view(replace(dossier, title="Tolm dam")).opening.counts[-1]


def test_what_one_outlet_alone_tells_far_down_is_a_line_under_its_name() -> None:
    dossier = make_dossier()
    trifle = next(claim for claim in dossier.claims if claim.id == "c4")
    many = tuple(replace(trifle, id=f"c4-{place}", rank=0.1) for place in range(20))
    page = view(replace(dossier, claims=(*dossier.claims, *many)))
    (group,) = page.own_words
    assert group.outlet == "Corvell Courier"
    assert len(page.claims) + len(page.minor_claims) + len(group.claims) == 25


def test_a_party_has_its_names_whom_it_answers_to_and_what_it_says() -> None:
    party = next(one for one in view(make_dossier()).parties if one.anchor == "p-mayor")
    assert party.answers_to is not None
    assert (party.name, party.answers_to.href, party.places) == ("Ines Dahl", "#p-town", 3)
    assert party.said[0].href == "#c-c1"


def test_a_line_is_cited_with_speaker_sentence_article_and_day() -> None:
    quote = view(make_dossier()).claims[0].origins[0].quotes[0]
    assert quote.cite.text.startswith("Ines Dahl: “A spillway gate at the Tolm dam broke")
    assert quote.cite.text.endswith("(Norwire, 5 Mar 2031)")
    assert quote.cite.url is None  # The article is on the page, and says where it was published.


def test_a_claim_with_the_sentence_of_another_says_of_which_figure_it_is() -> None:
    dossier = make_dossier()
    first = next(claim for claim in dossier.claims if claim.id == "c1")
    figure = Ref(RefKind.FIGURE, "f6")
    again = replace(
        first, id="c9", rank=0.1, text_from=figure, members=(Member(figure.kind, "f6", Bearing.ASSERTS),)
    )
    claims = {one.anchor: one for one in view(replace(dossier, claims=(*dossier.claims, again))).claims}
    assert (claims["c-c9"].about, claims["c-c9"].again) == ("About 1,200 residents evacuated", True)
    assert (claims["c-c1"].about, claims["c-c1"].again) == ("", False)


def test_the_words_of_the_claim_come_first_among_its_quotes() -> None:
    dossier = make_dossier()
    claim = next(one for one in dossier.claims if one.id == "c2")
    late = replace(claim, text_from=Ref(RefKind.STATEMENT, "s6"))
    rest = tuple(one for one in dossier.claims if one.id != "c2")
    views = {one.anchor: one for one in view(replace(dossier, claims=(*rest, late))).claims}
    assert views["c-c2"].origins[0].quotes[0].places[0].href == "#at-s6"


def test_a_long_list_is_folded_as_a_list_of_its_own() -> None:
    gaps = tuple(Gap(GapKind.SILENT_PARTY, f"No word from party {n}", ()) for n in range(9))
    html = present(replace(make_dossier(), gaps=gaps))
    assert "3 more" in html
    assert not re.search(r"<ul>(?:(?!</ul>).)*<details", html, re.DOTALL)


def test_a_stance_without_a_name_is_no_empty_link() -> None:
    full = make_dossier()
    warning = tuple(replace(one, stance=Stance.WARNS) if one.id == "s1" else one for one in full.statements)
    html = present(replace(full, statements=warning))
    assert "<em>warns</em>" in html
    assert not re.search(r"<a [^>]*>(<bdi[^>]*>)?\s*(</bdi>)?</a>", html)


def test_articles_whose_short_names_meet_keep_their_whole_ones() -> None:
    full = make_dossier()
    names = ("1_f51cff93871cb838.txt", "1_acaed84cfe0ab791.txt", "2_acaed84cfe0ab791.txt")
    reports = tuple(
        replace(one, outlet=None, url=None, name=name) for one, name in zip(full.reports, names, strict=False)
    )
    index = Index(replace(full, reports=reports))
    assert [index.outlet(one.id) for one in reports] == [*names[:2], "article 2"]


def test_what_to_fetch_is_told_once_with_each_article_that_names_it_once() -> None:
    full = make_dossier()
    lead = full.leads[0]
    twice = replace(full, leads=(replace(lead, named_by=(*lead.named_by, *lead.named_by)), lead))
    (once, again) = (
        next(group for group in view(one).missing if group.name.startswith("Fetch"))
        for one in (replace(full, leads=(lead,)), twice)
    )
    assert once == again


def test_reasons_name_articles_as_the_page_does() -> None:
    full = make_dossier()
    first = replace(full.reports[0], outlet=None, url=None, name="1_f51cff93871cb838.txt")
    index = Index(replace(full, reports=(first, *full.reports[1:])))
    why = (
        "1_f51cff93871cb838.txt quotes her on 2031-03-05; www.voice.example does not; x1_f51cff93871cb838.txt"
    )
    assert (
        index.spoken(why)
        == "article 1 quotes her on 5 Mar 2031; voice.example does not; x1_f51cff93871cb838.txt"
    )
