"""Small invented stories as values: reports of a few sentences, with the facts that `extract` and `resolve`
would give.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.embed import embed
from sayso.model.grammar import Frame, Part, Word
from sayso.model.ids import content_id
from sayso.model.relation import Claim, Conflict, Entity, Resolved, Story
from sayso.model.report import (
    Basis,
    Deed,
    EntityKind,
    Extent,
    Facts,
    Figure,
    Mention,
    Moment,
    Precision,
    Relay,
    Report,
    Span,
    Stance,
    Statement,
    StatementKind,
    TimeExpression,
    TimeType,
)
from sayso.relate import claims, conflicts, derivations, origins, tracks

VERBS = {
    "killed": "kill",
    "died": "die",
    "closed": "close",
    "sank": "sink",
    "carried": "carry",
    "failed": "fail",
    "injured": "injure",
    "warned": "warn",
    "ignored": "ignore",
    "attacked": "attack",
    "rammed": "ram",
    "captured": "capture",
    "opened": "open",
    "broke": "break",
    "reported": "report",
    "collapsed": "collapse",
    "drowned": "drown",
    "ordered": "order",
    "risen": "rise",
    "denied": "deny",
    "picked": "pick",
}
SMALL = frozenset("the a an of in on at to and had was were have been by that it not said".split())  # noqa: SIM905


def day(value: str, basis: Basis = Basis.METADATA) -> Moment:
    return Moment(value, value, Precision.DAY, basis)


def entity(name: str, kind: EntityKind = EntityKind.ORGANISATION, **more: object) -> Entity:
    known = {"names": (name,), "authority": None, "side": None, "place": None, "merged": ()} | more
    return Entity(id=eid(name), name=name, kind=kind, **known)  # type: ignore[arg-type]


def eid(name: str) -> str:
    return content_id("entity", name)


def report(name: str, text: str, published: str | None = None, **more: object) -> Report:
    known = {
        "url": None,
        "title": None,
        "outlet": None,
        "agencies": (),
        "byline": None,
        "language": "en",
        "updated": None,
        "seen": None,
        "placed": None,
    } | more
    moment = day(published) if published else None
    return Report(id=content_id("report", name), name=name, published=moment, text=text, **known)  # type: ignore[arg-type]


def statement(source: Report, content: str, *sources: str, **more: object) -> Statement:
    start = source.text.index(content)
    end = start + len(content)
    known = {
        "kind": StatementKind.INDIRECT if sources else StatementKind.NARRATED,
        "stance": Stance.ASSERTS,
        "hedges": (),
        "source": Span(start, start, "") if sources else None,
        "cue": None,
        "channel": None,
        "said": None,
        "event": None,
        "relays": (),
        "relies_on": (),
        "within": None,
    } | more
    return Statement(
        id=content_id("statement", source.id, start, end),
        report=source.id,
        start=start,
        end=end,
        text=content,
        parts=((start, end),),
        sentence=sentence(source, start),
        sources=tuple(sorted(map(eid, sources))),
        **known,  # type: ignore[arg-type]
    )


def deed(source: Report, verb: str, within: Statement, moment: Moment) -> Deed:
    """A verb of a statement's content that words date, told by the whole content."""
    start = source.text.index(verb, within.start)
    span = within.start, within.end
    return Deed(source.id, "time", start, start + len(verb), VERBS[verb], span, moment, own=True)


def time(source: Report, words: str, start: str, end: str) -> TimeExpression:
    """A time expression with these words, of the days from `start` to `end`."""
    at = source.text.index(words)
    moment = Moment(start, end, Precision.DAY, Basis.EXPRESSION)
    return TimeExpression(words, source.id, at, at + len(words), words, TimeType.DATE, start, moment, None)


def relay(name: str) -> Relay:
    return Relay(eid(name), Span(0, 0, ""))


def figure(
    source: Report, text: str, measure: str, low: float | None, high: float | None, **more: object
) -> Figure:
    start = source.text.index(text)
    known = {
        "approximate": False,
        "unit": "person",
        "who": "people",
        "who_entity": None,
        "who_side": None,
        "where": None,
        "as_of": None,
        "during": None,
        "extent": Extent.LEVEL,
        "part_of": None,
        "derived_from": (),
        "statement": None,
        "sources": (),
        "track": None,
    } | more
    return Figure(
        id=content_id("figure", source.id, start, start + len(text), measure),
        report=source.id,
        start=start,
        end=start + len(text),
        text=text,
        sentence=sentence(source, start),
        measure=measure,
        low=low,
        high=high,
        **known,  # type: ignore[arg-type]
    )


def of(one: Statement, made: Figure) -> Figure:
    """The figure as part of a statement."""
    return replace(made, statement=one.id, sources=one.sources)


def facts(
    source: Report,
    statements: Sequence[Statement] = (),
    figures: Sequence[Figure] = (),
    names: Sequence[str] = (),
) -> Facts:
    found = [(name, match.start()) for name in names for match in re.finditer(re.escape(name), source.text)]
    mentions = sorted((start, name) for name, start in found)
    return Facts(
        report=source,
        sentences=tuple(_sentences(source.text)),
        words=tuple(_words(source.text)),
        entities=(),
        mentions=tuple(
            Mention(
                content_id("mention", source.id, start), source.id, start, start + len(name), name, eid(name)
            )
            for start, name in mentions
        ),
        times=(),
        statements=tuple(statements),
        figures=tuple(figures),
    )


def framed(found: Sequence[Facts]) -> list[Facts]:
    """Facts with the frames of their verbs."""
    return [replace(one, frames=tuple(_frames(one.report.text))) for one in found]


def _frames(text: str) -> list[Frame]:
    """A frame for each verb, all of main clauses: what stands before it in its sentence acts, what comes
    right after it is acted on, and the rest is there with it."""
    words = _words(text)
    return [
        Frame(one.start, one.end, one.lemma, False, tuple(_parts(one, words, span)), True)
        for span in _sentences(text)
        for one in words
        if one.pos == "VERB" and span[0] <= one.start < span[1]
    ]


def _parts(verb: Word, words: Sequence[Word], span: tuple[int, int]) -> Iterator[Part]:
    beside = [one for one in words if span[0] <= one.start < span[1] and one.pos != "VERB"]
    before = [one for one in beside if one.start < verb.start]
    after = [one for one in beside if one.start > verb.start]
    for role, near in (("agent", before), ("patient", after[:1]), ("with", after[1:])):
        yield from (Part(role, one.start, one.end, one.lemma) for one in near)


def resolved(found: Sequence[Facts], entities: Sequence[Entity] = ()) -> Resolved:
    ids = tuple(sorted(item.report.id for item in found))
    return Resolved(Story(content_id("story", ids[0]), ids, ()), tuple(found), tuple(entities))


def traced(found: Sequence[Facts], *entities: Entity) -> Claim:
    """The claim, with its origins, of a story whose reports all say one thing."""
    story = resolved(framed(found), entities)
    gathered = claims.relate(story, embed)
    apart = conflicts.relate(story, gathered, tracks.relate(story))
    (claim,) = origins.relate(story, derivations.relate(story), apart, gathered)
    return claim


def apart(found: Sequence[Facts], entities: Sequence[Entity]) -> list[Conflict]:
    """The conflicts of a story."""
    story = resolved(framed(found), entities)
    return list(conflicts.relate(story, claims.relate(story, embed), tracks.relate(story)))


def sentence(source: Report, offset: int) -> tuple[int, int]:
    return next(span for span in _sentences(source.text) if span[0] <= offset < span[1])


def _sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^.\n]+[.]?\"?", text) if match[0].strip()]


def _words(text: str) -> list[Word]:
    found = []
    for match in re.finditer(r"[A-Za-z]+", text):
        word = match[0]
        if word.lower() in SMALL:
            continue
        pos = "VERB" if word in VERBS else "PROPN" if word[0].isupper() and match.start() else "NOUN"
        lemma = VERBS.get(word, word.lower().removesuffix("s"))
        found.append(Word(match.start(), match.end(), lemma, pos, False))
    return found
