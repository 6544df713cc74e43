"""One utterance as several articles tell it, side by side, and what each adds, drops or changes, in words."""

import re
from collections.abc import Iterable, Iterator

from sayso.model.relation import Claim, Difference, Differs, Rendering, Utterance
from sayso.model.report import Pair, Statement, StatementKind
from sayso.present import quotes, sentences, words
from sayso.present.index import Fact, Index, fact_anchor
from sayso.present.views.claims import RenderingView, UtteranceView
from sayso.present.views.common import Link, Piece

_HOW = {
    StatementKind.DIRECT: "in quotation marks",
    StatementKind.MIXED: "partly in quotation marks",
    StatementKind.INDIRECT: "as reported speech",
}


def view(index: Index, claim: Claim) -> tuple[UtteranceView, ...]:
    """Return the utterances of a claim that are told in ways that differ, by more than reported words."""
    shown = (
        _utterance(index, one)
        for one in index.utterances_of.get(claim.id, ())
        if any(way.differences for way in one.renderings)
    )
    return tuple(one for one in shown if len(one.renderings) > 1)


def _utterance(index: Index, one: Utterance) -> UtteranceView:
    ways = tuple(filter(None, (_rendering(index, way) for way in one.renderings)))
    return UtteranceView(f"Said once, told in {words.plural(len(ways), 'way')}", ways)


def _rendering(index: Index, way: Rendering) -> RenderingView | None:
    facts = [fact for ref in way.facts if (fact := index.find(ref))]
    if not facts or index.reports.get(facts[0].report) is None:
        return None
    first = facts[0]
    links = {index.outlet(fact.report): f"#{fact_anchor(fact.id)}" for fact in reversed(facts)}
    return RenderingView(
        pieces=tuple(_pieces(index, first, way)),
        how=_how(index, first),
        language=index.language(first.report),
        differs=tuple(_differs(way)),
        places=tuple(Link(name, href) for name, href in reversed(links.items())),
    )


def _how(index: Index, fact: Fact) -> str:
    told = fact if isinstance(fact, Statement) else index.facts.get(fact.statement or "")
    return _HOW.get(told.kind, "") if isinstance(told, Statement) else ""


def _pieces(index: Index, fact: Fact, way: Rendering) -> Iterator[Piece]:
    """The words of a rendering, those marked that differ."""
    text = index.reports[fact.report].text
    start, end = (fact.start, fact.end) if isinstance(fact, Statement) else fact.sentence
    bare = quotes.unmarked(fact, text[start:end])
    yield from (Piece("“") for _ in range(bare))
    at = start
    for begin, stop in _marked(way, start, end):
        yield Piece(sentences.single(text[at:begin]))
        yield Piece(sentences.single(text[begin:stop]), marked=True)
        at = stop
    yield Piece(sentences.single(text[at:end]))
    yield from (Piece("”") for _ in range(bare))


def _marked(way: Rendering, start: int, end: int) -> list[Pair]:
    """The places that differ, in order and apart from each other."""
    found: list[Pair] = []
    for begin, stop in sorted({span for one in way.differences for span in one.spans}):
        if start <= begin and stop <= end and (not found or found[-1][1] <= begin):
            found.append((begin, stop))
    return found


def _differs(way: Rendering) -> Iterator[str]:
    """Yield in plain words what a rendering adds, drops or changes beside the others."""
    told = [one for one in way.differences if one.kind is Differs.QUOTED_WORDS]
    adds = [text for one in told if not one.there for text in one.here]
    drops = [text for one in told if not one.here for text in one.there]
    yield from (
        f"has {_quoted(one.here)} in quotation marks for {_quoted(one.there)}"
        for one in told
        if one.here and one.there
    )
    if adds:
        yield f"adds {_quoted(adds)} inside the quotation marks"
    if drops:
        yield f"drops {_quoted(drops)} inside the quotation marks"
    yield from (_SAID[one.kind](one) for one in way.differences if one.kind in _SAID)


def _quoted(texts: Iterable[str]) -> str:
    return words.joined(f"“{text}”" for text in dict.fromkeys(texts))


def _number(one: Difference) -> str:
    """The numbers, without the words after them that all have in common."""
    texts = [text.split() for text in (*one.here, *one.there)]
    tail = 0
    while all(len(text) > tail + 2 for text in texts) and _one_noun({text[-tail - 1] for text in texts}):
        tail += 1
    short = [" ".join(text[: len(text) - tail]) for text in texts]
    here, there = short[: len(one.here)], short[len(one.here) :]
    return f"puts the number at {_quoted(here)}, others at {_quoted(there)}"


def _one_noun(last: set[str]) -> bool:
    return len(last) == 1 and not re.search(r"\d", next(iter(last)))


def _relay(one: Difference) -> str:
    others = f"others through {words.joined(one.there)}" if one.there else "not all the others do"
    return f"has it through {words.joined(one.here)}, {others}"


_SAID = {
    Differs.HEDGE: lambda one: f"drops the hedge {_quoted(one.there)}",
    Differs.FIGURE: _number,
    Differs.SPEAKER: lambda one: f"gives it to {words.joined(one.here)}, others to {words.joined(one.there)}",
    Differs.CHANNEL: lambda one: f"puts it on {words.joined(one.here)}, others on {words.joined(one.there)}",
    Differs.RELAY: _relay,
}
