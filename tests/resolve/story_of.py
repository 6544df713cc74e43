"""A story made of invented reports, resolved: shared by the tests of what holds across reports."""

from functools import cache

from tests.extract.facts_of import PUBLISHED, facts_of

from sayso.model.ids import content_id, smallest
from sayso.model.relation import Entity, Resolved, Story
from sayso.model.report import Facts
from sayso.resolve.story import resolve


def story(facts: tuple[Facts, ...]) -> Story:
    """The story that these reports are said to make."""
    ids = tuple(sorted(item.report.id for item in facts))
    return Story(content_id("story", smallest(ids)), ids, ())


@cache
def story_of(*texts: str, published: str | None = PUBLISHED) -> Resolved:
    """The reports with these texts, brought together."""
    facts = tuple(facts_of(text, published, f"{number}.txt") for number, text in enumerate(texts))
    return resolve(story(facts), facts)


def named(found: Resolved, name: str) -> Entity:
    """The one entity that has `name` among its names."""
    (only,) = [one for one in found.entities if name in one.names]
    return only


def all_named(found: Resolved, name: str) -> list[Entity]:
    """Every entity that has `name` among its names."""
    return [one for one in found.entities if name in one.names]


def meant(found: Resolved, said: str) -> set[str]:
    """The names of whoever mentions that end in `said` mean, in all reports."""
    by_id = {one.id: one.name for one in found.entities}
    mentions = (mention for item in found.facts for mention in item.mentions)
    return {by_id[one.entity] for one in mentions if one.text.endswith(said)}
