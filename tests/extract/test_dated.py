"""Which deed a time expression dates, and the words that tell of it; reports are of Wed, 15 May 2024."""

from tests.extract.facts_of import facts_of


def deeds(text: str) -> list[tuple[str, str, str]]:
    """Verb, first day and telling words of each deed."""
    found = facts_of(text)
    return [
        (one.lemma, (one.moment.from_ or "")[:10], found.report.text[slice(*one.clause)])
        for one in found.deeds
    ]


def test_a_day_dates_the_verb_it_stands_with_not_the_one_that_reports_it() -> None:
    assert deeds("Police said on Tuesday that divers found the wreck on Sunday.") == [
        ("say", "2024-05-14", "Police said on Tuesday that divers found the wreck on Sunday"),
        ("find", "2024-05-12", "divers found the wreck on Sunday"),
    ]


def test_each_clause_has_its_own_day() -> None:
    found = deeds("The mill burned down on Friday and the owner closed the yard on Monday.")
    assert [(lemma, day) for lemma, day, _ in found] == [("burn", "2024-05-10"), ("close", "2024-05-13")]


def test_what_is_told_of_a_noun_alone_is_told_with_that_noun() -> None:
    (found,) = deeds("Doctors treat a man who was rescued on Monday.")
    assert found == ("rescue", "2024-05-13", "a man who was rescued on Monday")


def test_the_link_of_a_clause_is_no_part_of_it() -> None:
    (found,) = deeds("Schools stayed shut after a storm hit the coast on Monday.")
    assert found == ("hit", "2024-05-13", "a storm hit the coast on Monday")


def test_a_bound_dates_nothing() -> None:
    assert deeds("The bridge has carried no trains since Monday.") == []
    assert deeds("The bridge will carry no trains until Friday.") == []


def test_the_day_of_a_noun_is_not_the_day_of_the_verb() -> None:
    assert deeds("Monday's fire destroyed the archive, and the town mourns.") == []


def test_states_wishes_and_what_did_not_happen_are_no_deeds_plans_are() -> None:
    assert deeds("The harbour was quiet on Monday.") == []
    assert deeds("The crew want to sail on Friday.") == []
    (planned,) = deeds("The nine are to be buried on Friday.")
    assert planned[:2] == ("bury", "2024-05-17")
    assert deeds("The ferry did not sail on Monday.") == []
