"""Deciding in review: what to look at, a page for each thing with its form, and what is done with a form."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from sayso.errors import DataError, NoSuchInput, UsageError
from sayso.model.decision import Decision
from sayso.model.relation import RefKind
from sayso.present import decided, review, words
from sayso.present.views.review import AskView, ReviewView
from sayso.present.web import addresses, forms, rendering
from sayso.present.web.cases import Case
from sayso.present.web.visits import Visit
from sayso.present.web.wishes import Sent, wanted

ASKED = 40
"""Facts to be looked at on one page."""

OLD_FORM = (
    "This form was made before the server was started, or in another browser. Nothing was decided: look at "
    "it again, then send it."
)
MEANWHILE = "Somebody decided on this while you looked at it. Nothing was changed: look again, then decide."


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided, and by what it is found again when the story is made anew."""

    story: int
    decision: Decision
    member: str
    name: str
    walking: bool


def agenda(visit: Visit) -> Response:
    """Answer with what a reviewer should look at, what matters most first."""
    _forms(visit)
    standing, case = visit.case(visit.number("story"))

    def make() -> str:
        last = max(-(-len(case.asks) // ASKED), 1)
        number = min(visit.asked_number("page"), last)
        return rendering.story_page(
            case,
            "agenda",
            view=case.page(),
            address=addresses.review(case.number),
            title="To review",
            section="review",
            asks=case.asks[(number - 1) * ASKED : number * ASKED],
            asked=len(case.asks),
            pager=rendering.pager(addresses.review(case.number), number, last),
        )

    return visit.kept(standing, make)


def agenda_json(visit: Visit) -> Response:
    """Answer with the same as JSON, all of it."""
    _, case = visit.case(visit.number("story"))
    return visit.json(
        [
            {"fact": one.id, "why": one.why, "reading": one.reading, "sentence": _sentence(one)}
            for one in case.asks
        ]
    )


def _sentence(one: AskView) -> str:
    return "".join(piece.text for piece in one.quote.pieces)


def look(visit: Visit) -> Response:
    """Answer with the page of one thing, with its form."""
    _, case = visit.case(visit.number("story"))
    return _page(visit, case, _thing(visit, case), {}, "", 200)


def take(visit: Visit, given: Mapping[str, str]) -> Response | Taken:
    """Put what a form decides into the log; answer with its page again where that is not possible."""
    known = _forms(visit)
    _, case = visit.case(visit.number("story"))
    thing = _thing(visit, case)
    if not known.own(visit.request, given):
        return _page(visit, case, thing, given, OLD_FORM, 403)
    sent, last = Sent(case, thing, given), case.index.things.get(thing.seen)
    if given.get("seen", "") != thing.seen:
        if isinstance(last, Decision) and sent.repeats(last):
            return _taken(sent, last)
        return _page(visit, case, thing, given, MEANWHILE, 409)
    try:
        return _taken(sent, visit.desk.decide(case.dossier, wanted(sent)))
    except (UsageError, DataError) as error:
        return _page(visit, case, thing, given, str(error), 422)


def led(visit: Visit, taken: Taken) -> Response:
    """Lead on from a form: to the next thing of a walk through the story, else to the same."""
    _, case = visit.case(taken.story)
    done = {"done": taken.decision.id}
    if taken.walking:
        following = next((one.id for one in case.asks if one.id != taken.member), "")
        path = addresses.review(taken.story, following)
        target = addresses.with_query(path, walk=1 if following else "", **done)
    elif again := _again(case, taken):
        target = addresses.with_query(addresses.review(taken.story, again), **done)
    else:
        anchor = f"d-{taken.decision.id}"
        path = addresses.story(taken.story, "reviewed")
        target = f"{addresses.with_query(path, at=anchor)}#{anchor}"
    answer = RedirectResponse(target, 303)
    forms_ = _forms(visit)
    forms_.keep(answer, visit.request, forms_.mark(visit.request)[0], taken.decision.by)
    return answer


def _again(case: Case, taken: Taken) -> str:
    """Return the id that the thing has now; empty where there is none of it any more."""
    about = taken.decision.about
    undone = case.index.things.get(about.id)
    about = undone.about if isinstance(undone, Decision) else about
    if about.kind is RefKind.CLAIM:
        return next((one.id for one in case.index.claims_of.get(taken.member, ())), "")
    if about.kind is RefKind.ENTITY and about.id not in case.index.things:
        found = case.party(taken.name)
        return found.id if found else ""
    return about.id if about.id in case.index.things else ""


def _forms(visit: Visit) -> forms.Forms:
    if visit.forms is None:
        raise NoSuchInput("this server only shows the stories: decisions are made elsewhere")
    return visit.forms


def _thing(visit: Visit, case: Case) -> ReviewView:
    found = review.view(case.index, visit.word("thing"), visit.asked("find"))
    if found is None:
        raise NoSuchInput("this is not in the story any more: it has changed since that page was made")
    return found


def _taken(sent: Sent, made: Decision) -> Taken:
    claim = sent.case.index.claims.get(sent.thing.ref.id)
    member = claim.members[0].id if claim and claim.members else sent.thing.ref.id
    name = next((one.value for one in made.set if one.field == "name" and one.value), sent.thing.head)
    return Taken(sent.case.number, made, member, name, bool(sent.fields.get("walk")))


def _page(
    visit: Visit, case: Case, thing: ReviewView, given: Mapping[str, str], said: str, status: int
) -> Response:
    """Answer with the page of a thing, with what its form had in it already, and what is to be `said`."""
    known = _forms(visit)
    session, mark = known.mark(visit.request)
    walking = bool(given.get("walk") or visit.asked("walk"))
    answer = visit.html(
        rendering.story_page(
            case,
            "review",
            view=case.page(),
            address=addresses.review(case.number, thing.ref.id),
            title=f"Review: {thing.head}",
            section="review",
            item=thing,
            given=given,
            mark=mark,
            by=given.get("by") or known.name(visit.request),
            said=said,
            find=visit.asked("find"),
            walking=walking,
            following=_following(case, thing),
            done=_done(visit, case),
            pending=bool(visit.asked("done")) and visit.desk.standing(case.number).at_work,
        ),
        status,
    )
    answer.headers["Cache-Control"] = "no-store"
    known.keep(answer, visit.request, session)
    return answer


def _done(visit: Visit, case: Case) -> tuple[str, str] | None:
    """Return the decision that was made just now: its id, and the line of it."""
    made = case.index.things.get(visit.asked("done"))
    return (made.id, words.capital(decided.line_of(case.index, made))) if isinstance(made, Decision) else None


def _following(case: Case, thing: ReviewView) -> str:
    """Return what is to be looked at after a thing: what comes behind it, else the first."""
    ids = [one.id for one in case.asks]
    here = ids.index(thing.ref.id) + 1 if thing.ref.id in ids else 0
    return next((one for one in [*ids[here:], *ids[:here]] if one != thing.ref.id), "")
