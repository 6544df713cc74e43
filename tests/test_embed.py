import hashlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.embed import _encoded, _load, _tokens, embed
from sayso.errors import DataError

VECTORS = Path(sayso.__file__).parent / "vectors"
TEXTS = ("The ferry sank off the island.", "A ferry has sunk near the island.", "Shares rose on Monday.")


def test_rows_have_length_one_and_an_empty_text_is_a_row_of_zeros() -> None:
    rows = embed([*TEXTS, ""])
    assert rows.shape == (4, 256)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1, 0], abs=1e-6)


def test_no_texts_give_no_rows() -> None:
    assert embed([]).shape == (0, 256)


def test_a_paraphrase_is_nearer_than_another_subject() -> None:
    ferry, paraphrase, shares = embed(TEXTS)
    assert ferry @ paraphrase > 0.6 > 0.2 > ferry @ shares


def test_case_and_accents_do_not_count() -> None:
    plain, accented = embed(["Bogota", "BOGOTÁ"])
    assert plain.tobytes() == accented.tobytes()


@settings(deadline=None)  # the first call loads the table
@given(st.lists(st.text(), max_size=6), st.randoms(use_true_random=False))
def test_a_row_is_the_same_in_any_batch_and_order(texts: list[str], random: Random) -> None:
    alone = {text: embed([text]).tobytes() for text in texts}
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert [row.tobytes() for row in embed(shuffled)] == [alone[text] for text in shuffled]


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text("abcXYZ019 \t\n\r\u00a0.,'\"-_$%&([{]}‘’“”–—…"),
            st.text(),
            st.sampled_from(["don't", "[UNK]", "[PAD]", "x" * 101, "\x07", "é", "£20m", "東京"]),
        )
    )
)
def test_words_by_themselves_have_the_tokens_of_the_text(pieces: list[str]) -> None:
    for text in ("".join(pieces), " ".join(pieces)):
        assert _tokens(text) == _encoded(text)


def test_the_same_bytes_on_every_machine() -> None:
    assert hashlib.sha256(embed(TEXTS).tobytes()).hexdigest() == (
        "643ef6a7e2cef557eb71c71c7b6d80036dc9125d4a39e4bddb511d994dfbadf3"
    )


def test_a_long_text_is_summed_whole() -> None:
    rows = embed(["flood " * 5000, "flood"])
    assert rows[0] == pytest.approx(rows[1], abs=1e-6)


def test_damaged_or_missing_data_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "vectors"
    shutil.copytree(VECTORS, folder)
    (folder / "tokenizer.json").write_bytes(b"{}")
    with pytest.raises(DataError, match=r"tokenizer\.json"):
        _load(folder)
    (folder / "table.npy").unlink()
    with pytest.raises(DataError, match=r"table\.npy"):
        _load(folder)


def test_the_shipped_files_stay_small_and_name_their_origin() -> None:
    assert sum(file.stat().st_size for file in VECTORS.iterdir()) <= 8_500_000
    meta = tomllib.loads((VECTORS / "meta.toml").read_text(encoding="utf-8"))
    assert (meta["upstream"], meta["licence"]) == ("sentence-transformers/all-MiniLM-L6-v2", "Apache-2.0")


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, sayso.embed; print({'numpy', 'tokenizers'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
