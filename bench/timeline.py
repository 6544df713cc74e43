"""SemEval 2015 timelines (task 4): does an event stand on the day that people put it on?

**Gold.** Six timelines of one person or thing over 30 articles; a row gives a day, a month or a year and
mentions as article, sentence and word. Rows `XXXX-XX-XX` have no date. A mention in two timelines counts
once, one of an article that is not there is left out.

**Score.** Mentions are given, their dates are found: a mention is dated by a deed (`sayso.extract.dated`)
whose verb shares a character with it, at the precision that the words have. Right is the same year, month
and day as in the gold, no finer and no coarser. Precision is of the gold mentions that sayso dates, those
without a gold date among them; recall is of those with one. People also dated events by the day of the
article or by what the whole text implies; sayso dates only what words in its own clause date, so recall is
low by design. Which entity a timeline is of, and the order of events of one day or of none, are not
measured.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.folders import find
from bench.scoring import rates, rounded
from bench.timex import as_report
from sayso.model.report import Deed, Moment, Pair, Precision, Report
from sayso.run import stages

FOLDER = "Corpus-trial-data_task4_events_timelines_TimeML"

_SENTENCE = re.compile(r'<s id="(\d+)">(.*?)</s>', re.DOTALL)
_CREATED = re.compile(r'functionInDocument="CREATION_TIME"[^>]*value="([^"]+)"')
_TAG = re.compile(r"<[^>]+>")
_LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 10}
_OPEN = re.compile(r"-?X.*")
"""What a date leaves open: "2011-06-XX" is a month."""

Mention = tuple[str, int, str]
"""An article's number, a sentence's, and the word."""


def run(data: Path) -> dict[str, Any]:
    """Return precision, recall and F1 of the dates of the gold mentions."""
    folder = find(data, "timeline-semeval2015", "timelines/*.txt")
    articles = dict(read_article(path) for path in sorted((folder / FOLDER).glob("*.tml")))
    named = read_timelines(folder / "timelines")
    gold = {mention: date for mention, date in named.items() if mention[0] in articles}
    facts = stages.facts(report for report, _ in articles.values())
    deeds = {number: one.deeds for number, one in zip(articles, facts, strict=True)}
    found = {mention: _date(*articles[mention[0]], deeds[mention[0]], mention) for mention in gold}
    dated = [mention for mention in gold if gold[mention]]
    given = [mention for mention in gold if found[mention]]
    right = [mention for mention in dated if found[mention] == gold[mention]]
    return {
        "mentions": len(gold),
        "dated": len(dated),
        "found": len(given),
        "right": len(right),
        **rounded(rates(len(right), len(given), len(dated))),
        "wrong": [
            f"{'-'.join(map(str, mention))}: {found[mention]}, wanted {gold[mention] or 'none'}"
            for mention in given
            if found[mention] != gold[mention]
        ],
    }


def table(result: Mapping[str, Any]) -> str:
    """Return the scores as a Markdown table."""
    shown = " | ".join(str(result[key]) for key in ("mentions", "dated", "found", "right"))
    scores = " | ".join(f"{result[key]:.3f}" for key in ("precision", "recall", "f1"))
    return "\n".join(
        [
            "| timeline | mentions | with a date | dated by sayso | right | precision | recall | date F1 |",
            "|---|---|---|---|---|---|---|---|",
            f"| SemEval 2015, trial | {shown} | {scores} |",
        ]
    )


def read_timelines(folder: Path) -> dict[Mention, str]:
    """Return the date of each mention of the timelines; a date wins over none, an earlier file over a
    later."""
    dates: dict[Mention, str] = {}
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines()[1:]:
            _, written, *mentions = line.split("\t")
            date = _OPEN.sub("", written)
            for mention in mentions:
                article, sentence, word = mention.strip().split("-", 2)
                place = article, int(sentence), word
                dates[place] = dates.get(place) or date
    return dates


def read_article(path: Path) -> tuple[str, tuple[Report, dict[int, Pair]]]:
    """Return an article's number, and the article as a report, a sentence a line, with its sentences'
    places."""
    source = path.read_text("utf-8")
    text, places = "", {}
    for number, marked in _SENTENCE.findall(source):
        words = " ".join(_TAG.sub("", marked).split())
        places[int(number)] = len(text), len(text) + len(words)
        text += words + "\n"
    created = _CREATED.search(source)
    report = as_report(path.stem, text, created[1] if created else None)
    return re.split(r"\D", path.stem, maxsplit=1)[0], (report, places)


def _date(
    report: Report, places: Mapping[int, Pair], deeds: tuple[Deed, ...], mention: Mention
) -> str | None:
    """What sayso dates a mention by: the first deed in its sentence whose verb it shares a character with."""
    start, end = places[mention[1]]
    word = re.search(rf"(?<!\w){re.escape(mention[2].replace('_', ' '))}(?!\w)", report.text[start:end])
    if word is None:
        return None
    first, last = start + word.start(), start + word.end()
    return next((iso(one.moment) for one in deeds if one.start < last and first < one.end), None)


def iso(moment: Moment) -> str | None:
    """A moment as the timelines write it, None for one of another precision, or with an open end."""
    length = _LENGTHS.get(moment.precision)
    if length is None or not moment.from_ or not moment.to or moment.from_[:length] != moment.to[:length]:
        return None
    return moment.from_[:length]
