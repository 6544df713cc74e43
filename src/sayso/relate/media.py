"""Who passes on rather than speaks for itself: agencies and outlets, by the lexicon and by the reports
themselves.
"""

from sayso.lexicon import words
from sayso.lexicon.media import names_outlet
from sayso.model.names import acronym_of, fold, key
from sayso.relate.view import View


def is_media(story: View, entity: str) -> bool:
    """Say whether an entity is a news agency or outlet: a known name, a telling noun, or an outlet of this
    story.
    """
    found = story.entities.get(entity)
    if found is None or found.kind in {"person", "place"}:
        return False
    own = [facts.report for facts in story.facts.values()]
    published = [name for report in own for name in (*report.agencies, report.outlet) if name]
    return any(map(names_outlet, found.names)) or any(
        same_outlet(one, name) for one in found.names for name in published
    )


def same_outlet(a: str, b: str) -> bool:
    """Say whether two names mean one outlet: the same words, one the other's initials, or "News Agency"
    left off.
    """
    short, long = sorted((key(a), key(b)), key=len)
    if not short:
        return False
    rest = set(long) - set(short)
    same = set(short) <= set(long) and rest <= {fold(word) for word in words("relate", "outlet_words")}
    return same or acronym_of(a, b) or acronym_of(b, a)
