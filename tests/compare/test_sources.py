"""What becomes of one statement: its hedge goes, its source gets a name, its lead is found, its support
changes."""

from tests.compare import make

from sayso import api
from sayso.model.change import Change, ChangeKind
from sayso.model.dossier import Dossier

MAYBE = (
    "A boiler at the Orvelle mill may have exploded before the fire, fire chief Tomas Renk said on Monday."
)
INSPECTED = "The fire began at noon. The mayor said on Monday that the mill had failed two inspections."
CREDITED = "Two workers were killed in the fire at the Orvelle mill, Kestrel News reported on Monday."
OWN = "Two workers were killed in a fire at the Orvelle mill on Monday, a police officer told Kestrel News."
WAR = "Russia is at war with Ukraine. The Russian government and the Ukrainian government have ships there. "
BRIDGE = "{} said the bridge at Orvelle had failed two inspections."


def article(outlet: str, day: int, body: str) -> str:
    return f"{outlet}\nPublished: {day} March 2019\n\nNews of day {day} from Orvelle\n\n{body}\n"


def first(body: str) -> Dossier:
    return make.dossier(("a.txt", article("The Orvelle Herald", 4, body)))


def both(body: str, later: str, day: int = 5) -> Dossier:
    one = ("a.txt", article("The Orvelle Herald", 4, body))
    return make.dossier(one, ("b.txt", article("Kestrel News", day, later)))


def of(kind: ChangeKind, before: Dossier, after: Dossier) -> list[Change]:
    return [one for one in api.changes(before, after) if one.kind is kind]


def test_a_hedge_that_a_later_article_drops_is_told() -> None:
    (gone,) = of(ChangeKind.HEDGE_GONE, first(MAYBE), both(MAYBE, MAYBE.replace("may have", "had")))
    assert gone.was == "may"


def test_a_hedge_that_an_earlier_article_did_not_have_has_not_gone() -> None:
    later = both(MAYBE, MAYBE.replace("may have", "had"), day=3)
    assert not of(ChangeKind.HEDGE_GONE, first(MAYBE), later)


def test_a_source_known_by_office_that_an_edit_names_is_told() -> None:
    named = INSPECTED.replace("The fire began at noon.", "Dana Veck, the mayor of Orvelle, came at noon.")
    (told,) = of(ChangeKind.SOURCE_NAMED, first(INSPECTED), first(named))
    assert (told.was.lower(), told.now) == ("mayor", "Dana Veck")


def test_a_source_is_not_named_by_an_edit_that_names_somebody_else() -> None:
    named = INSPECTED.replace("The fire began at noon.", "Dana Veck, a baker from Orvelle, came at noon.")
    assert not of(ChangeKind.SOURCE_NAMED, first(INSPECTED), first(named))


def test_an_outlets_own_report_that_another_credits_is_a_lead_found() -> None:
    (found,) = of(ChangeKind.LEAD_FOUND, first(CREDITED), both(CREDITED, OWN, day=4))
    assert found.was == "Kestrel News's own report"


def test_an_outlets_report_of_a_later_day_is_not_the_one_that_was_credited() -> None:
    assert not of(ChangeKind.LEAD_FOUND, first(CREDITED), both(CREDITED, OWN, day=6))


def test_two_parties_that_turn_out_to_be_allies_support_a_claim_otherwise() -> None:
    body = WAR + BRIDGE.format("Moscow") + " " + BRIDGE.format("Pyongyang")
    ally = "North Korea, an ally of Russia, sent a ship. " + BRIDGE.format("Moscow")
    (changed,) = of(ChangeKind.SUPPORT_CHANGED, first(body), both(body, ally))
    assert (changed.was, changed.now) == ("several-sides", "several-origins-one-side")


def test_who_is_cut_from_an_edited_article_is_no_origin_any_more() -> None:
    here, there = (WAR + BRIDGE.format(f"The {one} government") for one in ("Russian", "Ukrainian"))
    (lost,) = of(ChangeKind.ORIGIN_LOST, both(here, there), both(here, f"{WAR}The bridge is old."))
    assert (lost.was, lost.now) == ("several-sides", "one-origin")


def test_who_is_in_the_edited_article_yet_is_still_an_origin() -> None:
    here, there = (WAR + BRIDGE.format(f"The {one} government") for one in ("Russian", "Ukrainian"))
    assert not of(ChangeKind.ORIGIN_LOST, both(here, there), both(here, f"{there} The bridge is old."))
