"""The first layers of the token vectors, remembered by what they see of a token.

They see its spelling and no neighbour, and news says the same words over and over. A row of a product of
matrices does not depend on the other rows, so what is remembered is what would come out again.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.api import Model

    Floats = NDArray[np.float32]

_KEPT = 60_000
"""Rows kept, 23 MB at most; when there would be more, all are forgotten."""

_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of spaCy's `MultiHashEmbed` without static vectors, by the beginnings of their names."""


def fit(model: "Model[Any, Any]") -> bool:
    """Let the embedding within a model remember its rows, and say whether there is one of the kind known."""
    for node in model.walk():
        for place, layer in enumerate(node.layers):
            if _known(layer):
                node.layers[place] = _remembering(layer)
                return True
    return False


def _known(layer: "Model[Any, Any]") -> bool:
    names = [one.name for one in layer.layers]
    return len(names) == len(_LAYERS) and all(map(str.startswith, names, _LAYERS))


def _remembering(layer: "Model[Any, Any]") -> "Model[Any, Any]":
    from thinc.api import Model

    memory = Memory(layer)

    def forward(
        _: object, docs: "Sequence[Doc]", is_train: bool
    ) -> "tuple[list[Floats], Callable[[object], object]]":
        if is_train:
            trained: tuple[list[Floats], Callable[[object], object]] = layer(docs, is_train)
            return trained
        return [memory(doc) for doc in docs], lambda _: []

    return Model("remembered", forward, layers=[layer])


class Memory:
    """The rows of an embedding, by what it sees of a token."""

    def __init__(self, layer: "Model[Any, Any]") -> None:
        import numpy as np

        extract, _, embed, mix, _ = layer.layers
        self._columns = extract.attrs["columns"]
        self._embed, self._mix = embed, mix
        self._rows: dict[bytes, int] = {}
        none = self._made(np.zeros((0, len(self._columns)), np.uint64))
        # Memory that the system hands out only when it is written to.
        self._table = np.empty((_KEPT, none.shape[1]), none.dtype)

    def __call__(self, doc: "Doc") -> "Floats":
        """Return a row for each token of a Doc."""
        import numpy as np

        seen = np.ascontiguousarray(doc.to_array(self._columns), np.uint64).reshape(len(doc), -1)
        keys = seen.view(f"V{8 * seen.shape[1]}").ravel().tolist()
        new = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > len(self._table):
            self._rows.clear()
            new = {key: at for at, key in enumerate(keys)}
        if len(new) > len(self._table):
            return self._made(seen)
        if new:
            end = len(self._rows) + len(new)
            self._table[len(self._rows) : end] = self._made(seen[list(new.values())])
            self._rows.update(zip(new, range(len(self._rows), end), strict=True))
        return self._table[[self._rows[key] for key in keys]]

    def _made(self, seen: "NDArray[np.uint64]") -> "Floats":
        made: Floats = self._mix.predict(self._embed.predict(seen))
        return made
