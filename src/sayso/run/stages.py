"""The order of the stages, written once; `direct` and bulk runs both carry out these functions.

| stage    | for each | needs                      | gives                                   |
|----------|----------|----------------------------|-----------------------------------------|
| read     | input    | paths, URLs, bytes         | items as received, problems             |
| clean    | item     | an item                    | a report, problems                      |
| annotate | report   | a report                   | its spaCy Doc                           |
| extract  | report   | a report and its Doc       | facts: values with offsets              |
| gather   | corpus   | facts, vectors             | stories                                 |
| judge    | story    | its facts, the decisions   | facts as corrected, choices, rulings,   |
|          |          | of reviewers, choices      | problems                                |
| resolve  | story    | a story, its facts, the    | facts with entities that hold across it |
|          |          | user's choices             |                                         |
| relate   | story    | the resolved story,        | the dossier                             |
|          |          | vectors, problems, rulings |                                         |
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso import annotate, lexicon
from sayso.heap import unswept
from sayso.model.choices import NONE, Choices
from sayso.model.decision import Decision
from sayso.model.dossier import Dossier, MadeWith
from sayso.model.ids import content_id
from sayso.model.relation import Story
from sayso.model.report import Facts, Problem, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc


def facts(reports: Iterable[Report]) -> Iterator[Facts]:
    """Annotate and extract, one report after another, in order;
    a language without a lexicon gives no facts."""
    for report in reports:
        if not readable(report):
            yield Facts(report, (), (), (), (), (), (), ())
        else:
            yield from (extracted(report, doc) for doc in annotate.annotate([report]))


def readable(report: Report) -> bool:
    """Say whether sayso has a lexicon for the report's language; an unknown language is read as English."""
    return report.language is None or report.language in lexicon.LANGUAGES


def extracted(report: Report, doc: "Doc") -> Facts:
    """Run the files of `extract` in their order over one annotated report."""
    from sayso.extract import attributions, links, mentions, quantities, times

    names = mentions.extract(report, doc)
    dates = times.extract(report, doc)
    figures = quantities.extract(report, doc, dates)
    return links.extract(report, doc, names, dates, figures, attributions.extract(report, doc))


def stories(found: Sequence[Facts]) -> tuple[Story, ...]:
    """Part the reports into stories, largest first."""
    from sayso.embed import embed
    from sayso.gather.stories import gather

    return gather(found, embed)


def whole(found: Sequence[Facts]) -> Story:
    """Return all reports, of which there are some, as one story."""
    ids = tuple(sorted(one.report.id for one in found))
    return Story(content_id("story", ids[0]), ids, ())


def dossier(
    story: Story,
    found: Sequence[Facts],
    made_with: MadeWith,
    problems: Sequence[Problem],
    choices: Choices = NONE,
    decisions: Sequence[Decision] = (),
) -> Dossier:
    """Judge, resolve and relate one story; `found` are the facts of its reports, `problems` those of its
    reports so far, `choices` what the user settles of names and sides. `decisions` are what reviewers decided
    about any stories, in any order; those on this one apply."""
    from sayso.embed import embed
    from sayso.judge.story import judge
    from sayso.relate.assemble import relate
    from sayso.resolve.story import resolve

    with unswept():
        judged = judge(found, decisions, choices)
        rulings = judged.rulings
        resolved = resolve(story, judged.facts, judged.choices, rulings.rejected)
        return relate(resolved, embed, made_with, [*problems, *judged.problems], rulings)


def made_with() -> MadeWith:
    """Return the versions that make a dossier of this run."""
    from sayso import __version__

    return MadeWith(__version__, annotate.version(), lexicon.version())
