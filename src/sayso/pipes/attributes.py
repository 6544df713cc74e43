"""The attribute ruler, with what it makes of a token looked up.

Its patterns ask of a token only the tag, the dependency, whether it is white space, and whether it is one
of a few dozen words; so what the patterns of one token give is remembered by these four. Those that go over
several tokens are few, and are matched as ever.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span

_ASKED = ("TAG", "DEP", "IS_SPACE", "LOWER")
"""All that the patterns may ask of a token."""

_TESTS = frozenset({"IN", "NOT_IN", "REGEX"})
"""How they may ask, beyond being equal."""

_Key = tuple[int, ...]
_Rules = tuple[int, ...]
_Patterns = list[list[dict[str, Any]]]


def fit(component: Any) -> "Attributes | None":
    """Return what stands in for an attribute ruler, None where its rules ask for anything else."""
    from spacy.pipeline.attributeruler import AttributeRuler

    if type(component) is not AttributeRuler or any("_" in one for one in component.attrs):
        return None
    tokens = list(_tokens(_patterns(component)))
    return Attributes(component) if tokens and all(map(_known, tokens)) else None


def _patterns(ruler: Any) -> list[_Patterns]:
    return [one["patterns"] for one in ruler.patterns]


def _tokens(patterns: Iterable[_Patterns]) -> "Iterator[dict[str, Any]]":
    """What patterns ask of each token."""
    return (token for alternatives in patterns for pattern in alternatives for token in pattern)


def _known(token: Mapping[str, object]) -> bool:
    asked = [value for value in token.values() if isinstance(value, Mapping)]
    return token.keys() <= set(_ASKED) and all(one.keys() <= _TESTS for one in asked)


class Attributes:
    """Sets what the rules of an attribute ruler say of each token, later rules over earlier ones."""

    def __init__(self, ruler: Any) -> None:
        import numpy as np

        self._ruler = ruler
        patterns = _patterns(ruler)
        self._long = _long(ruler, patterns)
        self._named, self._shapes = _words(patterns)
        self._words: dict[int, int] = {}
        self._columns = sorted({column for one in ruler.attrs for column in one})
        self._rules: dict[_Key, _Rules] = {}
        self._rows: dict[_Rules, int] = {}
        self._sets = np.zeros((0, len(self._columns)), np.bool_)
        self._values = np.zeros((0, len(self._columns)), np.uint64)

    def __call__(self, doc: "Doc") -> "Doc":
        """Set part of speech and morphology, and whatever else the rules set, of each token."""
        import numpy as np

        if not len(doc):
            return doc
        rows = [
            self._rows[rules] if rules in self._rows else self._row(rules) for rules in self._rules_of(doc)
        ]
        cells = doc.to_array(self._columns).reshape(len(doc), -1)
        new: Any = np.where(self._sets[rows], self._values[rows], cells)
        done: Doc = doc.from_array(self._columns, new)
        return done

    def _rules_of(self, doc: "Doc") -> list[_Rules]:
        """The rules that hold of each token, in the order in which they are carried out."""
        *rest, lower = doc.to_array(list(_ASKED)).T.tolist()
        words = [self._words[word] if word in self._words else self._word(word) for word in lower]
        known = self._rules
        found = [
            known[key] if key in known else self._matched(doc, at, key)
            for at, key in enumerate(zip(*rest, words, strict=True))
        ]
        for rule, at in self._matches(self._long, doc):
            found[at] = tuple(sorted({*found[at], rule}))
        return found

    def _word(self, number: int) -> int:
        """Return a word's number if the patterns can tell it from others, else 0."""
        word = self._ruler.vocab.strings[number]
        told = word in self._named or any(shape.search(word) for shape in self._shapes)
        return self._words.setdefault(number, number if told else 0)

    def _matched(self, doc: "Doc", at: int, key: _Key) -> _Rules:
        """Ask the patterns of one token about a token; no other can match a single one."""
        found = tuple(sorted({rule for rule, _ in self._matches(self._ruler.matcher, doc[at : at + 1])}))
        self._rules[key] = found
        return found

    def _matches(self, matcher: "Matcher", where: "Doc | Span") -> "Iterator[tuple[int, int]]":
        """The number of each rule that matches, and the place of the token that it is about."""
        if len(matcher):
            for name, start, end in matcher(where, allow_missing=True):
                rule = int(where.vocab.strings[name])
                index = self._ruler.indices[rule]
                yield rule, (start if index >= 0 else end) + index

    def _row(self, rules: _Rules) -> int:
        """Add a row that says which attributes some rules set, and to what."""
        import numpy as np

        given = {column: value for rule in rules for column, value in self._ruler.attrs[rule].items()}
        self._sets = np.vstack((self._sets, [column in given for column in self._columns]))
        values = np.array([given.get(column, 0) for column in self._columns], np.uint64)
        self._values = np.vstack((self._values, values))
        self._rows[rules] = len(self._rows)
        return self._rows[rules]


def _long(ruler: Any, patterns: Iterable[_Patterns]) -> "Matcher":
    """A matcher for the patterns of several tokens; a match bears the number of its rule."""
    from spacy.matcher import Matcher

    matcher = Matcher(ruler.vocab)
    for number, alternatives in enumerate(patterns):
        chosen = [pattern for pattern in alternatives if len(pattern) > 1]
        if chosen:
            matcher.add(str(number), chosen)
    return matcher


def _words(patterns: Iterable[_Patterns]) -> tuple[set[str], list[re.Pattern[str]]]:
    """The words that the patterns name, and those expressions by which they know others."""
    named: set[str] = set()
    shapes = []
    for token in _tokens(patterns):
        asked = token.get("LOWER", {})
        if isinstance(asked, str):
            named.add(asked)
        else:
            named.update(*(words for test, words in asked.items() if test != "REGEX"))
            shapes += [re.compile(expression) for test, expression in asked.items() if test == "REGEX"]
    return named, shapes
