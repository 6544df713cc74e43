from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relate.make import facts, figure, of, report, resolved, statement

from sayso.embed import embed
from sayso.model.relation import RefKind
from sayso.model.report import Facts, StatementKind
from sayso.relate.bounds import same_value, value_keys
from sayso.relate.matching.proposals import proposed
from sayso.relate.matching.sameness import same
from sayso.relate.matching.units import PROPOSE, Unit, units
from sayso.relate.view import View, view

Drawn = tuple[float | None, float | None, bool, bool]

bound = st.one_of(st.none(), st.integers(90, 110), st.integers(9_800, 10_200), st.floats(0, 1e18))

TOLD = (
    "engineers had warned of cracks in the northern wall of the dam",
    "engineers had warned the owner of cracks in the northern wall of the dam",
    "the owner had ignored cracks in the northern wall",
    "the wall of the dam failed in the night",
    "forty people were killed and nine were injured when the wall failed",
    "nine were injured and forty killed below the dam",
    "the flood killed forty people in Corrie",
    "the mayor of Corrie opened a school",
)


def test_every_pair_that_a_rule_joins_is_proposed() -> None:
    story = view(resolved([*narrated(), *quoted(), *counted()]))
    found = units(story)
    asked = proposed(story, found, embed)
    joined = {(a, b) for a, b in near(story, found) if alike(story, found[a], found[b])}
    assert len(joined) > 20
    assert {(found[a].ref.kind, found[b].ref.kind) for a, b in joined} > {(RefKind.FIGURE, RefKind.FIGURE)}
    assert joined <= asked.keys()
    assert list(asked) == sorted(asked)


def test_a_story_without_facts_has_no_pairs() -> None:
    story = view(resolved([facts(report("a", "Corrie."), [])]))
    assert proposed(story, units(story), embed) == {}


def test_a_short_quotation_and_a_long_one_of_its_speaker_are_asked_about() -> None:
    short = "we warned them in writing of the cracks"
    long = (
        f"Nobody in this valley can sleep tonight, because {short} three winters ago, with photographs, "
        "drawings and the names of eleven witnesses, and the company answered that its consultants, pumps, "
        "meters, sirens, insurers and lawyers were second to none in Europe, that farmers should mind their "
        "sheep, teachers their pupils and bakers their ovens, and that whoever doubted its word could ask "
        "the minister, his cousin or any hydrologist between here and the coast"
    )
    assert asked_about(
        *(told(name, text, "Union", kind=StatementKind.DIRECT) for name, text in (("a", short), ("b", long)))
    )
    assert not asked_about(told("a", short, "Union"), told("b", long, "Union"))


def test_rounded_figures_of_one_measure_are_asked_about_in_quite_other_words() -> None:
    one, other = report("a", "Some 20,100 drowned."), report("b", "Floods left 20,000 dead.")
    a = facts(one, [], [figure(one, "20,100", "killed", 20_100, 20_100)])
    b = facts(other, [], [figure(other, "20,000", "killed", 20_000, 20_000)])
    assert asked_about(a, b)
    assert not asked_about(a, facts(other, [], [figure(other, "20,000", "injured", 20_000, 20_000)]))


@settings(deadline=None)
@given(st.tuples(*[st.tuples(bound, bound, st.booleans(), st.booleans())] * 2))
def test_figures_of_one_value_have_a_key_in_common(drawn: tuple[Drawn, Drawn]) -> None:
    told = report("a", "Some 20,100 drowned.")
    a, b = (
        replace(figure(told, "20,100", "killed", 1, 1), low=low, high=high, approximate=about, vague=vague)
        for low, high, about, vague in drawn
    )
    if same_value(a, b):
        assert set(value_keys(a)) & set(value_keys(b))


def test_numbers_far_apart_have_no_key_in_common() -> None:
    told = report("a", "Some 20,100 drowned.")
    a, b = (figure(told, "20,100", "killed", value, value) for value in (20_100, 22_000))
    assert not set(value_keys(a)) & set(value_keys(b))


def test_statements_with_several_figures_are_asked_about_in_quite_other_words() -> None:
    texts = ("40 drowned and 9 were rescued", "Floods left 40 dead, 9 others alive")
    assert asked_about(*(counting(f"s{number}", text) for number, text in enumerate(texts)))


def test_what_shares_no_word_no_figure_and_no_speaker_is_not_asked_about() -> None:
    assert not asked_about(told("a", TOLD[0], "Union"), told("b", TOLD[7], "Council"))


def narrated() -> list[Facts]:
    return [told(f"n{number}", text) for number, text in enumerate(TOLD)]


def quoted() -> list[Facts]:
    return [
        told(f"{who}{number}", text, who, kind=kind)
        for who in ("Union", "Council")
        for kind in (StatementKind.DIRECT, StatementKind.INDIRECT)
        for number, text in enumerate(TOLD[:: 1 if kind is StatementKind.DIRECT else 2])
    ]


def counted() -> list[Facts]:
    found = []
    for number, text in enumerate(TOLD[4:7]):
        one = report(f"c{number}", text)
        said = statement(one, text, "Union")
        figures = [of(said, figure(one, "forty", "killed", 40, 40))]
        if "nine" in text:
            figures.append(of(said, figure(one, "nine", "injured", 9, 9)))
        found.append(facts(one, [said], figures))
    return found


def counting(name: str, text: str) -> Facts:
    one = report(name, text)
    said = statement(one, text, name)
    numbers = [figure(one, found, "killed", low, low) for found, low in (("40", 40), ("9", 9))]
    return facts(one, [said], [of(said, number) for number in numbers])


def asked_about(*some: Facts) -> bool:
    """Say whether the statements, or lone figures, of two reports are asked about, whatever vectors say."""
    story = view(resolved(some))
    found = [unit for unit in units(story) if unit.ref.kind is RefKind.STATEMENT or not unit.statement]
    assert len(found) == 2
    return bool(proposed(story, found, lambda texts: embed([TOLD[0]] * len(texts))))


def told(name: str, text: str, *sources: str, **more: object) -> Facts:
    one = report(f"{name} {more.get('kind', '')}", text)
    return facts(one, [statement(one, text, *sources, **more)])


def near(story: View, found: list[Unit]) -> list[tuple[int, int]]:
    """All pairs that vectors let pass, whatever the units share."""
    pairs = combinations(range(len(found)), 2)
    return [(a, b) for a, b in pairs if cosine(story, found[a], found[b]) >= PROPOSE]


def alike(story: View, a: Unit, b: Unit) -> bool:
    return same(story, a, b, cosine(story, a, b)) is not None


def cosine(story: View, *pair: Unit) -> float:
    texts = []
    for unit in pair:
        start, end = story.figures[unit.ref.id].sentence if unit.ref.kind is RefKind.FIGURE else unit.span
        texts.append(story.report(unit.report).text[start:end])
    one, other = embed(texts)
    return round(float(one @ other), 4)
