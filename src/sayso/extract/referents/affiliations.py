"""Whom a named person or body answers to, by the words beside the name, wherever it stands: "X, regional
officer of the union", "company spokesman X", "its general secretary, X", "Chile's Maritime Authority".

The words are read off the tokens, not off the parse, which a small pipeline gets wrong in long appositions.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name
from sayso.extract.names.roles import is_body, is_role
from sayso.extract.referents.countries import country_in
from sayso.extract.referents.parties import Parties
from sayso.extract.referents.phrases import content_words, whose
from sayso.extract.referents.posts import post_in
from sayso.extract.referents.register import Record, Register, is_state_noun, serving
from sayso.extract.sentences import lower_at, tokens
from sayso.lexicon import gazetteer, table, words
from sayso.lexicon.bodies import function_of
from sayso.model.names import key
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST = 2000
"""Names of one report that are looked at: each is held against all the others, and no article has so many."""

LONGEST = 14
"""Tokens of the longest apposition that is read: "X, the union's regional organising secretary for …"."""

_OF = frozenset({"of", "for", "at", "with", "from"})
"""Links between what somebody does and for whom."""

_HELD = frozenset({"VBD", "VBZ", "VBP", "VBN"})
"""Tags of verbs that tell what was or is so."""

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})


def titles(doc: "Doc", book: Register, names: Sequence[Name]) -> None:
    """Take what stands for a title by its initials as who holds it: "CDO" for "Chief District Officer X"; and
    note who is only ever called a former one."""
    for name in names:
        entity = book.by_token[name.first][1]
        title = [token.text for token in _before(doc, name)]
        if name.title is not None:
            book.records[entity].held([word.lower() for word in title])
        short = "".join(word[0] for word in title)
        other = f"{EntityKind.ORGANISATION}:" + " ".join(key(short))
        said = len(title) > 2 and short.isupper() and book.records[entity].kind is EntityKind.PERSON
        if said and other in book.records and set(book.records[other].names) == {short}:
            book.absorb(entity, other)


def note(doc: "Doc", parties: Parties, names: Sequence[Name], *, spoken: bool) -> None:
    """Fill in the office of each named person, and whom the people and bodies named answer to; what "its"
    means only when it is known who has `spoken`."""
    for name in names[:MOST]:
        kind = parties.book.records[parties.book.by_token[name.first][1]].kind
        if kind is EntityKind.PERSON:
            _note_person(doc, parties, name, spoken)
        elif kind in {EntityKind.ORGANISATION, EntityKind.OTHER}:
            _note_body(doc, parties, name)


def _note_person(doc: "Doc", parties: Parties, name: Name, spoken: bool) -> None:
    entity = parties.book.by_token[name.first][1]
    parties.book.records[entity].told |= content_words(whose(doc[name.last - 1])) | _party(doc, name)
    for phrase in (_before(doc, name), _after(doc, name)):
        role = _role(phrase)
        if role is None:
            continue
        record = parties.book.records[entity]
        record.office = record.office or role.lemma_.lower()
        record.rank([token.lower_ for token in phrase if token.i < role.i])
        record.beside.add(role.lower_)
        record.told |= content_words([token for token in phrase if token.i != role.i])
        record.serves = record.serves or serving([token.text for token in phrase])
        record.post = record.post or post_in(phrase, role)
        if role.lemma_.lower() in words("offices", "outsiders"):
            continue
        owner = _employer(parties, phrase, role, entity, spoken)
        state = _state(parties, phrase, role)
        why = f"“{doc[phrase[0].i : phrase[-1].i + 1].text}”"[:80]
        if owner is not None and state is not None and _is_public(parties.book.records[owner]):
            parties.book.own(owner, state, why)
        owner = owner or state or _operator(parties, role)
        if owner is not None:
            parties.book.own(entity, owner, why)
            if role.lemma_.lower() in words("offices", "of_firms"):
                parties.book.records[owner].beside.add("company")
    runs = _runs(doc, parties, name)
    if runs is not None:
        parties.book.own(entity, runs, f"“{doc[name.first : name.last + 6].text}”"[:80])


def _party(doc: "Doc", name: Name) -> set[str]:
    """The words for the party and the state that the words beside a name tell of: "Sen. X (R-Texas)",
    "Sen. X, D-Ohio", "Republican Sen. X", "X, a Texas Republican"."""
    at = name.last
    before, letter, hyphen = (lower_at(tokens(doc), place) for place in range(at, at + 3))
    parties = table("offices")["party_letters"]
    if before in {"(", ","} and hyphen in {"-", "–"} and letter in parties:
        spans = (doc[at + 3 : end].text for end in (at + 5, at + 4))
        state = next((found for said in spans if (found := gazetteer.find(said)) is not None), None)
        return {*parties[letter], *(state.name.lower().split() if state is not None else ())}
    ahead = lower_at(tokens(doc), name.first - 1 - len((name.title or "").split()))
    behind = [token.lower_ for token in _after(doc, name)]
    said = {ahead, *behind[-1:]}
    told = next((set(group) for group in parties.values() if not said.isdisjoint(group)), set())
    return told.union(behind) if behind and behind[-1] in told else told


def _note_body(doc: "Doc", parties: Parties, name: Name) -> None:
    """ "Norland's Harbour Authority", "the firm X", "X, the ferry's operator": a body of a state, or what
    sort of body it is."""
    entity = parties.book.by_token[name.first][1]
    record = parties.book.records[entity]
    said = {token.lower_ for token in doc[name.first : name.last]}
    public = any(not said.isdisjoint(words("offices", slot)) for slot in ("public", "state"))
    first = name.first - 1
    if first > 0 and doc[first].tag_ == "POS" and public:
        owner = parties.book.by_token.get(first - 1)
        country = (
            gazetteer.country_named(owner[0].text) if owner is not None and owner[0].last == first else None
        )
        if country is not None:
            why = doc[owner[0].first : name.last].text if owner is not None else ""
            parties.book.own(entity, parties.book.government(country), f"“{why}”")
    beside = [doc[first]] if first >= 0 and not _is_part_of_a_thing(doc, name) else []
    beside += [token for token in _itself(_after(doc, name)) if token.lower_ in words("offices", "firms")][:1]
    record.beside |= {token.lower_ for token in beside if token.pos_ in {"NOUN", "ADJ"} and is_body(token)}
    if _owns_what_firms_have(doc, name):
        record.beside.add("company")
    record.thing = record.thing or (first >= 0 and _is_thing(doc[first]))
    if name.last < len(doc):
        parties.body_called(doc[name.last])
    _note_part(doc, parties, name)
    buyer = _buyer(doc[name.last - 1], parties)
    if buyer is not None and buyer != entity:
        parties.book.own(entity, buyer, f"owned: “{name.text}”")


def _itself(phrase: Sequence["Token"]) -> Sequence["Token"]:
    """What an apposition calls a thing, without what it is of or by: "X, a ferry run by the firm Y"."""
    end = next((at for at, one in enumerate(phrase) if one.pos_ == "ADP" or one.tag_ == "VBN"), len(phrase))
    owns = next((at for at, one in enumerate(phrase) if one.tag_ == "POS"), -1)
    return phrase[owns + 1 : end]


def _is_part_of_a_thing(doc: "Doc", name: Name) -> bool:
    """Whether a name only tells which thing is meant, so that the word before it is said of that: "its giant
    X rocket"."""
    after = doc[name.last] if name.last < len(doc) else None
    thing = after is not None and after.tag_ in {"NN", "NNS"} and not (is_body(after) or is_role(after))
    return thing and doc[name.last - 1].head == after


def _note_part(doc: "Doc", parties: Parties, name: Name) -> None:
    """ "Tactical Group No. 84 of the Brod Army": a body that is said to be of another one answers to that."""
    at = name.last
    if at + 2 >= len(doc) or doc[at].lower_ != "of" or parties.book.records[_entity(parties, name)].media:
        return
    at += 1 + (doc[at + 1].lower_ == "the")
    whole = parties.book.by_token.get(at)
    if whole is None or whole[0].first != at:
        return
    record = parties.book.records[whole[1]]
    if record.kind is EntityKind.ORGANISATION and record.named and not record.media:
        parties.book.own(_entity(parties, name), whole[1], f"“{doc[name.first : whole[0].last].text}”"[:80])


def _entity(parties: Parties, name: Name) -> str:
    return parties.book.by_token[name.first][1]


def _owns_what_firms_have(doc: "Doc", name: Name) -> bool:
    """Whether a noun right behind a name tells that it is a firm's: "Talcamar's shareholders"."""
    after = doc[name.last : name.last + 2]
    noun = after[1] if len(after) > 1 and after[0].tag_ == "POS" else after[0] if len(after) else None
    return noun is not None and noun.lower_ in words("offices", "shows_firm")


def _is_thing(token: "Token") -> bool:
    """Whether the noun right before a name says that it is no body: "the ferry X"."""
    in_phrase = token.pos_ == "NOUN" and token.dep_ == "compound" and token.is_lower
    return in_phrase and not is_body(token) and not is_role(token)


def _buyer(head: "Token", parties: Parties) -> str | None:
    """The body that a report says owns or bought another one: "X bought Y in 2011"; not what it plans."""
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_.lower() not in words("offices", "owns") or verb.tag_ not in _HELD:
        return None
    if any(child.dep_ in {"neg", "aux"} and child.lower_ not in {"has", "had"} for child in verb.lefts):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    named = parties.book.by_token.get(subject.i) if subject is not None else None
    firms = {EntityKind.ORGANISATION, EntityKind.OTHER}
    return named[1] if named is not None and parties.book.records[named[1]].kind in firms else None


def _before(doc: "Doc", name: Name) -> list["Token"]:
    """The words before a name that belong to it: titles and roles, or an apposition that a comma closes on
    both sides."""
    at = name.first - 1
    closed = at > 0 and doc[at].text == "," and name.last < len(doc) and doc[name.last].text in {",", "."}
    at -= closed
    found: list[Token] = []
    while at >= 0 and len(found) < LONGEST and _goes_on(doc[at], closed):
        found.insert(0, doc[at])
        if doc[at].lower_ in {"a", "an", "the"} and not (closed and at and doc[at - 1].lower_ in _OF):
            break
        at -= 1
    return found


def _goes_on(token: "Token", closed: bool) -> bool:
    """Whether a word can belong to the role before a name; where commas close it, with what it is of."""
    if token.is_punct or token.is_space or (token.is_sent_start and token.pos_ == "VERB"):
        return token.text == "-"
    if token.lower_ in _OF:
        return closed
    return token.pos_ in _INSIDE or token.dep_ == "det" or token.tag_ in {"PRP$", "POS", "DT"}


def _after(doc: "Doc", name: Name) -> list["Token"]:
    """The apposition that a comma opens after a name, an age left out: up to the next comma or verb."""
    at = name.last
    if at + 1 >= len(doc) or doc[at].text != ",":
        return []
    if doc[at + 1].like_num and at + 2 < len(doc) and doc[at + 2].text == ",":
        at += 2
    found: list[Token] = []
    for token in doc[at + 1 : at + 1 + LONGEST]:
        if token.text in {",", ".", ";", ":", "(", "—", "–"} or token.is_space:
            break
        if token.pos_ in {"VERB", "AUX"} and not (token.tag_ in {"VBG", "VBN"} and found):
            return []  # "…, the minister said": another one speaks
        found.append(token)
    return found


def _role(phrase: Sequence["Token"]) -> "Token | None":
    """The noun for what somebody is: the last one before "of" or "for" that no other noun goes on from."""
    link = next((at for at, token in enumerate(phrase) if token.lower_ in _OF), len(phrase))
    last = phrase[link - 1] if link else None
    acts = last is not None and last.lower_.endswith(tuple(words("offices", "agents")))
    named = last is not None and last.pos_ in {"NOUN", "PROPN"}
    one = last is not None and last.tag_ in {"NN", "NNP"}
    return last if last is not None and named and one and (is_role(last) or acts) else None


def _employer(
    parties: Parties, phrase: Sequence["Token"], role: "Token", entity: str, spoken: bool
) -> str | None:
    """Whom a role is said to be of: whose it is ("its", "the union's"), then what it is "of" or "for", then
    the noun before it ("company spokesman")."""
    at = next(number for number, token in enumerate(phrase) if token.i == role.i)
    before, after = phrase[:at], phrase[at + 1 :]
    owner = next((token for token in before if token.tag_ in {"PRP$", "POS"}), None)
    if owner is not None and owner.tag_ == "PRP$":
        return parties.before.whose(owner, role) if spoken and owner.lower_ == "its" else None
    owning = [token for token in before if owner is not None and token.i < owner.i]
    beside = [token for token in before if owner is None or token.i > owner.i]
    reports = role.lemma_.lower() in words("offices", "reporters")
    for part in (owning, _linked(after), beside):
        found = parties.body_among(part, entity)
        if found is not None and (not reports or parties.book.records[found].media):
            return found
    return None


def _operator(parties: Parties, role: "Token") -> str | None:
    """Who runs the ship or plane that somebody is "the captain" of: the one body that the report calls an
    operator; not whose title it is ("Captain X of the fire service")."""
    if role.lemma_.lower() not in words("offices", "crew") or not role.is_lower:
        return None
    records = parties.book.records.values()
    found = [one.key for one in records if one.named and one.beside & words("offices", "operators")]
    return found[0] if len(found) == 1 else None


def _state(parties: Parties, phrase: Sequence["Token"], role: "Token") -> str | None:
    """The government of the country, or of the region, that an office is said to be of: "Norlandic leader X";
    not that of who leads rebels or a union, or once did."""
    if not is_state_noun(role) or {token.lower_ for token in phrase} & words("offices", "apart"):
        return None
    named = country_in([token for token in phrase if not _is_city(token)])
    if named is not None:
        return parties.book.government(named[0])
    return parties.before.regional(phrase)


def _is_city(token: "Token") -> bool:
    """A city stands for its country only where it owns what follows: "Norborg's minister"."""
    place = gazetteer.find(token.text)
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    owns = after is not None and after.tag_ == "POS"
    return not owns and place is not None and place.kind is gazetteer.PlaceKind.city


def _is_public(record: Record) -> bool:
    return record.serves is not None or any(function_of(name) for name in record.names)


def _linked(after: Sequence["Token"]) -> Sequence["Token"]:
    """What stands behind the first "of" or "for" of an apposition, up to the next link."""
    if not after or after[0].lower_ not in _OF:
        return ()
    end = next(
        (at for at, token in enumerate(after[1:], 1) if token.dep_ == "prep" and token.lower_ != "of"),
        len(after),
    )
    return after[1:end]


def _runs(doc: "Doc", parties: Parties, name: Name) -> str | None:
    """The body that somebody is said to run: "X, who runs the ferry company Y"."""
    at = name.last
    if at + 3 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ != "who":
        return None
    if doc[at + 2].lemma_.lower() not in words("offices", "runs"):
        return None
    return parties.body_among(list(doc[at + 3 : at + 10]), parties.book.by_token[name.first][1])
