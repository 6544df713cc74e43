"""Which firm a report means by "the company" whose own words do not show it: what one report calls a firm is
one in all reports of its story.

A second pass, over what the rules of `likeness` have gathered. Of two firms that may be meant it is neither,
and where another private body speaks in the report it may be that one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sayso.lexicon import words
from sayso.lexicon.media import channel_names
from sayso.model.names import bare
from sayso.model.report import EntityKind, LocalEntity
from sayso.resolve.offices import Pairing, is_described

WHY = "the only firm that these reports show it may be"

_PRIVATE = frozenset({EntityKind.ORGANISATION, EntityKind.OTHER})


@dataclass(slots=True)
class Firms:
    """The firms of a story and the other private bodies in it, by what their names were gathered under:
    where each is named, and what the firms are called."""

    called: dict[str, set[str]] = field(default_factory=dict)
    named_in: dict[str, dict[str, LocalEntity]] = field(default_factory=lambda: defaultdict(dict))
    rivals: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @staticmethod
    def of(local: Sequence[LocalEntity], root: Callable[[str], str], speakers: Set[str]) -> "Firms":
        """Find them among the entities of all reports; `speakers` are the ids of those that said
        something."""
        gathered: dict[str, list[LocalEntity]] = defaultdict(list)
        for one in local:
            gathered[root(one.id)].append(one)
        active = {root(one) for one in speakers}
        active |= {root(one.answers_to) for one in local if one.answers_to is not None}
        found = Firms()
        for head, members in gathered.items():
            if not _is_private(members):
                continue
            called = {noun for one in members for noun in one.sorts}
            if called and called <= words("offices", "firms"):
                found.called[head] = called
                for one in members:
                    found.named_in[one.report].setdefault(head, one)
            elif not called and (head in active or all(map(_is_body, members))):
                for one in members:
                    found.rivals[one.report].add(head)
        return found

    def meant(self, report: str, noun: str) -> LocalEntity | None:
        """Return the firm that a noun means in a report: the only one named there, or else the only one of
        the story. Not where the report itself calls it so, and yet left open whom it means, and of nouns for
        any firm not where another private body is about."""
        here = self.named_in.get(report, {})
        told = [head for head in self.called if noun in self.called[head]]
        any_firm = noun in words("offices", "any_firm")
        if any_firm and self.rivals.get(report):
            return None
        if not here:
            only = min(self.called, default="")
            if len(self.called) != 1 or self.rivals.get(report) or not (any_firm or told):
                return None
            return next(firms[only] for firms in self.named_in.values() if only in firms)
        heads = list(here) if any_firm else [head for head in here if head in told]
        if len(heads) != 1 or (any_firm and here[heads[0]].sorts) or noun in here[heads[0]].sorts:
            return None
        return here[heads[0]]


def pairs(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str], firms: Firms
) -> Iterator[Pairing]:
    """Yield each "the company" with the firm that it means, and "the owners of X" with whom X answers to."""
    yield from _owners(local, by_id, root)
    for one in local:
        if is_described(one, EntityKind.ORGANISATION) and (noun := _noun(one)) is not None:
            firm = firms.meant(one.report, noun)
            if firm is not None:
                yield firm, one, 0.8, WHY


def _owners(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    above: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    named: dict[str, set[str]] = defaultdict(set)
    for one in local:
        if one.named and one.kind in _PRIVATE:
            for name in one.names:
                named[bare(name)].add(root(one.id))
            owner = by_id.get(one.answers_to) if one.answers_to is not None else None
            if owner is not None and not owner.government:
                above[root(one.id)].setdefault(root(owner.id), owner)
    for one in local:
        whole = _owned(one)
        if not whole:
            continue
        owned = {of for end in range(len(whole)) for of in named.get(" ".join(whole[: end + 1]), ())}
        owners = {head: owner for of in owned for head, owner in above[of].items()}
        if len(owned) == 1 and len(owners) == 1:
            (owner,) = owners.values()
            yield owner, one, 0.8, f"owns what the words name: “{one.name}”"[:80]


def _owned(one: LocalEntity) -> list[str]:
    """The words for what "the owners of the Brod mill" own."""
    said = one.name.split()
    nouns = [at for at in range(len(said) - 2) if said[at].lower() in words("offices", "owners")]
    if one.named or not nouns or nouns[0] > 1 or said[nouns[0] + 1] != "of":
        return []
    rest = said[nouns[0] + 2 :]
    return rest[1:] if rest[0].lower() == "the" else rest


def staff(local: Sequence[LocalEntity], firms: Firms) -> Mapping[str, LocalEntity]:
    """Return by id those who speak for "the company" and answer to nobody yet, with the firm that it
    means."""
    found = {}
    for one in local:
        noun = _whose(one) if one.answers_to is None and is_described(one, EntityKind.PERSON) else None
        firm = firms.meant(one.report, noun) if noun is not None else None
        if firm is not None:
            found[one.id] = replace(one, answers_to=firm.id, answers_why=f"“{one.name}”, {WHY}")
    return found


def _is_private(members: Sequence[LocalEntity]) -> bool:
    """Whether most reports take a name for a body, and none for an outlet, a state's, or part of another
    one."""
    public = words("offices", "public")
    named = [one for one in members if one.named]
    bodies = [one for one in named if one.kind in _PRIVATE]
    return len(bodies) * 2 > len(named) and not any(
        one.media
        or one.government
        or one.answers_to
        or one.serves
        or any(public & set(bare(name).lower().split()) for name in one.names)
        for one in named
    )


def _is_body(one: LocalEntity) -> bool:
    """Whether a report takes a name for a body's, and not for a channel's, where all sorts of people
    speak."""
    return one.kind is EntityKind.ORGANISATION and one.name not in channel_names()


def _noun(one: LocalEntity) -> str | None:
    """The noun for a firm that a description consists of, but for a people's name: "the Norse company"."""
    *before, last = one.name.split() or [""]
    firm = last.lower() in words("offices", "firms") and len(before) < 2
    return last.lower() if firm and all(word[:1].isupper() for word in before) else None


def _whose(one: LocalEntity) -> str | None:
    """The noun for a firm that somebody is said to speak for: "company source", "spokesman for the firm",
    "manager at the plant"."""
    said = one.name.lower().split() or [""]
    if one.office in words("offices", "of_firms") and said[-1] in words("offices", "sites") and len(said) > 2:
        return "company" if said[-3] in {"at", "of"} else None
    roles = words("offices", "staff") | words("offices", "insiders") | words("offices", "of_firms")
    if one.office not in roles:
        return None
    if said[0] in words("offices", "any_firm") and len(said) == 2:
        return said[0]
    linked = len(said) > 3 and said[-3] in {"for", "at", "of"} and said[-2] == "the"
    return said[-1] if linked and said[-1] in words("offices", "any_firm") else None
