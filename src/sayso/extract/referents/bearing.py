"""Whether a noun can be what somebody or something is called: "the agency" of a body, "the sources" of
"sources near the talks", and never what is only whose."""

from sayso.extract.referents.register import Record
from sayso.lexicon import table, words
from sayso.lexicon.bodies import function_of
from sayso.lexicon.media import is_agency
from sayso.model.names import bare
from sayso.model.report import EntityKind

_LINKS = frozenset({"of", "for", "from", "at", "in", "on", "with", "to", "by", "who", "which", "that"})
"""Words that go on behind the noun of a description."""


def bears(record: Record, lemma: str) -> bool:
    """Whether a noun stands in or beside a name of an entity, or is "agency" for a body that may be one.
    What is known by description is what its noun says, and not whose ("company spokesman" is no company),
    nor what it once was."""
    body = record.kind is EntityKind.ORGANISATION
    if not record.named and record.key.startswith("described:"):
        heads = {record.office, *map(_head_noun, record.names)}
        return not heads.isdisjoint({lemma, lemma + "s"}) and not once(record)
    if lemma == "administration" and record.named:
        # "The administration" is a president's, and no agency of that name.
        return any("administration" in name.split() for name in record.names)
    called = {lemma, lemma + "s", *table("bodies")["called_in_names"].get(lemma, ())}
    if (body and lemma in record.beside) or not name_words(record).isdisjoint(called):
        return True
    if lemma != "agency" or not body:
        return False
    if any(name.rpartition(" ")[2] in words("bodies", "agency_like") for name in record.names):
        return True
    wire = record.media and any(is_agency(name) for name in record.names)
    return wire or function_of(next(iter(record.names))) in words("bodies", "agencies")


def may_be_agency(record: Record) -> bool:
    """Whether news may go on with "the agency" behind a body: one that `bears` it, or such as an authority, a
    service, the IRS, which are that only where they were spoken of last."""
    if bears(record, "agency"):
        return True
    ends = {name.rpartition(" ")[2] for name in record.names}
    near = words("bodies", "agency_near") | words("bodies", "agency_known")
    return record.kind is EntityKind.ORGANISATION and record.named and not ends.isdisjoint(near)


def once(record: Record) -> bool:
    """Whether a description tells what somebody no longer is, or not in full: "a former mayor"."""
    return not record.named and not name_words(record).isdisjoint(words("offices", "not_now"))


def _head_noun(description: str) -> str:
    """The noun that a description is of: its last word before a preposition."""
    said = bare(description).lower().split()
    end = next((at for at, word in enumerate(said) if at and word in _LINKS), len(said))
    return said[end - 1] if said else ""


def name_words(record: Record) -> set[str]:
    """The words of all names of an entity, in small letters."""
    return {word for name in record.names for word in bare(name).lower().split()}


def may_be_a_firm(record: Record) -> bool:
    """Whether what the pipeline calls a person, and only ever by one word, may be a body."""
    return record.kind is EntityKind.PERSON and record.named and all(" " not in name for name in record.names)
