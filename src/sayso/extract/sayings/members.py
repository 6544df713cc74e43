"""The parties of a joined source: "the White House and Pentagon" are two, "X, the mayor and chairman" is one.

The parser ties to the first noun whatever stands in a row behind it; what only tells of one of the others is
no party. A role has a determiner of its own for each person who has it: "the mayor and the treasurer" are
two, "the mayor and treasurer" is one.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.bounds import is_title
from sayso.extract.names.roles import is_role, listed
from sayso.extract.sayings.voices import known

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POSTS = ("leading", "of_firms", "singular", "staff")
"""Lists of offices that one can hold beside another one."""

_POSTED = frozenset({"of", "for", "at"})

_OWN = frozenset({"det", "poss", "nummod", "predet"})
"""What makes a singular noun one of its own: "the", "a", "her", "one"."""


def joined(head: "Token") -> tuple["Token", ...]:
    """Return what stands in a row with the head of a source, in order, itself among them."""
    before = (child for child in head.lefts if _stands_joined(child))
    after = (
        child for child in head.conjuncts if child.i > head.i and child.pos_ in {"NOUN", "PROPN", "PRON"}
    )
    return (*before, head, *after)


def members(head: "Token") -> tuple["Token", ...]:
    """Return the heads of the parties that a source names, in order; that of the source itself if alone."""
    told = _told_of(head) or _called_by_name(head)
    if told:
        return told
    kept = [one for one in joined(head) if not _of_a_clause(one, head)]
    if len(kept) == 2 and _is_the_name_of(kept[1], head):
        return (kept[1],)
    if len(kept) == 2 and _holds_both(kept[1], head):
        return (head,)
    parties = kept[:1] if _tell_what_one_is(kept, head) else kept
    return tuple(_by_name(one, head) for one in parties)


def _stands_joined(child: "Token") -> bool:
    """ "President Mirela Kovar and Secretary Odran Feeley": the parser may make the first name describe the
    second."""
    return (
        child.dep_ == "nmod"
        and child.ent_type_ == "PERSON" == child.head.ent_type_
        and any(inner.dep_ == "cc" and inner.lower_ == "and" for inner in child.children)
    )


def _told_of(head: "Token") -> tuple["Token", ...]:
    """ "Mirela Kovar and Odran Feeley, leaders of the union, said": the parser may make the names the subject
    of what they are."""
    if head.tag_ != "NNS" or head.i == 0 or head.nbor(-1).text != ",":
        return ()
    first = next((child for child in head.lefts if child.dep_ == "nsubj" and _is_named_person(child)), None)
    if first is None:
        return ()
    return (first, *(one for one in first.conjuncts if first.i < one.i < head.i and _is_named_person(one)))


def _called_by_name(head: "Token") -> tuple["Token", ...]:
    """ "Two senators, Mirela Kovar and Odran Feeley, said": the names between commas behind a role are
    theirs, whether the parser sets them beside it or in a row with it."""
    if head.tag_ != "NNS" or not is_role(head):
        return ()
    first = next((child for child in head.rights if child.dep_ in {"appos", "conj"}), head)
    row = [first, *(one for one in first.conjuncts if one.i > first.i)]
    end = row[-1].right_edge.i + 1
    between = first.i > head.i and head.doc[first.left_edge.i - 1].text == ","
    closed = end < len(head.doc) and head.doc[end].text == ","
    return tuple(row) if between and closed and len(row) > 1 and all(map(_is_named_person, row)) else ()


def _of_a_clause(member: "Token", head: "Token") -> bool:
    """ "The airmen, who suffered black eyes and a chipped tooth, said": a thing in a row that a relative
    clause began."""
    clause = any(child.dep_ == "relcl" and head.i < child.i < member.i for child in head.children)
    return clause and member.pos_ == "NOUN" and not known(member)


def _is_the_name_of(member: "Token", head: "Token") -> bool:
    """ "One lawmaker, Sen. Mirela Kovar, said": a name that nothing but a comma joins to a role is its
    bearer's; so is one that "and" joins to a role with no determiner: "longtime editor and critic Kovar"."""
    row = member.doc[head.i + 1 : member.i]
    if not (is_role(head) and _is_named_person(member)):
        return False
    joined_by_and = any(token.dep_ == "cc" for token in row)
    if head.tag_ == "NNP":
        return joined_by_and and _is_another_role(row)
    return head.tag_ == "NN" and (_is_bare_role(head) if joined_by_and else row[0].text == ",")


def _holds_both(member: "Token", head: "Token") -> bool:
    """ "The president and chief executive of the bank", "the firm's owner and chairman": who holds two posts
    of one body."""
    row = head.doc[head.i + 1 : member.left_edge.i]
    posts = all(one.tag_ in {"NN", "NNP"} and one.lower_ in listed(*_POSTS) for one in (head, member))
    if not (posts and [token.lower_ for token in row] == ["and"] and _is_bare(member)):
        return False
    return any(
        child.dep_ == "poss" or (child.dep_ == "prep" and child.i > member.i and child.lower_ in _POSTED)
        for child in (*head.children, *member.children)
    )


def _is_bare(member: "Token") -> bool:
    return not any(child.dep_ in _OWN for child in member.children)


def _is_another_role(row: "Span") -> bool:
    """ "Director and Founder Mirela Kovar": between the two stands what one may be as well, no title."""
    return len(row) > 1 and row[0].dep_ == "cc" and is_role(row[1]) and not is_title(row[1])


def _tell_what_one_is(kept: Sequence["Token"], head: "Token") -> bool:
    """ "Kovar, the former pilot and chairman of the union, said": two roles that share a determiner, or have
    none, behind a name and its comma."""
    name, *following = kept
    if len(following) != 2 or name.i != head.i or name.tag_ != "NNP" or name.nbor().text != ",":
        return False
    other, last = following
    return other.tag_ in {"NN", "NNP"} and not _is_named_person(other) and _is_bare_role(last)


def _by_name(member: "Token", head: "Token") -> "Token":
    """ "Kovar and her running mate, Odran Feeley, said": a second name is the mate's, though the parser has
    it tell who Kovar is."""
    if not _is_named_person(head) or member.tag_ != "NN" or member.right_edge.i + 1 >= len(member.doc):
        return member
    comma = member.right_edge.nbor()
    beside = (one for one in head.children if one.dep_ == "appos" and _is_named_person(one))
    return next((one for one in beside if comma.text == "," and one.left_edge.i == comma.i + 1), member)


def _is_bare_role(token: "Token") -> bool:
    """A role in the singular with no determiner of its own."""
    return token.tag_ == "NN" and is_role(token) and not any(child.dep_ in _OWN for child in token.children)


def _is_named_person(token: "Token") -> bool:
    return token.ent_type_ == "PERSON" and token.tag_ == "NNP"
