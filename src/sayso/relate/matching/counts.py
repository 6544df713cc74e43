"""When two units assert the same because they state the same figures, alone or several together."""

import re
from collections.abc import Mapping

from sayso.lexicon import words
from sayso.lexicon.nouns import singular
from sayso.model.relation import RefKind
from sayso.model.report import Figure
from sayso.relate.bounds import generic, head, is_harm, same_figure, same_place, same_value
from sayso.relate.matching.senses import meaning, sense
from sayso.relate.matching.units import PROPOSE, Same, Unit, both_statements
from sayso.relate.media import is_media
from sayso.relate.openings import first_told
from sayso.relate.view import View

FIGURE_COSINE = 0.25
"""Cosine that the sentences of two equal figures need as well."""

SMALL = 10
"""Numbers up to this recur by chance: the rest of the sentence must then be alike too."""

SMALL_OVERLAP = 0.25
"""What the words of two sentences with one small number must overlap, by idf."""

SEVERAL, TOLL_OVERLAP, TOLL_COSINE = 5, 0.1, 0.4
"""From how many a small number of the killed or missing is seldom one of several, and what its sentences must
share, one or the other."""

LEAD_COSINE = 0.5
"""Cosine of two sentences from which a small count of harm, told first thing in two reports, is one."""

THING_OVERLAP, THING_COSINE = 0.15, 0.6
"""What two sentences with one number of things must share, one or the other: 14 kilometres recur."""

SHARE = "share"
"""The measure of percentages and fractions."""

OF_PARTIES = frozenset({"money", SHARE})
"""Measures of what is somebody's: the number that one firm loses, another may lose as well."""

REACH = 60
"""Characters behind a share among which it is said of what it is one."""

_OF = re.compile(r"\s+of\s+([^.,;:()\n]*?)(?=\s(?:of|in|from|for|by|on|at|to|that|which|who)\s|[.,;:()\n]|$)")

WORK = "(work)"
"""What stands for the measures of jobs, posts and workers."""

COUNTED = 100
"""Numbers of things from this up seldom recur by chance: with the same noun they need no other word."""


def figure_join(story: View, a: Unit, b: Unit, cosine: float) -> Same | None:
    """Each unit states one figure, the same of the same; `cosine` is that of their sentences."""
    if cosine < FIGURE_COSINE or a.alone is None or b.alone is None:
        return None
    work = of_work(a.alone, b.alone) and _same_work(story, a.alone, b.alone)
    why = same_figure(story, a.alone, b.alone) or ("one number of jobs and of workers" if work else None)
    if why is None:
        return None
    joint = _shares(a.context, b.context)
    small = (a.alone.low or a.alone.high or 0) <= SMALL or a.alone.vague
    toll = _toll(a.alone) and _toll(b.alone) and (joint >= TOLL_OVERLAP or cosine >= TOLL_COSINE)
    toll = toll or (cosine >= LEAD_COSINE and _leads(story, a.alone) and _leads(story, b.alone))
    if small and not toll and (joint < SMALL_OVERLAP or cosine < PROPOSE):
        return None
    recurring = _recurs(a.alone) or told_of_before(story, a.alone, b.alone)
    apart = _other_deed(story, a, b) or _of_another_party(story, a, b)
    if apart or (recurring and not _told_alike(a, b, a.alone, b.alone, cosine)):
        return None
    return Same(round(0.6 + 0.4 * cosine, 4), why)


def _told_alike(a: Unit, b: Unit, one: Figure, other: Figure, cosine: float) -> bool:
    """Say whether the same is told of two equal numbers that may recur: it is a large number of one thing, or
    beside it and what it counts the sentences share a word, and enough in all."""
    of_one_thing = head(one) == head(other) != "" or of_work(one, other)
    if (one.low or one.high or 0) >= COUNTED and of_one_thing and not generic(one):
        return True
    near = cosine >= THING_COSINE and not _shares_of_two(one, other)
    return (near or _shares(a.context, b.context) >= THING_OVERLAP) and _share_more(a, b, one, other)


def _shares_of_two(one: Figure, other: Figure) -> bool:
    """Say whether two shares are told of things that have no word in common: "turnout was at 26 percent",
    "support was at 26 percent"."""
    ours, theirs = _whose(one), _whose(other)
    return one.measure == SHARE and bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _whose(figure: Figure) -> set[str]:
    """The words for whose share, price or length a figure is, each brought to its sense."""
    told = map(singular, re.findall(r"[^\W\d_]+", (figure.about or "").lower()))
    return {meaning(one, verb=False) for one in told} - words("relate", "light")


def _recurs(figure: Figure) -> bool:
    """Say whether a number tells of things, or of people to whom nothing is said to have happened: a story
    has many such ("about 100 people jumped onto the beach", "about 100 people came in")."""
    return figure.unit != "person" or (generic(figure) and figure.measure not in _followed())


def _followed() -> frozenset[str]:
    return words("comparison", "measures.followed")


def counts_apart(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two units count what cannot be one: children and all of the dead, shares of two wholes, or
    two lines of one list ("Lunde: 13 dead", "Ostry: 13 dead")."""
    if not (a.alone and b.alone):
        return False
    return (
        other_group(a.alone, b.alone)
        or _of_another_whole(story, a.alone, b.alone)
        or _two_lines(story, a.alone, b.alone)
        or _two_things(story, a.alone, b.alone)
    )


def _two_things(story: View, one: Figure, other: Figure) -> bool:
    """Say whether two measures are of two things, told right behind: "a 48-yard run", "a 48-yard kick"."""
    if not ("-" in one.text and "-" in other.text) or one.unit == "person":
        return False
    ours, theirs = _measured(story, one), _measured(story, other)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _measured(story: View, figure: Figure) -> set[str]:
    """The senses of the words that follow a measure without a word that says little between: "18-yard
    touchdown run"."""
    text, end = story.report(figure.report).text, figure.end
    found = set()
    for word in story.words(figure.report, (figure.end, figure.sentence[1])):
        if text[end : word.start].strip():
            break
        found.add(sense(word))
        end = word.end
    return found


def other_group(one: Figure, other: Figure) -> bool:
    """Say whether of two counts of harm one tells of a group that is set apart, children, and the other of
    people only."""
    return is_harm(one) and any(
        head(a) in words("comparison", "groups.set_apart") and generic(b)
        for a, b in ((one, other), (other, one))
    )


def _of_another_whole(story: View, one: Figure, other: Figure) -> bool:
    """Say whether two shares are told of two wholes: "90 percent of the trade", "90 percent of the oil"."""
    if not one.measure == other.measure == SHARE:
        return False
    ours, theirs = _whole(story, one), _whole(story, other)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _whole(story: View, figure: Figure) -> set[str]:
    """The words for what a share is said to be of, behind it or in it ("a fifth of the rooms"); none where
    it is not said."""
    text = story.report(figure.report).text
    inside = figure.text.find(" of ")
    start = figure.end if inside < 0 else figure.start + inside
    told = _OF.match(text, start, min(len(text), start + REACH))
    return {sense(word) for word in story.words(figure.report, told.span(1))} if told else set()


def _two_lines(story: View, one: Figure, other: Figure) -> bool:
    """Say whether two figures of one report stand behind two labels."""
    if one.report != other.report or one.sentence == other.sentence:
        return False
    labels = [_label(story, figure) for figure in (one, other)]
    return all(labels) and labels[0] != labels[1]


def _label(story: View, figure: Figure) -> str:
    """What stands before the colon that a figure follows, where no verb does."""
    start, _ = figure.sentence
    before = story.report(figure.report).text[start : figure.start]
    label, colon, _ = before.rpartition(":")
    return label.strip() if colon and not story.frames(figure.report, (start, figure.start)) else ""


def _of_another_party(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two sums of money, or two shares, stand in sentences that name parties, none of them in
    both: what one firm loses is not what another does."""
    if not (a.alone and b.alone and a.alone.measure == b.alone.measure in OF_PARTIES):
        return False
    ours, theirs = (_named_around(story, figure) for figure in (a.alone, b.alone))
    shared = story.with_authorities(ours) & story.with_authorities(theirs)
    return bool(ours) and bool(theirs) and not shared


def _named_around(story: View, figure: Figure) -> set[str]:
    """The named parties of a figure's sentence, outlets aside."""
    found = {mention.entity for mention in story.mentions(figure.report, figure.sentence)}
    return {id_ for id_ in found if story.named(id_) and not story.is_place(id_) and not is_media(story, id_)}


def _other_deed(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two units tell by verbs of other sense what befell those whose number is no news: "the 21
    girls were freed", "it denied that the 21 girls were swapped"."""
    told = _verbs_with(a), _verbs_with(b)
    known = a.alone and b.alone and told_of_before(story, a.alone, b.alone)
    return bool(known) and all(told) and told[0].isdisjoint(told[1])


def told_of_before(story: View, *figures: Figure) -> bool:
    """Return whether one of these counts stands for those told of before, and is no measure by itself: "the
    21 girls"."""
    return any(one.measure not in _followed() and presumed(story, one) for one in figures)


def presumed(story: View, figure: Figure) -> bool:
    """Return whether a number is told as one that is known: "the 21 girls", "heard about the 80 people"; so
    is the whole among which somebody is counted in: "she was among 12 people killed"."""
    text = story.report(figure.report).text
    before = text[max(0, figure.start - 8) : figure.start].lower().split()[-1:]
    ahead = [*before, *figure.text.lower().split()]
    number = next((place for place, word in enumerate(ahead) if word[0].isdigit()), 1)
    return not {*before, *ahead[:number]}.isdisjoint(words("relate", "presuming"))


def _verbs_with(unit: Unit) -> set[str]:
    """The senses of the verbs of which a unit's one figure fills a part."""
    figure = unit.alone
    return {
        meaning(frame.lemma, verb=True)
        for frame in unit.frames
        if figure and any(figure.start < part.end and part.start < figure.end for part in frame.parts)
    }


def several_figures_join(story: View, a: Unit, b: Unit, cosine: float) -> Same | None:
    """Two figures or more of the one statement, all that it has, are among those of the other."""
    few, many = sorted((a.figures, b.figures), key=len)
    if len(few) < 2 or cosine < PROPOSE or not both_statements(a, b):
        return None
    same = [any(same_figure(story, one, o) or _same_work(story, one, o) for o in many) for one in few]
    told = " and ".join(f"“{figure.text}”" for figure in few[:2])
    return Same(round(0.6 + 0.4 * cosine, 4), f"same figures: {told}") if all(same) else None


def _same_work(story: View, one: Figure, other: Figure) -> bool:
    """Say whether one number of jobs and of workers is told: sure only beside another such pair."""
    return of_work(one, other) and same_value(one, other) and same_place(story, one, other)


def of_one_sentence(a: Unit, b: Unit) -> bool:
    """Say whether two figures stand in one sentence, which tells a number once: "over $100m from donors and
    at least $100m of public money"."""
    if not (a.ref.kind is b.ref.kind is RefKind.FIGURE and a.alone and b.alone):
        return False
    return (a.report, a.alone.sentence) == (b.report, b.alone.sentence)


def of_work(one: Figure, other: Figure) -> bool:
    """Say whether two figures count jobs or those who hold them: one number of either is told of both."""
    return WORK in measures(one) and WORK in measures(other)


def measures(figure: Figure) -> tuple[str, ...]:
    """Return the measures by which a figure can be known again: its own, and that of jobs and those who hold
    them; workers who were killed or rescued are counted as such."""
    if head(figure) not in words("comparison", "groups.work"):
        return (figure.measure,)
    return (figure.measure,) if figure.measure in _followed() else (figure.measure, WORK)


def _shares(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """What two weighed sets of words share of all that they hold."""
    both = sum(ours[lemma] for lemma in sorted(ours.keys() & theirs.keys()))
    whole = sum(sorted(ours.values())) + sum(sorted(theirs.values())) - both
    return both / whole if whole > 0 else 0.0


def _toll(figure: Figure) -> bool:
    """Say whether a figure counts several people to whom harm was done: a story seldom has two such."""
    return is_harm(figure) and (figure.low or figure.high or 0) >= SEVERAL and not figure.vague


def _leads(story: View, figure: Figure) -> bool:
    """Say whether a figure counts harm, first thing in its report: then it is of what the story is about."""
    return is_harm(figure) and not figure.vague and first_told(story, figure)


def _share_more(a: Unit, b: Unit, *figures: Figure) -> bool:
    """Say whether two units share a word that is neither a name nor one of the counted words."""
    shared = (a.context.keys() & b.context.keys()) - a.names - b.names
    counted = " ".join(f"{figure.text} {figure.who or ''}" for figure in figures).lower()
    return any(lemma not in counted for lemma in shared)
