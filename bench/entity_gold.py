"""Names of people, organisations and places by hand: GUM (CoNLL-U) and MEANTIME (CAT XML) in one form.

**Which mentions count.** Those whose head is a proper noun. GUM marks every noun phrase and pronoun; its head
is the word that hangs on none of the phrase, and counts with the tag PROPN. MEANTIME says so itself (NAM,
PRE.NAM), in the title and the first five sentences. Left out, neither asked for nor punished:

- descriptions ("the striker", "the company"), and a capitalised office alone ("the President");
- peoples and followers ("Muslims", heads in the plural of proper nouns): sayso calls them groups;
- a name inside another name, as Illinois in "University of Illinois" or U.S. in "U.S. Navy": names do not
  nest in sayso or in spaCy, so the outer one is asked for. Inside a title ("the mayor of Leeds") or an
  adjunct ("Moscone Center in San Francisco") nothing is nested;
- the outer of two mentions with one head: "Ann Lee and Bo Kim" has the head of "Ann Lee".

Names of other things (events, works, products) count only as what must not be taken for one of the three.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from bench import conllu
from bench.conllu import Word
from bench.folders import find
from bench.gum import sources
from sayso.lexicon import words as listed
from sayso.model.report import Block, BlockRole, EntityKind, Pair, Report

KINDS = {
    "person": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    "organization": EntityKind.ORGANISATION,
    "ORG": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
}
"""The three kinds asked for, by their tags in both collections."""

_TALKING = {"i", "we", "you", "me", "us"}
"""Pronouns for who talks and is talked to: an interview printed without its speakers does not settle them."""

_NAMES = {"NAM", "PRE.NAM"}
_ANNOTATED = 5
"""Number of the last sentence of MEANTIME in which all mentions are marked; the title is 0."""

_OPEN = re.compile(r"(\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-[\d,]+-[a-z:]+(?:-(.*))?")
_PIECE = re.compile(r"\([^()]*|[^()]*\)|\)")
_CUT = re.compile(r",|\b(?:in|of|at|on)\b")


@dataclass(frozen=True, slots=True)
class Gold:
    """One mention: where it stands, the word it hangs on, the stretch of its name, its kind (None: another
    one), its cluster in the document, what it is linked to, and whether it counts."""

    span: Pair
    head: Pair
    name: Pair
    kind: EntityKind | None
    cluster: str
    link: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its gold mentions and the pronouns that are sources, by place and cluster.

    `story`: what it is read together with. `pronouns`: the clusters of all pronouns, by place.
    `annotated`: where the part ends in which all mentions are marked.
    """

    report: Report
    story: str
    mentions: tuple[Gold, ...]
    speaking: tuple[Pair, ...] = ()
    pronouns: tuple[tuple[Pair, str], ...] = ()
    annotated: int | None = None


def documents(data: Path) -> dict[str, list[Document]]:
    """Return the documents of each collection by its name; one that is absent is left out, unless both
    are."""
    found: dict[str, list[Document]] = {}
    if (data / "gum").is_dir() or not (data / "meantime").is_dir():
        paths = sorted(find(data, "gum", "*.conllu").glob("*.conllu"))
        found["gum"] = [gum(path.stem, path.read_text("utf-8")) for path in paths]
    if (data / "meantime").is_dir():
        paths = sorted((data / "meantime").glob("*/*.xml"))
        found["meantime"] = [meantime(path.stem, path.read_bytes()) for path in paths]
    return found


def gum(name: str, source: str) -> Document:
    """Return a document of GUM; documents of one genre (the second part of the name) are one story."""
    report, words = conllu.read(name, source)
    genre = name.split("_")[1]
    spans = list(_spans(words))
    mentions = _counted([_gold(report.text, words, *span) for span in spans])
    said = [
        number - 1
        for word in words
        for signal in [word.field("Discourse") or ""]
        for number in sources(signal)
    ]
    alone = {(first, last): cluster for first, last, cluster, _, _ in spans if last - first == 1}
    pronouns = {
        words[first].span: cluster
        for (first, _), cluster in alone.items()
        if words[first].pos == "PRON" and words[first].tag == "PRP"
    }
    speaking = {
        span
        for span in (words[at].span for at in said)
        if span in pronouns and not (genre == "interview" and report.text[slice(*span)].lower() in _TALKING)
    }
    return Document(
        report=report,
        story=f"gum {genre}",
        mentions=mentions,
        speaking=tuple(sorted(speaking)),
        pronouns=tuple(sorted(pronouns.items())),
    )


def _spans(words: Sequence[Word]) -> Iterator[tuple[int, int, str, str, str | None]]:
    """Yield first word, one past the last, cluster, type and link of each mention."""
    open_: list[tuple[int, str, str, str | None]] = []
    for at, word in enumerate(words):
        for piece in _PIECE.findall(_without_marks_in_links(word.field("Entity") or "")):
            if piece.startswith("("):
                found = _OPEN.fullmatch(piece[1:])
                assert found is not None, piece
                open_.append((at, found[1], found[2], found[3]))
            else:
                wanted = piece[:-1]
                number = next(i for i in range(len(open_) - 1, -1, -1) if not wanted or open_[i][1] == wanted)
                first, *rest = open_.pop(number)
                cluster, sort, link = rest
                yield first, at + 1, cluster or "", sort or "", link


def _without_marks_in_links(field: str) -> str:
    return field.replace("%28", "[").replace("%29", "]")


def _gold(
    text: str, words: Sequence[Word], first: int, last: int, cluster: str, sort: str, link: str | None
) -> Gold:
    inside = range(first, last)
    head = _head(text, words, inside)
    kind = KINDS.get(sort)
    begin, end = _name(text, words, inside, head, kind is EntityKind.PERSON)
    name = (words[begin].span[0], words[end - 1].span[1])
    office = set(text[slice(*name)].split()) <= listed("offices", "titles")
    nobody = kind is EntityKind.PERSON and (words[head].tag == "NNPS" or office)
    return Gold(
        span=(words[first].span[0], words[last - 1].span[1]),
        head=words[head].span,
        name=name,
        kind=kind,
        cluster=cluster,
        link=link or None,
        named=words[head].pos == "PROPN" and not nobody,
    )


def _head(text: str, words: Sequence[Word], inside: range) -> int:
    """Return the number of the word that a phrase hangs by, or of the name right behind it where that is a
    role or a title, or several: "captain Ann Lee", "Lord Moor", "Director General Bo Kim"."""
    head = next((at for at in inside if words[at].head not in inside), inside[0])
    while (named := _behind_role(text, words, inside, head)) is not None:
        head = named
    return head


def _behind_role(text: str, words: Sequence[Word], inside: range, head: int) -> int | None:
    """The word of a name right behind a role or a title that the role's own name hangs by."""
    after = head + 1
    if after not in inside or words[after].pos != "PROPN":
        return None
    if words[head].pos == "PROPN" and text[slice(*words[head].span)] not in listed("offices", "titles"):
        return None
    top = after if words[after].head == head else words[after].head
    joined = top in inside and words[top].head == head and words[top].relation in {"flat", "appos"}
    return top if joined and top >= after and words[top].pos == "PROPN" else None


def _name(text: str, words: Sequence[Word], inside: range, head: int, person: bool) -> tuple[int, int]:
    """Return the stretch of proper nouns, and of other capitalised words before it, around the head: with
    small links between them, but not in a person's."""
    first, last = head, head + 1
    while first - 1 in inside and not person and _is_part(text, words[first - 1]):
        first -= 1
    while last in inside:
        ahead = last
        while not person and ahead in inside and _is_link(words[ahead]):
            ahead += 1
        if ahead not in inside or words[ahead].pos != "PROPN":
            break
        last = ahead + 1
    return first, last


def _is_part(text: str, word: Word) -> bool:
    capital = text[word.span[0]].isupper() or word.pos == "NUM"
    return word.pos == "PROPN" or (capital and word.pos in {"ADJ", "NOUN", "NUM"})


def _is_link(word: Word) -> bool:
    return word.pos in {"ADP", "DET", "PART", "SYM"} and word.span[1] - word.span[0] <= 3


def _counted(found: Sequence[Gold]) -> tuple[Gold, ...]:
    """Take back what is nested in another name, and the outer of two mentions with one head."""
    names = [one for one in found if one.named]
    return tuple(
        replace(one, named=one.named and not any(_covers(other, one) for other in names)) for one in found
    )


def _covers(other: Gold, one: Gold) -> bool:
    """Whether a mention stands inside the name of another one, or shares its head with a smaller one."""
    if other is one:
        return False
    if other.head == one.head:
        return _within(other.span, one.span) and other.span != one.span
    return _within(one.span, other.name)


def _within(inner: Pair, outer: Pair) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def meantime(name: str, source: bytes) -> Document:
    """Return a document of MEANTIME: its words with blanks between, but not before or after punctuation. All
    documents are one story."""
    root = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True))
    text, spans, blocks, annotated = _text(root)
    ids = {one.get("m_id"): one for one in root.iterfind("Markables/ENTITY")}
    meant = {
        part.get("m_id"): ids.get(target.get("m_id"))
        for link in root.iterfind("Relations/REFERS_TO")
        for target in link.iterfind("target")
        for part in link.iterfind("source")
    }
    found = [
        _marked(text, [spans[one.get("t_id")] for one in mark.iterfind("token_anchor")], mark, meant)
        for mark in root.iterfind("Markables/ENTITY_MENTION")
        if mark.get("syntactic_type") and mark.find("token_anchor") is not None
    ]
    report = conllu.plain_report(name, text, blocks)
    return Document(report, "meantime", _counted(found), annotated=annotated)


def _marked(
    text: str, spans: Sequence[Pair], mark: etree._Element, meant: dict[str | None, etree._Element | None]
) -> Gold:
    start, end = min(spans)[0], max(spans)[1]
    inside = text[start:end]
    entity = meant.get(mark.get("m_id"))
    said = mark.get("head") or _CUT.split(inside)[0].strip()
    said = said if said in inside else inside
    at = start + inside.index(said)
    last = said.split()[-1]
    head_at = at + said.rindex(last)
    instance = entity.get("instance_id") if entity is not None else None
    return Gold(
        span=(start, end),
        head=(head_at, head_at + len(last)),
        name=(at, at + len(said)),
        kind=KINDS.get(entity.get("ent_type") or "") if entity is not None else None,
        cluster=entity.get("m_id") or "" if entity is not None else f"alone {mark.get('m_id')}",
        link=instance,
        named=mark.get("syntactic_type") in _NAMES,
    )


def _text(root: etree._Element) -> tuple[str, dict[str | None, Pair], list[Block], int]:
    """Return the text, the places of its words by id, its blocks (title, date line, rest), and where what is
    annotated ends."""
    text, spans, starts, annotated = "", {}, [0], 0
    sentence = "0"
    for token in root.iterfind("token"):
        form, now = token.text or "", token.get("sentence") or "0"
        if now != sentence and sentence in {"0", "1"}:
            text += "\n\n"
            starts.append(len(text))
        elif text and not _glued(text, form):
            text += " "
        sentence = now
        spans[token.get("t_id")] = (len(text), len(text) + len(form))
        text += form
        annotated = len(text) if int(now) <= _ANNOTATED else annotated
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    roles = (BlockRole.HEADLINE, BlockRole.PARAGRAPH, BlockRole.PARAGRAPH)
    blocks = [Block(start, end, role) for start, end, role in zip(starts, ends, roles, strict=False)]
    return text, spans, blocks, annotated


def _glued(text: str, form: str) -> bool:
    """Whether a word stands right behind the text so far: closing punctuation, endings, and all after an
    opening mark or a hyphen."""
    return form in set(".,;:!?)”’-/%") or form[:1] in "'’" or form == "n't" or text[-1] in "(“‘$-/£"
