from dataclasses import replace

from tests.judge.desk import Desk, facts, figure

from sayso.judge.places import Places
from sayso.judge.taking import By, undo
from sayso.model.decision import What


def test_a_decision_belongs_to_the_story_that_has_its_article_with_what_undoes_it() -> None:
    desk = Desk("flood")
    rejected = desk.decide(What.REJECT, figure(desk.seen(), "52", 52))
    undone = undo(rejected, By("A. B.", "2031-03-05T11:00:00Z"))
    again = undo(undone, By("A. B.", "2031-03-05T12:00:00Z"))
    reports = [one.report for one in desk.facts]
    log = Places.of([again, rejected, undone], [one.id for one in reports])
    assert log.of_story(reports) == (rejected, undone, again)
    assert log.of_story(one.report for one in facts("ferry")) == ()


def test_another_article_of_the_same_file_name_is_meant_only_where_the_one_meant_is_gone() -> None:
    desk = Desk("flood")
    one = figure(desk.seen(), "52", 52)
    rejected = desk.decide(What.REJECT, one)
    (meant,) = (item.report for item in desk.facts if item.report.id == one.report)
    other = replace(meant, id="another", outlet=None)
    assert Places.of([rejected], [meant.id, other.id]).of_story([other]) == ()
    assert Places.of([rejected], [other.id]).of_story([other]) == (rejected,)
