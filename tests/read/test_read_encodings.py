import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.encodings import decode

PRICE = "The café in Łódź charges £4 – “too much”, says Zoë."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_with_its_mark_is_read(encoding: str) -> None:
    assert decode(PRICE.encode(encoding)).text == PRICE


def test_utf16_without_a_mark_is_told_by_its_zeros() -> None:
    assert decode(("The ferry left the harbour at noon. " * 5).encode("utf-16-le")).encoding == "utf-16-le"


def test_a_legacy_file_is_read_as_windows_1252_and_says_that_it_was_guessed() -> None:
    decoded = decode("The café owner said “never”.".encode("cp1252"))
    assert (decoded.text, decoded.guessed) == ("The café owner said “never”.", True)


def test_a_declared_charset_is_taken_when_it_fits() -> None:
    decoded = decode("Паром вышел из порта".encode("koi8-r"), "KOI8-R")
    assert (decoded.text, decoded.guessed) == ("Паром вышел из порта", False)


def test_valid_utf8_beats_a_wrong_declaration() -> None:
    assert decode("Zoë".encode(), "iso-8859-1").text == "Zoë"


def test_a_codec_that_is_no_charset_is_not_used() -> None:
    assert decode(b"plain", "unicode_escape").encoding == "utf-8"


def test_a_broken_byte_in_utf8_is_replaced_and_its_offset_named() -> None:
    decoded = decode("Zoë and Łukasz – ".encode() + b"\xff" + b" left.")
    assert decoded.text == "Zoë and Łukasz – \ufffd left."
    assert decoded.broken_at == len("Zoë and Łukasz – ".encode())


def test_an_offset_counts_the_byte_order_mark() -> None:
    assert decode(b"\xef\xbb\xbfabc\xff").broken_at == 6


def test_cyrillic_without_declaration_is_read_as_something() -> None:
    decoded = decode(("Министр сообщил, что мост закрыт. " * 20).encode("cp1251"))
    assert "мост закрыт" in decoded.text


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "gbk", "zlib", "x", "iso-2022-jp", "utf-16"]))
def test_no_bytes_raise(raw: bytes, declared: str | None) -> None:
    assert isinstance(decode(raw, declared).text, str)
