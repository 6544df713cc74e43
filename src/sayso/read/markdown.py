"""Markdown to plain text: what a reader sees of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.read import fragments

if TYPE_CHECKING:
    from markdown_it.token import Token

_WRITTEN = frozenset({"text", "code_inline"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def text(written: str) -> str:
    """Return the text of a piece of Markdown: a paragraph, heading, row or item of a list a line, with blank
    lines between; words of a link without its address; no pictures. Lines within a paragraph stay lines."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(written)
    return "\n\n".join(filter(None, (_block(token).strip() for token in tokens)))


def _block(token: Token) -> str:
    if token.type == "html_block":
        return fragments.text(token.content)
    if token.type in ("code_block", "fence"):
        return token.content
    return "".join(map(_piece, token.children or ()))


def _piece(token: Token) -> str:
    if token.type in _BREAKS:
        return "\n"
    return token.content if token.type in _WRITTEN else ""
