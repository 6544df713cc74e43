from dataclasses import replace

from tests.judge.desk import Desk, figure

from sayso.compare.dossiers import compare
from sayso.judge.taking import By, undo
from sayso.model.change import ChangeKind
from sayso.model.decision import Standing, What
from sayso.present import changes


def test_what_somebody_decided_since_is_told_with_who_and_why() -> None:
    desk = Desk("flood")
    before = desk.seen()
    rejected = desk.decide(What.REJECT, figure(before, "52", 52), note="of the day before")
    after = desk.seen()
    found = [one for one in compare(before, after) if one.kind is ChangeKind.REVIEWED]
    (view,) = changes.view(before, after, found)
    assert view.label == "Decided in review"
    assert view.text == "A. B.: rejected: figure “52” (missing) because: of the day before"
    assert found[0].reports == (figure(before, "52", 52).report,)
    desk.log.append(undo(rejected, By("C. D.", "2031-03-05T11:00:00Z")))
    (undone,) = (one for one in compare(after, desk.seen()) if one.kind is ChangeKind.REVIEWED)
    assert undone.about == desk.log[-1].id


def test_a_decision_that_finds_nothing_any_more_weighs_more_and_the_same_log_is_no_change() -> None:
    desk = Desk("flood")
    desk.decide(What.ACCEPT, figure(desk.seen(), "52", 52))
    held = desk.seen()
    lost = replace(held, decisions=tuple(replace(one, standing=Standing.UNMATCHED) for one in held.decisions))
    (gone,) = compare(held, lost)
    (back,) = compare(lost, held)
    assert gone.weight > back.weight
    assert compare(held, replace(held, title="another")) == ()
