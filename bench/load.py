"""A seeded generator of news: as many reports as wanted, in order of time, with their facts.

    python -m bench.load 10000 > load.jsonl        # for sayso bulk

What it is like, and why (rates read off the stream of 9,389 real articles where it has them):

- 500 reports a day, so 10,000 are three weeks and 1,000,000 five and a half years: an archive grows by time.
- A story begins, on average, for every six reports. Nine in ten are bursts: half their reports in the first
  day, all in four. One in ten lives for months, with a report every few days. Sizes are heavy-tailed, 1 to
  60. - Of the later reports of a story one in three is a copy of an earlier one: half of these word for
  word under another outlet's name, half with a sentence cut. The rest tell it anew.
- Each story has people, a body, a town and a topic. Names are invented, of syllables. Words are drawn as
often as news uses them, from the shipped table of how many articles a word stands in; a fifth of a report's
words are of its topic's 40, of 400 topics. So unrelated reports share words as real ones do.
- Each report has two statements with their sources, and a figure in each that grows with the story.
- One report in fifty carries no date.

The facts are made with the text, not read from it: a million reports need no spaCy pass. So what is
measured on them is gathering, resolving and relating; reading is measured on real articles.
"""

import json
import random
import sys
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources
from itertools import accumulate

from sayso.model.grammar import Word
from sayso.model.ids import content_id
from sayso.model.report import (
    Basis,
    Block,
    BlockRole,
    EntityKind,
    Extent,
    Facts,
    Figure,
    LocalEntity,
    Mention,
    Moment,
    Precision,
    Report,
    Span,
    Stance,
    Statement,
    StatementKind,
)

DAILY = 500
STARTS, BURSTS, COPIES, CUT, UNDATED = 1 / 6, 0.9, 1 / 3, 0.5, 0.02
TOPICS, TOPIC_WORDS, TOPICAL, SENTENCES = 400, 40, 0.2, 12
FIRST = date(2015, 1, 1)
_SYLLABLES = "bra del fen gor hal ist kov lun mir nos ors pel rik sten".split()  # noqa: SIM905
_MEASURES = (
    ("killed", "people were killed"),
    ("injured", "people were injured"),
    ("displaced", "people fled"),
)

_LEMMAS = {"killed": "kill", "injured": "injure", "fled": "flee"}
"""What the tagger would make of words that are not drawn from the table of lemmas."""


@dataclass
class _Story:
    people: list[str]
    body: str
    town: str
    topic: list[str]
    ends: int
    left: int
    told: list[list[tuple[str, ...]]] = field(default_factory=list)
    count: int = 0


@dataclass
class _Draft:
    """A report in the making: its text, and what it says."""

    id: str
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, LocalEntity] = field(default_factory=dict)


def load(count: int, seed: int = 1, wanted: Callable[[int], bool] = lambda _: True) -> Iterator[Facts]:
    """Yield so many reports; the same seed gives the same, and more of them begin with fewer. Of those whose
    numbers, from 0 on, are not `wanted`, only the words are drawn: a quarter of the time."""
    dice = random.Random(seed)
    topics = [[_word(dice) for _ in range(TOPIC_WORDS)] for _ in range(TOPICS)]
    live: list[_Story] = []
    for number in range(count):
        day = number // DAILY
        live = [story for story in live if story.left and story.ends >= day]
        if not live or dice.random() < STARTS:
            live.append(_story(dice, topics, day))
        story = live[_recent(len(live), dice)]
        lines = _telling(story, dice)
        dated = dice.random() >= UNDATED
        if wanted(number):
            yield _report(number, day if dated else None, story, lines)


def id_of(number: int) -> str:
    """Return the id of a report by its number."""
    return content_id("load", str(number))


def _recent(many: int, dice: random.Random) -> int:
    """Return an index, high ones more often: what is new is told most."""
    return many - 1 - int(many * dice.random() ** 2)


def _story(dice: random.Random, topics: list[list[str]], day: int) -> _Story:
    burst = dice.random() < BURSTS
    size = min(60, int(dice.paretovariate(0.9)))
    return _Story(
        people=[_name(dice, 2) for _ in range(3)],
        body=f"{_name(dice, 1)} Council",
        town=_name(dice, 1),
        topic=dice.choice(topics),
        ends=day + (dice.randint(1, 4) if burst else dice.randint(30, 200)),
        left=size if burst else size + 10,
        count=dice.randint(2, 40),
    )


def _telling(story: _Story, dice: random.Random) -> list[tuple[str, ...]]:
    """The sentences of the next report of a story: a copy's, or new ones."""
    story.left -= 1
    if story.told and dice.random() < COPIES:
        lines = list(dice.choice(story.told))
        if dice.random() < CUT:
            lines.pop(dice.randrange(2, len(lines)))
    else:
        lines = _lines(story, dice)
        story.told.append(lines)
    return lines


def _report(number: int, day: int | None, story: _Story, lines: Iterable[tuple[str, ...]]) -> Facts:
    outlet = f"{_SYLLABLES[number % 14].capitalize()}{_SYLLABLES[number // 14 % 14]} Post"
    draft = _Draft(id_of(number))
    for line in lines:
        _write(draft, line, story)
    moment = None
    if day is not None:
        when = (FIRST + timedelta(day)).isoformat()
        moment = Moment(when, when, Precision.DAY, Basis.METADATA)
    head = draft.sentences[0]
    report = Report(
        draft.id,
        f"load.jsonl#{number + 1}",
        None,
        draft.text[slice(*head)],
        outlet,
        (),
        None,
        "en",
        moment,
        None,
        None,
        None,
        draft.text,
        (Block(0, len(draft.text), BlockRole.PARAGRAPH),),
    )
    return Facts(
        report,
        tuple(draft.sentences),
        tuple(draft.words),
        tuple(draft.entities.values()),
        tuple(draft.mentions),
        (),
        tuple(draft.statements),
        tuple(draft.figures),
    )


def _lines(story: _Story, dice: random.Random) -> list[tuple[str, ...]]:
    """The sentences of a telling: two of somebody who says a number, then prose."""
    story.count += dice.randint(0, 3)
    said = [
        (dice.choice((*story.people, story.body)), str(story.count), *dice.choice(_MEASURES))
        for _ in range(2)
    ]
    return [*said, *(_prose(story, dice) for _ in range(SENTENCES))]


def _prose(story: _Story, dice: random.Random) -> tuple[str, ...]:
    words = [dice.choice(story.topic) if dice.random() < TOPICAL else _word(dice) for _ in range(14)]
    return (" ".join([story.town, *words]),)


def _write(draft: _Draft, line: tuple[str, ...], story: _Story) -> None:
    start = len(draft.text) + bool(draft.text)
    if len(line) == 1:
        text = f"{line[0]}."
    else:
        speaker, count, _, what = line
        text = f"{speaker} said that {count} {what} in {story.town}."
    draft.text += (" " if draft.text else "") + text
    draft.sentences.append((start, start + len(text)))
    at = start
    for word in text[:-1].split(" "):
        if word not in {"said", "that", "were", "in"}:
            lemma = _LEMMAS.get(word, word.lower())
            draft.words.append(Word(at, at + len(word), lemma, "NOUN", False))
        at += len(word) + 1
    _mention(draft, text, start, story.town, EntityKind.PLACE)
    if len(line) > 1:
        _said(draft, text, start, line)


def _mention(draft: _Draft, text: str, start: int, name: str, kind: EntityKind) -> LocalEntity:
    at = start + text.index(name)
    known = f"{kind}:{name.lower()}"
    entity = draft.entities.setdefault(
        known, LocalEntity(content_id("local", draft.id, known), draft.id, known, name, kind, (name,))
    )
    end = at + len(name)
    mention = content_id("mention", draft.id, at, end)
    draft.mentions.append(Mention(mention, draft.id, at, end, name, entity.id))
    return entity


def _said(draft: _Draft, text: str, start: int, line: tuple[str, ...]) -> None:
    speaker, count, measure, what = line
    kind = EntityKind.ORGANISATION if speaker.endswith("Council") else EntityKind.PERSON
    source = _mention(draft, text, start, speaker, kind)
    sentence = start, start + len(text)
    place = start + text.index(count), sentence[1] - 1
    statement = _statement(draft, start, speaker, place, source.id, sentence)
    draft.statements.append(statement)
    draft.figures.append(_figure(statement, count, measure, what.split(" ")[0]))


def _statement(
    draft: _Draft, start: int, speaker: str, place: tuple[int, int], source: str, sentence: tuple[int, int]
) -> Statement:
    """What a speaker says at a place, in a sentence that begins with the speaker."""
    begin, end = place
    cue = start + len(speaker) + 1
    return Statement(
        content_id("statement", draft.id, begin, end),
        draft.id,
        begin,
        end,
        draft.text[begin:end],
        ((begin, end),),
        sentence,
        StatementKind.INDIRECT,
        Stance.ASSERTS,
        (),
        (source,),
        Span(start, start + len(speaker), speaker),
        Span(cue, cue + 4, "said"),
        None,
        None,
        None,
        (),
        (),
        None,
    )


def _figure(statement: Statement, count: str, measure: str, who: str) -> Figure:
    """The count with which a statement begins."""
    begin = statement.start
    return Figure(
        content_id("figure", statement.report, begin, measure),
        statement.report,
        begin,
        begin + len(count),
        count,
        statement.sentence,
        measure,
        float(count),
        float(count),
        False,
        "person",
        who,
        None,
        None,
        None,
        None,
        None,
        Extent.CUMULATIVE,
        None,
        (),
        statement.id,
        statement.sources,
        None,
    )


def _name(dice: random.Random, many: int) -> str:
    return " ".join("".join(dice.choices(_SYLLABLES, k=3)).capitalize() for _ in range(many))


def _word(dice: random.Random) -> str:
    words, sums = _frequencies()
    return words[bisect(sums, dice.random() * sums[-1])]


@cache
def _frequencies() -> tuple[list[str], list[int]]:
    text = resources.files("sayso.lexicon").joinpath("en", "idf.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    rows = [row for row in rows if row[0].isalpha()]
    return [row[0] for row in rows], list(accumulate(int(row[1]) for row in rows))


def main() -> None:
    """Print reports as JSONL."""
    for facts in load(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        one = facts.report
        when = one.published.from_ if one.published else None
        row = {"title": one.title, "outlet": one.outlet, "published": when, "text": one.text}
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
