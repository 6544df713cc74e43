import pytest
from tests.extract.figures_of import figures_of, report_of

from sayso.annotate import annotate
from sayso.extract.figures.about import about
from sayso.extract.figures.readings import Reading, readings
from sayso.extract.sentences import tokens
from sayso.model.report import Change


def read(text: str) -> list[Reading]:
    doc = next(iter(annotate([report_of(text)])))
    return [reading for sentence in doc.sents for reading in readings(tokens(doc), sentence, frozenset())]


def subjects(text: str) -> list[str]:
    """The nearest phrase that each number is about."""
    doc = next(iter(annotate([report_of(text)])))
    found = [
        span
        for sentence in doc.sents
        for span in about(tokens(doc), readings(tokens(doc), sentence, frozenset()))
    ]
    return [doc[spans[0][0] : spans[0][1]].text if spans else "" for spans in found]


@pytest.mark.parametrize(
    ("text", "code", "per"),
    [
        ("It cost $60 a barrel.", "USD", "barrel"),
        ("It cost HK$5.4m.", "HKD", None),
        ("It cost $US160 million.", "USD", None),
        ("It cost 7,200 Chinese yuan.", "CNY", None),
        ("It cost 7,200 Egyptian pounds.", "EGP", None),
        ("It cost 2 million Swiss francs.", "CHF", None),
        ("They paid £3,500 per month for it.", "GBP", "month"),
        ("It runs at 140 km/h there.", "km/h", None),
        ("It makes 275 pound-feet of torque.", "lb-ft", None),
        ("It makes 35 GWh of it.", "GWh", None),
        ("It is a 400-pound animal.", "lb", None),
        ("It holds 24.5 cubic feet of air.", "ft3", None),
        ("They found 1,200 parts per million of it.", "ppm", None),
        ("It is a 5 W lamp.", "W", None),
        ("It turns at 3,000 rpm.", "rpm", None),
        ("The panel took 8.9 ksi there.", "ksi", None),
        ("They moved for 138 rushing yards.", "yd", None),
        ("It reads 352 μm across.", "um", None),
    ],
)
def test_a_unit_has_its_code_and_what_it_is_reckoned_by(text: str, code: str, per: str | None) -> None:
    (only,) = read(text)
    assert only.unit is not None
    assert (only.unit.code, only.unit.per) == (code, per)


@pytest.mark.parametrize(
    "text",
    [
        "They built a 5G mast.",
        "They sold 12 second-hand cars.",
        "They sold 40 barrel organs.",
    ],
)
def test_what_looks_like_a_unit_is_none(text: str) -> None:
    assert [one.unit.code for one in read(text) if one.unit and one.unit.code != "bbl"] == []


def test_a_year_before_is_no_rate() -> None:
    _, second = read("Sales rose to $7 million from $6 million a year earlier.")
    assert second.unit is not None
    assert second.unit.per is None


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares of Harrow Mills rose 5%.", ["up"]),
        ("Shares of Harrow Mills were down 2.3%, Tarn Foods by 2.6%.", ["down", "down"]),
        ("The index lost 190 points, or 0.6%.", ["down", "down"]),
        ("Jobs grew by 12,600 positions or 2.2 per cent.", ["up", "up"]),
        ("The crude contract was up 19 cents.", ["up"]),
        ("The index closed 3% higher.", ["up"]),
        ("Tarn Foods added 15 sen.", ["up"]),
        # no change
        ("Sales rose to $7 million.", [None]),
        ("The debt climbed above $7 million.", [None]),
        ("The debt climbed more than $7 million.", ["up"]),
        ("He gave up 5% of it.", [None]),
        ("They gunned down 14 people.", [None]),
        ("The plane dropped 72 bundles of food.", [None]),
        ("The shares may add up to 100%.", [None]),
        ("The army lost 12 men.", [None]),
    ],
)
def test_a_change_is_told_from_a_level(text: str, changes: list[str | None]) -> None:
    assert [one.change.value if one.change else None for one in read(text)] == changes


def test_what_something_moved_from_is_marked_and_shares_the_unit() -> None:
    former, now = read("The valve lift was increased from 13.5 to 14.0 mm.")
    assert (former.former, now.former) == (True, False)
    assert former.unit is not None
    assert former.unit.code == "mm"


def test_a_span_from_one_place_to_another_is_no_movement() -> None:
    assert [one.former for one in read("The range is from 12 to 19 miles.")] == [False]


def test_a_conversion_takes_the_bounds_of_what_it_converts() -> None:
    first, second = read("The moths fly more than 100 kilometers (60 miles).")
    assert (first.number.high, second.number.low, second.number.high) == (None, 60, None)


def test_another_quantity_in_brackets_keeps_its_own_bounds() -> None:
    _, second = read("The moths fly more than 100 kilometers (3 hours).")
    assert second.number.high == 3


def test_what_a_number_is_compared_with_counts_the_same() -> None:
    (stolen, last) = figures_of("In Tarn 460 vehicles were stolen, compared with 63 in the year before.")
    assert (stolen.measure, last.measure, last.who) == ("vehicle", "vehicle", "vehicles")


def test_an_index_comes_to_stand_at_points() -> None:
    _, level = read("The Tarn index rose 64 points to 4,577.")
    assert level.borrowed is not None
    _, other = read("The Tarn index rose 64 points in 4,577 days.")
    assert other.borrowed is None


def test_a_borrowed_noun_reaches_over_an_average() -> None:
    _, mean = read("They had 22 burglaries, compared with an average of 20 before.")
    assert mean.borrowed is not None
    _, price = read("They sold 22 cars at an average of 5,000.")
    assert price.borrowed is None


def test_both_ends_of_a_movement_are_rates() -> None:
    _, now = read("The price has dropped from $75 U.S. per barrel to $45.88.")
    assert now.unit is not None
    assert now.unit.per == "barrel"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They sold 300 Kestrel and Heron vehicles.", "Kestrel and Heron vehicles"),
        ("They sold 300 digital and physical copies.", "digital and physical copies"),
        ("They sold 63,000 Model 3 sedans.", "Model 3 sedans"),
        ("Half the condos have sold.", "condos"),
        ("They met 300 Germans and French tourists.", "Germans"),
    ],
)
def test_the_noun_may_stand_behind_joined_words(text: str, noun: str) -> None:
    first = read(text)[0]
    doc = next(iter(annotate([report_of(text)])))
    assert first.noun is not None
    assert doc[first.noun.start : first.noun.end].text == noun


def test_the_dead_and_the_hurt_are_not_joined_to_one_noun() -> None:
    found = figures_of("Several dead and dozens injured.")
    assert "killed" in [one.measure for one in found]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Shares of Harrow Mills rose 5%.", "Shares"),
        ("They put a 25% duty on it.", "duty"),
        ("The club gave 60% of its revenue.", "its revenue"),
        ("The tram came at a speed of 40 mph.", "speed"),
        ("The ridge that is 90 miles long was closed.", "ridge"),
        ("It is $12.", ""),
    ],
)
def test_a_measured_number_says_what_it_is_about(text: str, nearest: str) -> None:
    assert subjects(text) == [nearest]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "Kovar has 45 percent, Brand 39 percent and Ada Feeley 12 percent.",
            ["Kovar", "Brand", "Ada Feeley"],
        ),
        ("Kovar had 45 percent, followed by Brand at 39 percent.", ["Kovar", "Brand"]),
        ("Kovar won women by a margin of 50 percent to 24 percent.", ["Kovar", None]),
        ("Kovar leads Brand, 45 percent to 39 percent.", ["Kovar", "Brand"]),
        ("Kovar leads with 45 percent to 39 percent for Brand.", ["Kovar", "Brand"]),
        ("Most women prefer Brand, 45 percent to 39 percent.", ["Brand", None]),
        # no list of names, and no duel
        ("Turnout was 45 percent in Oslo and 39 percent in Lima.", ["Turnout", "Turnout"]),
        ("The levy on Brand rose 5 percent to 9 percent.", ["levy"]),
    ],
)
def test_each_share_of_a_vote_is_whose_it_is(text: str, whose: list[str | None]) -> None:
    assert [one.about for one in figures_of(text)] == whose


def test_a_figure_carries_change_rate_and_what_it_is_about() -> None:
    (only,) = figures_of("The price of crude rose $3 a barrel.")
    assert (only.change, only.unit, only.about) == (Change.UP, "USD per barrel", "price")


def test_durations_are_no_figures() -> None:
    assert [one.text for one in figures_of("The 30 year rate is a guess.")] == []


def test_four_digits_after_about_are_a_count() -> None:
    assert [one.low for one in figures_of("About 1200 were hurt in Tarn.")] == [1200]
    assert figures_of("The bridge was built in 1200.") == ()


def test_small_coins_keep_their_tenths() -> None:
    (figure,) = figures_of("The tax is 18.4 cents a gallon.")
    assert (figure.low, figure.unit) == (0.184, "USD per gallon")


def test_hiked_from_to_is_two_numbers_and_ranged_from_to_one() -> None:
    assert [one.low for one in figures_of("The council hiked the fee from 10% to 25%.")] == [10, 25]
    assert [one.high for one in figures_of("The fee ranged from 10% to 25%.")] == [25]


def test_who_was_placed_under_arrest_was_arrested() -> None:
    (held,) = figures_of("Six people were placed under arrest.")
    (stood,) = figures_of("Six people were placed under the tent.")
    assert (held.measure, stood.measure) == ("arrested", "people")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        (
            "The board will raise fees on foreign students from 10 percent to 15 percent.",
            [(10, 10), (15, 15)],
        ),
        ("Fees on foreign students range from 10 percent to 15 percent.", [(10, 15)]),
        ("The board raised fees that ranged from 10 percent to 15 percent.", [(10, 15)]),
    ],
)
def test_what_is_moved_from_one_to_another_is_two(text: str, bounds: list[tuple[int, int]]) -> None:
    assert [(one.low, one.high) for one in figures_of(text)] == bounds


def test_a_basis_point_is_no_percentage_point() -> None:
    (one,) = figures_of("The yield rose 70 basis points.")
    assert (one.low, one.unit) == (70, "basis-point")


@pytest.mark.parametrize(
    ("text", "who", "change"),
    [
        ("The fund will serve 33,000 fewer veterans.", "veterans", Change.DOWN),
        ("No fewer than 900 veterans came.", "veterans", None),
    ],
)
def test_fewer_is_a_difference(text: str, who: str, change: Change | None) -> None:
    (one,) = figures_of(text)
    assert (one.who, one.change) == (who, change)
