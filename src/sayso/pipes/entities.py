"""The entity recogniser, read off in a few array operations a report.

spaCy's own loop goes from token to token, and asks at each one the model and all the moves of every kind of
name. But outside a name the scores of a token depend on that token alone, so they can be had for all tokens
at once; inside a name they depend on its first token, the one before and this one, so all names can be
followed side by side. Sums and products are those of spaCy's `predict_states`, in its order; the moves
those of its `ner.pyx`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

_FEATURES = 3
"""What the model is asked about: this token, the first of the open name, the one before this."""

_BLOCKED = "U-"
"""A move for what somebody else has marked as no name; never open where nothing is marked."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """The columns of the scores: a name's beginning, inside, last and single token by kind; and no name."""

    labels: tuple[str, ...]
    begin: "Numbers"
    inside: "Numbers"
    last: "Numbers"
    unit: "Numbers"
    out: int


@dataclass(frozen=True, slots=True)
class _Tokens:
    """What of each token bears on the moves."""

    closes: "Flags"  # nothing of the sentence comes after it
    space: "Flags"


def fit(component: Any) -> "Entities | None":
    """Return what stands in for an entity recogniser, None where it is not a greedy one on plain numpy."""
    from spacy.pipeline.ner import EntityRecognizer
    from thinc.api import NumpyOps

    if type(component) is not EntityRecognizer or component.cfg.get("beam_width") != 1:
        return None
    model = component.model
    if not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return None
    lower, moves = model.get_ref("lower"), _moves(component.moves)
    if moves is None or lower.get_dim("nF") != _FEATURES or not isinstance(model.ops, NumpyOps):
        return None
    return Entities(component, moves) if lower.get_dim("nP") > 1 else None


def _moves(system: Any) -> _Moves | None:
    """Return the moves by their names, as in "B-ORG" and "O"; None where they are not four for each kind."""
    import numpy as np

    columns = {system.get_class_name(column): column for column in range(system.n_moves)}
    labels = tuple(name[2:] for name in columns if name.startswith("B-"))
    wanted = [[f"{move}-{label}" for label in labels] for move in "BILU"]
    if columns.keys() - {_BLOCKED} != {"O", *(name for row in wanted for name in row)}:
        return None
    begin, inside, last, unit = (np.array([columns[name] for name in row], np.intp) for row in wanted)
    return _Moves(labels, begin, inside, last, unit, columns["O"])


class Entities:
    """Finds the names of a Doc, as the recogniser that it stands in for would."""

    def __init__(self, component: Any, moves: _Moves) -> None:
        self._component = component
        self._moves = moves
        self._vectors = component.model.get_ref("tok2vec")
        self._lower = component.model.get_ref("lower")
        self._upper = component.model.get_ref("upper")

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the names of a Doc; one that has some already, or no tokens, is left to the recogniser."""
        if not len(doc) or doc.to_array("ENT_IOB").any():
            done: Doc = self._component(doc)
            return done
        doc.set_ents(list(self._names(doc)), default="outside")
        return doc

    def _names(self, doc: "Doc") -> "Iterator[Span]":
        from spacy.tokens import Span

        # The first row stands for "no token"; a row has a share for each of the three asked about.
        shares = self._lower.predict(self._vectors.predict([doc]))
        tokens = _tokens(doc)
        picked = self._outside(shares, tokens)
        units, begins = self._kinds(picked, self._moves.unit), self._kinds(picked, self._moves.begin)
        starts = (begins >= 0).nonzero()[0]
        ends = dict(
            zip(starts.tolist(), self._ends(shares, tokens, starts, begins[starts]).tolist(), strict=True)
        )
        at = 0
        for start in ((begins >= 0) | (units >= 0)).nonzero()[0].tolist():
            if start >= at:
                at = ends.get(start, start + 1)
                yield Span(doc, start, at, label=self._moves.labels[max(begins[start], units[start])])

    def _outside(self, shares: "Floats", tokens: _Tokens) -> "Numbers":
        """The move at each token if no name is open there."""
        import numpy as np

        scores = self._scores(shares[1:, 0] + shares[0, 1] + shares[0, 2])
        open_ = np.zeros(scores.shape, np.bool_)
        open_[:, self._moves.out] = True
        open_[np.ix_(~tokens.space, self._moves.unit)] = True
        open_[np.ix_(~(tokens.space | tokens.closes), self._moves.begin)] = True
        picked: Numbers = np.where(open_, scores, -np.inf).argmax(axis=1)
        return picked

    def _kinds(self, picked: "Numbers", columns: "Numbers") -> "Numbers":
        """The kind of name of each move that is among some columns, -1 for any other."""
        import numpy as np

        kinds = np.full(len(self._moves.labels) * 4 + 2, -1, np.intp)
        kinds[columns] = np.arange(len(columns))
        found: Numbers = kinds[picked]
        return found

    def _ends(self, shares: "Floats", tokens: _Tokens, starts: "Numbers", kinds: "Numbers") -> "Numbers":
        """Where each name ends that begins at a token; all are followed at once, a token further a round."""
        ends = starts + 1
        inside, last = self._moves.inside[kinds], self._moves.last[kinds]
        going = (starts >= 0).nonzero()[0]
        while len(going):
            now = ends[going]
            scores = self._scores(shares[now + 1, 0] + shares[starts[going] + 1, 1] + shares[now, 2])
            rows = range(len(going))
            on, off = scores[rows, inside[going]], scores[rows, last[going]]
            # Of equal scores the first column counts.
            more = (on > off) | ((on == off) & (inside[going] < last[going]))
            ends[going] += 1
            going = going[more & ~tokens.closes[now]]
        return ends

    def _scores(self, sums: "Floats") -> "Floats":
        hidden = (sums + self._lower.get_param("b")).max(axis=-1)
        scores: Floats = self._upper.predict(hidden)
        return scores


def _tokens(doc: "Doc") -> _Tokens:
    import numpy as np

    starts, space = doc.to_array(["SENT_START", "IS_SPACE"]).T
    closes = np.ones(len(doc), np.bool_)
    closes[:-1] = starts[1:] == 1
    return _Tokens(closes, space == 1)
