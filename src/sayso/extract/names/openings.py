"""Words that have a capital only because a sentence opens with them, and that the pipeline takes for names:
"Scenes after the crash were …", "Debris was swept out"."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name, is_listed
from sayso.extract.names.roles import is_role
from sayso.extract.sentences import Tokens
from sayso.lexicon import given_names, idf, words
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOUBTFUL = frozenset({EntityKind.ORGANISATION, EntityKind.OTHER, EntityKind.EVENT, EntityKind.PLACE})


def without_openers(tokens: Tokens, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names without the lone words of English that stand nowhere but where a sentence opens."""
    lone: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.last - name.first == 1 and name.place is None and name.kind in _DOUBTFUL:
            lone[name.text].append(name)
    opening = {text for text, of in lone.items() if all(tokens[one.first].is_sent_start for one in of)}
    doubted = {text for text in opening if _may_be_a_word(lone[text][0].text)}
    if not doubted:
        return names
    small = {token.text for token in tokens if token.is_lower}
    dropped = {text for text in doubted if _is_a_word([tokens[one.first] for one in lone[text]], small)}
    return tuple(name for name in names if name.text not in dropped or name not in lone[name.text])


def _may_be_a_word(text: str) -> bool:
    """No acronym, no name known by a list, no noun for a body ("Congress"), no given name."""
    return (
        text.istitle()
        and not is_listed(text)
        and given_names.gender(text) is None
        and text.lower() not in words("offices", "bodies")
        and text not in words("media", "names")
    )


def _is_a_word(found: "Sequence[Token]", small: set[str]) -> bool:
    """A noun for what somebody does, or another word that English has and that the tagger takes for one or
    the report writes small as well."""
    if all(map(is_role, found)):
        return True
    english = all(
        min(idf.weight(one.lower_), idf.weight(one.lemma_.lower())) < idf.weight("") for one in found
    )
    return english and (found[0].lower_ in small or all(one.pos_ != "PROPN" for one in found))
