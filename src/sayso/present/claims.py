"""What is said, the weightiest first, each claim with those it is traced to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.model.relation import Bearing, Certainty, Claim, Conflict, ConflictType, Origin, Support
from sayso.model.report import Figure, Pair, Statement
from sayso.present import cites, copied, decided, quotes, renderings, words
from sayso.present.index import NOT_TRACED, Fact, Index
from sayso.present.views.claims import Bearers, ClaimView, OriginView, OwnWords
from sayso.present.views.common import Glyph, Link, Quote

UNFOLDED = 12
"""How many claims are shown open whatever they rest on; further ones only when repeated or disputed."""

_NAMES_IN_A_LINE = 3
_OUTLETS_IN_A_LINE = 2


def view(index: Index) -> tuple[ClaimView, ...]:
    """Return every claim of the dossier in order of rank."""
    return tuple(_claim(index, claim, place) for place, claim in enumerate(index.ranked))


def view_at(index: Index, place: int) -> ClaimView:
    """Return the claim at a place in the order of rank."""
    return _claim(index, index.ranked[place], place)


def places(index: Index) -> tuple[list[int], list[int], dict[str, list[int]]]:
    """Return the places of claims in the order of rank: of those that are shown, of minor ones, and of
    those that one outlet alone tells in its own words, by article; nothing else is made of them."""
    shown, minor, own = list[int](), list[int](), dict[str, list[int]]()
    for place, claim in enumerate(index.ranked):
        if link := _own_of(index, claim, place):
            own.setdefault(link.href or "", []).append(place)
        else:
            (minor if _is_minor(index, claim, place) else shown).append(place)
    return shown, minor, own


def own_words(said: Iterable[ClaimView]) -> tuple[OwnWords, ...]:
    """Return of the claims those of least weight that one outlet alone tells in its own words, by article."""
    found: dict[Link, list[ClaimView]] = {}
    for claim in said:
        if claim.own_of:
            found.setdefault(claim.own_of, []).append(claim)
    return tuple(OwnWords(link.text, link.href or "", tuple(told)) for link, told in found.items())


def _own_of(index: Index, claim: Claim, place: int) -> Link | None:
    """Return the one article that tells a minor claim in its own words; None where there is anybody else."""
    facts = index.member_facts(claim)
    alone = len({fact.report for fact in facts}) == 1 and all(map(index.narrated, facts))
    if not (alone and _is_minor(index, claim, place) and claim.support is Support.UNTRACED):
        return None
    return Link(index.outlet(facts[0].report), f"#r-{facts[0].report}")


def _is_minor(index: Index, claim: Claim, place: int) -> bool:
    """Whether a claim is folded away: far down in rank, in one article only, and nobody stands against it."""
    against = any(member.bearing is not Bearing.ASSERTS for member in claim.members)
    return place >= UNFOLDED and not (articles(index, claim) > 1 or against or claim.disputed_by)


def _claim(index: Index, claim: Claim, place: int) -> ClaimView:
    who, said, counted = introduction(index, claim), text(index, claim), counts(index, claim)
    return ClaimView(
        anchor=anchor(claim),
        when=when(index, claim),
        speaker=who,
        text=said,
        counts=counted,
        support=words.SUPPORT[claim.support],
        glyph=glyph(index, claim),
        origins=tuple(_origins(index, claim)),
        against=tuple(_against(index, claim)),
        disputes=tuple(disputes(index, claim)),
        first=_first(index, claim),
        rank=claim.rank_why,
        minor=_is_minor(index, claim, place),
        own_of=_own_of(index, claim, place),
        notes=tuple(_notes(index, claim)),
        cite=cites.claim(index, who, said, counted, claim),
        about=about(index, claim),
        again=index.first_with(claim) is not claim,
        utterances=renderings.view(index, claim),
    )


def about(index: Index, claim: Claim) -> str:
    """Return the figure that a claim is of, in words; empty for a claim of statements."""
    figure = index.facts.get(claim.text_from.id)
    return words.capital(quotes.counted(index, figure)) if isinstance(figure, Figure) else ""


def view_of(index: Index, claim: Claim) -> ClaimView:
    """Return one claim by itself, unfolded."""
    return _claim(index, claim, 0)


def anchor(claim: Claim) -> str:
    """Return the anchor of a claim on the page."""
    return f"c-{claim.id}"


def articles(index: Index, claim: Claim) -> int:
    """Return in how many articles a claim is asserted."""
    return len({fact.report for fact in _asserting(index, claim)})


def counts(index: Index, claim: Claim) -> str:
    """Return how many articles and origins a claim has; only shown origins are a number of origins."""
    asserted = articles(index, claim)
    if asserted:
        return f"{words.plural(asserted, 'article')} → {words.origins(claim.origins_low, claim.origins_high)}"
    told = words.plural(len({fact.report for fact in index.member_facts(claim)}), "article")
    only_asked = all(member.bearing is Bearing.ASKS for member in claim.members)
    return f"{told}, {'asked for, not stated' if only_asked else 'nobody says so'}"


def glyph(index: Index, claim: Claim) -> Glyph:
    """Return the counts of a claim to be drawn."""
    untraced = sum(origin.certainty is Certainty.UNKNOWN for origin in claim.origins)
    possible = max(claim.origins_high - claim.origins_low - untraced, 0)
    return Glyph(articles(index, claim), claim.origins_low, possible, untraced)


def speaker(index: Index, claim: Claim) -> str:
    """Return whom a claim is traced to, at most three names; when nobody, whose own words it is in."""
    if shown := [origin for origin in claim.origins if _is_shown(origin)]:
        _, *further = dict.fromkeys(map(index.within_line, shown))
        return _some((index.origin_name(shown[0]), *further))
    if claim.support is Support.ONE_ORIGIN:
        named = (index.name(fact.sources[0]) for fact in _asserting(index, claim) if fact.sources)
        if one := next(filter(None, named), ""):
            return one
    perhaps = tuple(dict.fromkeys(index.within_line(origin) for origin in claim.origins if origin.entity))
    if perhaps:
        return f"Perhaps {_some(perhaps)}"
    return _unsettled(index, claim) or _outlets(index, claim) or _refusing(index, claim)


def introduction(index: Index, claim: Claim) -> str:
    """Return the speaker to be set before a claim's text; empty when the text begins with that name."""
    name, told = speaker(index, claim), text(index, claim)
    refusing = refusing_text(index, claim)
    return "" if refusing or told.casefold().startswith(name.casefold()) else name


def refusing_text(index: Index, claim: Claim) -> str:
    """Return who does not go along with a claim where its text says so itself: "Ada Voss denied that …"."""
    fact = index.facts.get(claim.text_from.id)
    bearing = {member.id: member.bearing for member in claim.members}.get(claim.text_from.id)
    if fact is None or bearing not in words.REFUSAL or fact.text == claim.text:
        return ""
    who = index.speaker(fact)
    return who if claim.text.casefold().startswith(f"{who} ".casefold()) else ""


def text(index: Index, claim: Claim) -> str:
    """Return a claim's text without the speaker that it may begin with, who is shown by name beside it."""
    stated = index.facts.get(claim.text_from.id)
    names = {index.name(key) for origin in claim.origins for key in (origin.entity, origin.authority)}
    names |= {index.name(key) for key in index.sources(stated)} if stated else set()
    before, colon, rest = claim.text.partition(": ")
    known = before.casefold() in {name.casefold() for name in names}
    return words.capital(rest) if colon and known else claim.text


def sides(index: Index, claim: Claim) -> str:
    """Return the sides of a claim in words."""
    return index.names(claim.sides)


def when(index: Index, claim: Claim) -> str:
    """Return a claim's day: the event's, else when it was said, else `by` its first article's."""
    first = index.facts.get(claim.text_from.id)
    facts: tuple[Fact, ...] = (first,) if first else ()
    for fact in (*facts, *_asserting(index, claim)):
        event = fact.event if isinstance(fact, Statement) else None
        if found := index.day(event or index.said(fact)):
            return found
    seen = index.day(claim.first.moment) if claim.first else ""
    return f"by {seen}" if seen and not seen.startswith(("by", "from")) else seen


def disputes(index: Index, claim: Claim) -> Iterator[Link]:
    """Yield a link to the first conflict of each type that a claim is disputed by, with their number."""
    kinds: dict[ConflictType, list[Conflict]] = {}
    for conflict in index.dossier.conflicts:
        if conflict.id in claim.disputed_by and index.pair(conflict):
            kinds.setdefault(conflict.type, []).append(conflict)
    for kind, found in kinds.items():
        times = f" ({len(found)})" if len(found) > 1 else ""
        yield Link(words.CONFLICT[kind] + times, f"#x-{found[0].id}", index.spoken(found[0].why))


def _is_shown(origin: Origin) -> bool:
    return origin.certainty is Certainty.SHOWN


def _some(names: tuple[str, ...]) -> str:
    if len(names) <= _NAMES_IN_A_LINE:
        return words.joined(names)
    return f"{', '.join(names[:_NAMES_IN_A_LINE])} and {len(names) - _NAMES_IN_A_LINE} more"


def _unsettled(index: Index, claim: Claim) -> str:
    """Return by what words the sources are called when all are, and of none is it settled who that is."""
    facts = _asserting(index, claim)
    told = [(fact, index.stated(fact)) for fact in facts]
    called = [
        stated.source.text for fact, stated in told if stated and stated.source and not index.sources(fact)
    ]
    names = tuple(dict.fromkeys(f"“{words.clip(text, 40)}”" for text in called))
    return f"{_some(names)}, not settled who" if names and len(called) == len(facts) else ""


def _outlets(index: Index, claim: Claim) -> str:
    """Return the outlets that assert a claim in their own words, or as said by nobody they name, none that
    copied them from another; empty when nobody asserts it."""
    facts = _asserting(index, claim)
    outlets = tuple(dict.fromkeys(index.outlet(copied.chain(index, fact)[0]) for fact in facts))
    if outlets and all(index.hearsay(fact) for fact in facts):
        return f"{_some(outlets)}, naming no source"
    if len(outlets) > _OUTLETS_IN_A_LINE:
        return f"{len(outlets)} outlets, in their own words"
    whose = "its" if len(outlets) == 1 else "their"
    return f"{words.joined(outlets)}, in {whose} own words" if outlets else ""


def _refusing(index: Index, claim: Claim) -> str:
    """Return who bears on a claim that nobody asserts, and how."""
    facts = {member.bearing: index.facts.get(member.id) for member in reversed(claim.members)}
    for bearing, fact in reversed(facts.items()):
        if fact is not None:
            return f"{words.capital(words.BEARING[bearing])} {index.speaker(fact)}"
    return "Nobody named"


def _asserting(index: Index, claim: Claim) -> tuple[Fact, ...]:
    ids = [member.id for member in claim.members if member.bearing is Bearing.ASSERTS]
    return tuple(index.facts[key] for key in ids if key in index.facts)


def _quotes(index: Index, ids: Iterator[str]) -> tuple[Quote, ...]:
    facts = [index.facts[key] for key in ids if key in index.facts]
    told = {fact.statement: fact.sentence for fact in facts if isinstance(fact, Figure) and fact.statement}
    return quotes.merged(quotes.view(index, fact) for fact in facts if not _told_with_figure(fact, told))


def _told_with_figure(fact: Fact, told: Mapping[str, Pair]) -> bool:
    """A statement need not be quoted again under the sentence of its figure, which holds it."""
    start, end = told.get(fact.id, (0, 0))
    return start <= fact.start and fact.end <= end


def _origins(index: Index, claim: Claim) -> Iterator[OriginView]:
    """Yield the origins, shown ones first, and what is traced to none; the words of the claim come first."""
    traced = {ref.id for origin in claim.origins for ref in origin.members}
    for origin in sorted(claim.origins, key=lambda origin: list(Certainty).index(origin.certainty)):
        if _refusal(claim, origin):
            continue
        side = index.name(origin.side)
        ids = sorted((ref.id for ref in origin.members), key=lambda one: one != claim.text_from.id)
        found = _quotes(index, iter(ids))
        yield OriginView(
            name=index.origin_name(origin),
            href=index.party_href(origin.entity or origin.authority),
            side=side if side != index.origin_name(origin) else "",
            certainty=words.CERTAINTY[origin.certainty],
            shown=_is_shown(origin),
            why=index.spoken(origin.why),
            quotes=tuple(_told_by(quote, index.origin_name(origin)) for quote in found),
        )
    left = _quotes(index, (fact.id for fact in _asserting(index, claim) if fact.id not in traced))
    if left:
        yield OriginView(NOT_TRACED, None, "", words.CERTAINTY[Certainty.UNKNOWN], False, "", left)


def _refusal(claim: Claim, origin: Origin) -> bool:
    """Whether nothing of an origin asserts the claim: it is shown with those who do not go along."""
    asserts = {member.id for member in claim.members if member.bearing is Bearing.ASSERTS}
    return bool(origin.members) and asserts.isdisjoint(ref.id for ref in origin.members)


def _told_by(quote: Quote, origin: str) -> Quote:
    """Return the quote without its speaker where it stands under that very name."""
    return replace(quote, speaker="") if quote.speaker == origin else quote


def _against(index: Index, claim: Claim) -> Iterator[Bearers]:
    for bearing in Bearing:
        ids = [member.id for member in claim.members if member.bearing is bearing]
        found = _quotes(index, iter(ids))
        if bearing is not Bearing.ASSERTS and found:
            whys = [
                origin.why
                for origin in claim.origins
                if _refusal(claim, origin) and not {ref.id for ref in origin.members}.isdisjoint(ids)
            ]
            yield Bearers(words.capital(words.BEARING[bearing]), index.spoken("; ".join(whys)), found)


def _first(index: Index, claim: Claim) -> Link | None:
    if claim.first is None or claim.first.report not in index.reports:
        return None
    day = words.moment(claim.first.moment)
    return Link(f"{index.outlet(claim.first.report)}, {day}", f"#r-{claim.first.report}")


def _notes(index: Index, claim: Claim) -> Iterator[str]:
    yield from decided.notes(index, claim)
    if not claim.wording_confirmed:
        yield "Wording not confirmed: the articles put different words in quotation marks."
    if claim.support is Support.SEVERAL_ORIGINS_ONE_SIDE:
        yield (
            f"All on one side or its allies: {sides(index, claim)}."
            if claim.sides
            else "All on one side or its allies."
        )
