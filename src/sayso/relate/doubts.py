"""When a party is not shown to be an origin beside another: named rules, each with its reason in plain words.

Two parties count as two origins only when nothing leaves open that one is the other, speaks for it, belongs
to it, or has it from the other. What is held back is possible, not shown (DESIGN §4.6).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.lexicon import words
from sayso.model.relation import Certainty, Origin, Ref
from sayso.model.report import EntityKind, Stance
from sayso.relate.matching.counts import presumed
from sayso.relate.matters import one_matter, same_words
from sayso.relate.media import is_media
from sayso.relate.parties import bare_state_body, described, like_named, of_a_state, one_name, unplaced
from sayso.relate.view import View

SUREST = (Certainty.SHOWN, Certainty.POSSIBLE, Certainty.UNKNOWN)
"""Certainties, the surest first."""

_ASSERTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.WARNS, Stance.PROMISES})

Doubt = Callable[[View, Origin, Sequence[Origin]], bool]
"""Say whether an origin may be none of its own, given the others that are shown or possible."""


def relate(story: View, origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """Return the origins of one claim with those held back that may be none of their own beside the others.

    Where all would be held back, the first stays: somebody said it.
    """
    kept = list(in_order(origins))
    if len(kept) < 2:
        return tuple(kept)
    for rule, reason in DOUBTS:
        for one in reversed([one for one in kept if one.certainty is Certainty.SHOWN]):
            others = [
                other for other in kept if other is not one and other.certainty is not Certainty.UNKNOWN
            ]
            beside = any(other.certainty is Certainty.SHOWN for other in others)
            if beside and rule(story, one, others):
                held = replace(one, certainty=Certainty.POSSIBLE, why=f"{one.why}; {reason}")
                kept[kept.index(one)] = held
    return in_order(kept)


def in_order(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return origins, the surest and those with most members first."""

    found = tuple(origins)
    if len(found) < 2:
        return found

    def key(origin: Origin) -> tuple[int, int, str, str]:
        first = origin.members[0].id
        return SUREST.index(origin.certainty), -len(origin.members), origin.entity or "", first

    return tuple(sorted(found, key=key))


def _unnamed(story: View, origin: Origin, _: Sequence[Origin]) -> bool:
    """An unnamed source, unless the authority it answers to is known well: a state, or one of which two
    reports speak."""
    if origin.entity is None or (story.named(origin.entity) and not described(story, origin.entity)):
        return False
    if origin.authority in {None, origin.entity}:
        return True
    state = story.entities.get(origin.authority or "")
    known = state is not None and state.government and state.named
    return not known and len(_told_by(story, origin.authority or "")) < 2


def _told_by(story: View, entity: str) -> set[str]:
    return {id_ for id_, facts in story.facts.items() if any(one.entity == entity for one in facts.mentions)}


def _unplaced(story: View, origin: Origin, _: Sequence[Origin]) -> bool:
    """A person of whom no report says whom they answer to, or a place, which cannot speak."""
    if origin.entity is None or not story.named(origin.entity):
        return False
    return unplaced(story, origin.entity) or (
        story.is_place(origin.entity) and not story.entities[origin.entity].government
    )


def _a_states(story: View, origin: Origin, others: Sequence[Origin]) -> bool:
    """A public body that nothing places, beside a state: it may be that state's."""
    bare = origin.entity is not None and bare_state_body(story, origin.entity)
    return bare and any(other.entity and of_a_state(story, other.entity) for other in others)


def _like_named(story: View, origin: Origin, others: Sequence[Origin]) -> bool:
    """A party whose name shares a word with another's, or holds it, and of which nothing shows that it is
    another: "Defence Ministry", which answers to Corria, and "Ministry of Defence"."""
    own, one = _parties(story, origin), origin.entity or ""
    return any(
        like_named(story, own, _parties(story, other)) or one_name(story, one, other.entity or "")
        for other in others
    )


def _parties(story: View, origin: Origin) -> set[str]:
    """Those whose words an origin is made of, under whatever authority."""
    alone = {sources[0] for ref in origin.members if len(sources := story.sources(ref)) == 1}
    return alone | ({origin.entity} if origin.entity else set())


def _one_of_a_group(story: View, origin: Origin, others: Sequence[Origin]) -> bool:
    """People named as a group beside a person, who may be one of them."""
    return _kind(story, origin) is EntityKind.GROUP and any(
        _kind(story, other) is EntityKind.PERSON for other in others
    )


def _kind(story: View, origin: Origin) -> EntityKind | None:
    entity = story.entities.get(origin.entity or "")
    return entity.kind if entity else None


def _known_through(story: View, origin: Origin, others: Sequence[Origin]) -> bool:
    """A party known only from what another one tells of it: "the envoy said that the ministry knew"."""
    parties = {party for other in others for party in (other.entity, other.authority) if party}
    return all(_tellers(story, ref) & parties for ref in origin.members)


def _tellers(story: View, ref: Ref) -> set[str]:
    """Who, other than outlets, passes a member on, and whom they answer to."""
    statement = story.statement_of(ref)
    if statement is None:
        return set()
    outer = story.statements.get(statement.within or "")
    passed = [one.entity for one in statement.relays] + list(outer.sources if outer else ())
    told = {one for one in passed if not is_media(story, one)}
    return told | {story.authority(one) for one in told}


def _by_pronoun(story: View, origin: Origin, _: Sequence[Origin]) -> bool:
    """A party that each report only means by a pronoun there: whom "they" means is not sure enough."""
    said = [story.statement_of(ref) for ref in origin.members]
    return all(
        one is not None
        and one.source is not None
        and one.source.text.lower() in words("relate", "open_pronouns")
        for one in said
    )


def _takes_it_as_known(story: View, origin: Origin, _: Sequence[Origin]) -> bool:
    """A party that speaks of those counted as of some who are known: "glad that the 21 girls are free", "a
    friend of theirs was among the 12 killed"."""
    return all(ref.id in story.figures and presumed(story, story.figures[ref.id]) for ref in origin.members)


def _beside_its_own(story: View, origin: Origin, _: Sequence[Origin]) -> bool:
    """A party whose statement goes on to a matter of others, which the outlet may set beside it: "Talwen said
    it expects a loss, while Corrie Bank will lose 3 million"."""
    return all(_after_a_contrast(story, ref) for ref in origin.members)


def _after_a_contrast(story: View, ref: Ref) -> bool:
    figure, said = story.figures.get(ref.id), story.statement_of(ref)
    if figure is None or said is None:
        return False
    before = story.report(figure.report).text[said.start : figure.start].lower()
    return any(f", {word} " in before for word in words("relate", "contrasting"))


def _tells_nothing(story: View, origin: Origin, _: Sequence[Origin]) -> bool:
    """A party that only asks, denies, or names a thing without a verb: each speaks of its own matter."""
    return not any(_tells(story, ref) for ref in origin.members)


def _tells(story: View, ref: Ref) -> bool:
    statement = story.statement_of(ref)
    if statement is None or statement.stance not in _ASSERTING:
        return statement is None
    found = story.words(statement.report, (statement.start, statement.end))
    return any(word.pos in {"VERB", "AUX"} for word in found) or bool(story.figures_of(statement.id))


def _in_the_others_words(story: View, origin: Origin, others: Sequence[Origin]) -> bool:
    """A party that says nothing but what another is quoted with, word for word: one of the two is quoted by
    mistake, or quotes the other."""
    return all(any(same_words(story, ref, one) for one in _members(others)) for ref in origin.members)


def _of_another_matter(story: View, origin: Origin, others: Sequence[Origin]) -> bool:
    """A party that tells none of what another tells in a clause of its own: it presumes a number that the
    other states, or speaks of something else beside it."""
    return not any(
        one_matter(story, ref, one) and not same_words(story, ref, one)
        for ref in origin.members
        for one in _members(others)
    )


def _members(others: Sequence[Origin]) -> list[Ref]:
    return [ref for one in others if one.certainty is Certainty.SHOWN for ref in one.members]


DOUBTS: tuple[tuple[Doubt, str], ...] = (
    (_takes_it_as_known, "speaks of it as known, so not shown to say it of their own"),
    (_unnamed, "not named, and could be another"),
    (_unplaced, "whom they answer to is not said, so not shown to be another"),
    (_a_states, "whose body it is is not said, so not shown to be another"),
    (_like_named, "named like another, so not shown to be another"),
    (_one_of_a_group, "a group that the other may belong to"),
    (_known_through, "known only from what the other tells"),
    (_by_pronoun, "meant by a pronoun only"),
    (_beside_its_own, "told beside their own words, and could be the outlet's"),
    (_tells_nothing, "asserts nothing of the other's matter"),
    (_in_the_others_words, "the very words of the other, so not shown to be said twice"),
    (_of_another_matter, "does not tell it in a clause of its own, so not shown to say it"),
)
"""The rules, those of the weakest origins first: where two would hold each other back, that one goes."""
