"""Who does the saying: the noun that is the subject of a cue, found where the parser put it.

A cue has a subject of its own, the agent of a passive, or one that it shares with the verb it hangs on. The
rules for misread sentences stand beside those, each with the sentence that it reads.
"""

from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import infinitive, issuing, lemma, telling, tells_of_itself
from sayso.extract.sayings.reporters import SUBJECTS, outer_reporter, told_on
from sayso.extract.sayings.strays import follows, lost
from sayso.extract.sayings.voices import TIMES, can_speak, is_person, object_of, persons
from sayso.extract.sentences import bounds
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"mark", "advmod"})
"""What opens a clause beside the main one: "as", "when"."""


def subject(cue: "Token") -> "Token | None":
    """Return the head of the noun phrase that does the saying, or None: subject, agent of a passive,
    shared or controlled subject. A relative pronoun is returned as it stands."""
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} or _names_doer(child) for child in cue.children)
    if (passive and not _perfect(cue)) or _second_passive(cue):
        return agent(cue)
    if _is_let_know(cue):
        return _of_clause(cue.head)
    finders = (
        quotee, _issuer, _own_subject, _since, _inverted, _glued, _misread, _dated, _taken, _borrowed,
        _set_beside, _at_the_end, lost, follows,
    )  # fmt: skip
    return next((found for find in finders if (found := find(cue)) is not None), None)


def quotee(cue: "Token") -> "Token | None":
    """ "“…,” the paper quoted him as saying", "the agency cited a witness as saying …": who is quoted."""
    quoted = quoted_object(cue)
    links = () if quoted is None else (*cue.rights, *quoted.rights)
    return quoted if any(map(as_saying, links)) else None


def _is_let_know(cue: "Token") -> bool:
    """ "Kovar let them know that …": who lets others know tells them so."""
    return cue.lower_ == "know" and cue.dep_ == "ccomp" and lemma(cue.head) == "let"


def quoted_object(cue: "Token") -> "Token | None":
    """Return what a verb of quoting quotes, or None: "the paper quoted | him", "cited a | witness"."""
    quoting = cue.lemma_.lower() in words("media", "quoting")
    return next((child for child in cue.rights if child.dep_ == "dobj"), None) if quoting else None


def as_saying(link: "Token") -> bool:
    """Say whether a word is the "as" of "quoted as saying"."""
    return link.lower_ == "as" and any(one.dep_ == "pcomp" and one.tag_ == "VBG" for one in link.rights)


def _own_subject(verb: "Token") -> "Token | None":
    """The nearest subject: of two, one is that of a quotation, or a part of a name, which the parser took
    apart."""
    own = (child for child in verb.children if child.dep_ in SUBJECTS and not _is_no_subject(child, verb))
    nearest = min(own, key=lambda child: abs(child.i - verb.i), default=None)
    nearest = _of_body(_before_hyphen(nearest), verb) if nearest is not None else None
    if nearest is not None and nearest.pos_ == "NOUN" and not can_speak(nearest) and _governed(nearest):
        # "Two days before the vote, Mirela Kovar, the mayor, said …": the name is no other word for the vote.
        nearest = _named_beside(nearest, verb) or nearest
    named = nearest is not None and (nearest.ent_type_ not in TIMES or nearest.lower_ in persons(nearest.doc))
    return nearest if named else _before_day(verb)


def _of_body(noun: "Token", verb: "Token") -> "Token":
    """ "Mirela Kovar of the group | Water First said": the parser takes the name of the group for a subject
    of its own."""
    sort = noun.doc[max(noun.left_edge.i - 1, 0)]
    bearer = sort.head.head if sort.dep_ == "pobj" and sort.i < noun.i else noun
    return bearer if bearer.dep_ == "nsubj" and bearer.head == verb else noun


def _before_hyphen(noun: "Token") -> "Token":
    """ "Moon Jo-in said": the parser may take the end of the name for a subject of its own."""
    if noun.n_lefts:
        return noun
    before = noun.doc[max(0, noun.i - 2) : noun.i]
    joined = len(before) == 2 and before[1].text == "-" and not any(token.whitespace_ for token in before)
    return before[0] if joined and before[0].pos_ == "PROPN" else noun


def _is_no_subject(noun: "Token", verb: "Token") -> bool:
    """Who is told; or what somebody does meanwhile, of which the parser made a subject: "Kovar, | speaking in
    Lunde, said"."""
    aside = noun.dep_ == "csubj" and noun.tag_ == "VBG" and noun.i > 0 and noun.nbor(-1).text == ","
    return aside or _is_told(noun, verb)


def _is_told(noun: "Token", verb: "Token") -> bool:
    """ "“…,” shopper Mirela Kovar told reporters": who stands behind a verb of telling is told."""
    return noun.i == verb.i + 1 and lemma(verb) in words("cues", "addressing") and verb.tag_ in {"VBD", "VBZ"}


def _before_day(verb: "Token") -> "Token | None":
    """ "Police Monday said": the parser makes one name of speaker and day."""
    days = (child for child in verb.lefts if child.dep_ in SUBJECTS | {"npadvmod"})
    parts = (part for day in days if day.ent_type_ in TIMES for part in day.lefts)
    named = (part for part in parts if part.dep_ in {"compound", "nmod"} and part.ent_type_ not in TIMES)
    return next((part for part in named if part.pos_ in {"NOUN", "PROPN"}), None)


def _since(cue: "Token") -> "Token | None":
    """ "Within hours of Kovar announcing the sale": the parser hangs the participle on the verb above."""
    if cue.tag_ != "VBG":
        return None
    before = cue.doc[cue.i - 1] if cue.i > bounds(cue)[0] else cue
    governed = before.dep_ == "pobj" and before.head.lower_ == "of" and before.pos_ == "PROPN"
    timed = governed and before.head.head.ent_type_ in TIMES
    return before if timed else None


def _second_passive(cue: "Token") -> bool:
    """ "Staff were called in and told that …": joined to a passive, without a subject of its own, it is
    one too."""
    return (
        cue.dep_ == "conj"
        and cue.tag_ in {"VBN", "VBD"}
        and not any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in cue.children)
        and any(child.dep_ == "auxpass" for child in cue.head.children)
        and lemma(cue) in words("cues", "control.lemmas")
        and outer_reporter(cue) is None
    )


def _perfect(cue: "Token") -> bool:
    """ "He's said he will fight": the parser takes "'s" for a passive; "it's thought that" is one."""
    if any(child.dep_ in SUBJECTS and child.lower_ == "it" for child in cue.lefts):
        return False
    return any(child.dep_ == "auxpass" and child.lower_ in {"'s", "’s"} for child in cue.children) and any(
        child.dep_ == "ccomp" and child.i > cue.i for child in cue.children
    )


def agent(cue: "Token") -> "Token | None":
    """Return who does what a passive tells: "told by the | mayor"; not "told by telephone"."""
    for child in cue.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next(
                (inner for inner in child.children if inner.dep_ == "pobj" and not _means(inner)), None
            )
    return None


def _names_doer(child: "Token") -> bool:
    """ "Told by the mayor"; not "said by telephone that he hoped"."""
    governed = object_of(child) if child.dep_ == "agent" else None
    return child.dep_ == "agent" and not (governed is not None and _means(governed))


def _means(noun: "Token") -> bool:
    """ "by radio", "by phone": how it was said, not who said it."""
    return noun.tag_ == "NN" and not any(
        child.dep_ in {"det", "poss", "amod", "compound", "nummod"} for child in noun.children
    )


def _inverted(cue: "Token") -> "Token | None":
    """The noun right after a cue that follows a quotation: "“Nobody moved,” replied the pilot"; the parser
    may take the cue for a word that describes the name: "“…,” tweeted Kovar"."""
    if cue.i == 0 or cue.nbor(-1).text not in {'"', "'", "''"}:
        return None
    if cue.dep_ == "amod" and cue.tag_ in {"VBD", "VBN", "VBZ"} and cue.head.pos_ == "PROPN":
        return cue.head
    after = (child for child in cue.children if child.dep_ == "dobj" and child.left_edge.i == cue.i + 1)
    return next(after, None)


def _dated(cue: "Token") -> "Token | None":
    """ "On Thursday Mirela Kovar said …": the parser makes one name of day and speaker."""
    for child in cue.children:
        if child.dep_ == "prep" and child.i == bounds(cue)[0] and cue.tag_ in {"VBD", "VBZ", "VBP"}:
            name = object_of(child)
            if name is not None and name.pos_ == "PROPN" and days_before(name):
                return name
    return None


def days_before(name: "Token") -> list["Token"]:
    """Return the names of days that stand before a name as if they were part of it; not "Friday's report"."""
    return [
        child for child in name.lefts if child.lower_ in table("times")["weekdays"] and child.dep_ != "poss"
    ]


def told_clause(cue: "Token") -> "Token | None":
    """Return the that-clause of a passive which the parser hung on its agent ("was told by a manager that
    …"), or None."""
    by = agent(cue) if any(child.dep_ == "agent" for child in cue.children) else None
    if by is None:
        return None
    return next(
        (child for child in by.rights if child.dep_ == "relcl" and child.left_edge.lower_ == "that"), None
    )


def charge(cue: "Token") -> "Token | None":
    """Return the charge that the parser hung on who makes it ("was accused by the guard | of selling it", "by
    the guards | of theft"), or on the one accused ("accused the army | of bombing markets"); else None."""
    if lemma(cue) not in words("cues", "hearsay.charging"):
        return None
    by = agent(cue) or next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if by is None or any(charges(child, cue) for child in cue.rights):
        return None
    parts = [part for part in by.subtree if part.i > by.i and part.dep_ == "prep" and part.lower_ == "of"]
    deed = next((part for part in parts if _of_a_deed(part)), None)
    return deed or next((part for part in reversed(parts) if _of_a_wrong(part)), None)


def charges(child: "Token", verb: "Token") -> bool:
    """Tell whether a phrase says what somebody is charged with: "accused | of theft", "blamed | for the
    fire"."""
    slot = {"of": "charging", "for": "blaming"}.get(child.lower_) if child.dep_ == "prep" else None
    return slot is not None and lemma(verb) in words("cues", f"hearsay.{slot}")


def _of_a_deed(preposition: "Token") -> bool:
    """ "Of selling it", "of bombing markets", of which the parser may make one noun."""
    first = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else preposition
    named = first.dep_ == "compound" and first.lower_.endswith("ing")
    return named or any(child.dep_ == "pcomp" for child in preposition.children)


def _of_a_wrong(preposition: "Token") -> bool:
    """ "Of theft"; not "of the council", "of Lunde", "of workers"."""
    thing = object_of(preposition)
    return thing is not None and thing.tag_ == "NN" and not any(thing.lefts) and not can_speak(thing)


def _glued(cue: "Token") -> "Token | None":
    """ "“…,” Kovar notes.": the parser makes one compound of name and verb."""
    if cue.tag_ not in {"VBZ", "VBD"}:
        return None
    return next(
        (
            child
            for child in cue.children
            if child.dep_ in {"compound", "nmod"} and child.i == cue.i - 1 and child.pos_ == "PROPN"
        ),
        None,
    )


def _taken(cue: "Token") -> "Token | None":
    """ "Kovar, who was among the 50 injured, said it …": the parser makes a clause of the words before the
    comma and gives it the subject."""
    if cue.tag_ not in {"VBD", "VBZ"} or cue.i == 0 or cue.doc[cue.i - 1].text != ",":
        return None
    clauses = [child for child in cue.children if child.dep_ == "ccomp"]
    before = next((child for child in clauses if child.i < cue.i), None)
    if before is None or not any(child.i > cue.i for child in clauses):
        return None
    both = [child for child in before.lefts if child.dep_ == "nsubj"]
    if len(both) > 1 and both[-1].tag_ == "WP":
        return both[0]
    own = _own_subject(before)
    # "Kovar, the head of the port, considered a friend of the mayor, told …"
    participle = before.tag_ in {"VBD", "VBN"} and cue.doc[before.i - 1].text == ","
    described = own is not None and (participle or any(child.dep_ == "relcl" for child in own.children))
    return own if described else None


def _set_beside(cue: "Token") -> "Token | None":
    """ "As a part of the deal, Mirela Kovar, 44, said that …": the parser makes the name another word for the
    noun before the comma."""
    if cue.tag_ not in {"VBD", "VBZ"} or not any(child.dep_ in {"ccomp", "dobj"} for child in cue.rights):
        return None
    ahead = [child for child in cue.lefts if child.dep_ == "prep"]
    fronted = (token for child in ahead for token in child.subtree)
    beside = next((found for noun in fronted if (found := _named_beside(noun, cue)) is not None), None)
    return beside or next((found for one in ahead if (found := _second_object(one, cue)) is not None), None)


def _at_the_end(cue: "Token") -> "Token | None":
    """ "Police fired on the crowd, a nurse and two witnesses said.": the parser makes those who say so other
    words for the noun before the comma, or more of what it names."""
    clause = next((child for child in cue.lefts if child.dep_ == "ccomp"), None)
    clause = cue.head if clause is None and cue.dep_ == "advcl" and cue.head.i < cue.i else clause
    if clause is None or cue.tag_ not in {"VBD", "VBZ", "VBP"} or not telling(cue) or _goes_on(cue):
        return None
    noun = cue.doc[cue.i - 1]
    while noun.dep_ in {"conj", "pobj", "prep"} and not _behind_comma(noun) and noun.head.i > clause.i:
        noun = noun.head
    beside = noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.pos_ == "NOUN")
    ends = beside and _behind_comma(noun) and noun.right_edge.i == cue.i - 1
    return noun if ends and can_speak(noun) else None


def _behind_comma(noun: "Token") -> bool:
    return noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","


def _goes_on(cue: "Token") -> bool:
    """Whether more than a time stands behind a cue in its sentence."""
    behind = (token for token in cue.doc[cue.i + 1 : bounds(cue)[1]] if token.ent_type_ not in TIMES)
    stop = next((token for token in behind if token.pos_ != "ADP"), None)
    return stop is not None and not stop.is_punct


def _second_object(preposition: "Token", cue: "Token") -> "Token | None":
    """ "At the Lunde Post, Mirela Kovar, who covers the port, says …": the parser makes the name a second
    object of "at"."""
    objects = [child for child in preposition.rights if child.dep_ == "pobj"]
    name = objects[-1] if objects[1:] else None
    if name is None or name.pos_ != "PROPN" or not _behind_comma(name):
        return None
    return name if cue.i - 2 <= name.right_edge.i < cue.i else None


def _named_beside(noun: "Token", cue: "Token") -> "Token | None":
    """A name behind the comma after a noun, which runs on to the cue."""
    return next(
        (
            child
            for child in noun.rights
            if child.dep_ == "appos"
            and child.pos_ == "PROPN"
            and _behind_comma(child)
            and cue.i - 2 <= child.right_edge.i < cue.i
        ),
        None,
    )


def _governed(noun: "Token") -> bool:
    """Say whether a preposition stands before a noun phrase."""
    first = noun.left_edge.i
    return first > 0 and noun.doc[first - 1].pos_ in {"ADP", "SCONJ"}


def _misread(cue: "Token") -> "Token | None":
    """ "Merkely said …": a name right before a finite cue that the parser takes for an adverb, or for one
    that it is no more ("Nicely said …", "May said …") where somebody of that name is named in full."""
    before = cue.doc[cue.i - 1] if cue.tag_ in {"VBZ", "VBD"} and cue.i > bounds(cue)[0] else None
    if before is None or before.ent_type_ in TIMES:
        return None
    known = before.text[0].isupper() and before.lower_ in persons(before.doc)
    named = (before.pos_ == "PROPN" or known) and before.head.i == cue.i
    return before if named and before.dep_ in {"advmod", "npadvmod", "aux"} else None


def _borrowed(cue: "Token") -> "Token | None":
    """A cue without a subject of its own shares that of the verb it is joined to, depends on,
    or describes."""
    if cue.dep_ == "pcomp":
        return _of_preposition(cue)
    if cue.dep_ == "acl" or (cue.dep_ == "relcl" and infinitive(cue)):
        return _issuer(cue) or _described(cue)
    outer = outer_reporter(cue)
    if outer is not None:
        return subject(outer)
    told = told_on(cue)
    if told is not None and (speaker := subject(told)) is not None:
        return speaker
    if cue.dep_ == "xcomp":
        return _controller(cue)
    if cue.dep_ == "conj" or (
        cue.dep_ in {"advcl", "ccomp", "dep"} and (cue.tag_ == "VBG" or infinitive(cue))
    ):
        return _of_main(cue) or _who_speaks(cue, _of_clause(cue.head))
    return None


def _who_speaks(cue: "Token", own: "Token | None") -> "Token | None":
    """ "Kovar was adamant that the dam was safe, saying …": a participle that goes on telling is not what a
    thing does, but whoever a clause above is about."""
    if own is None or cue.tag_ != "VBG" or cue.i == 0 or can_speak(own):
        return own
    if cue.nbor(-1).text != "," or lemma(cue) not in words("cues", "told_on"):
        return own
    verb = cue.head
    while verb.dep_ in {"ccomp", "acomp"}:
        verb = verb.head
        above = _own_subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if above is not None and can_speak(above):
            return above
    return own


def _of_main(cue: "Token") -> "Token | None":
    """The subject of the main verb for a participle behind a comma: "Kovar resigned as anger grew, saying …";
    none where that can say nothing ("the insults grew as she rose, accusing …") or comes only behind it
    ("While Kovar sat, saying …, the mayor rose")."""
    verb = cue.head
    aside = verb.dep_ == "advcl" and verb.i < cue.i and any(one.dep_ in _MARKS for one in verb.lefts)
    # "Kovar spoke in Lunde, telling them that “at times we err”": the parser hangs it on the words quoted.
    ahead = verb.dep_ == "advcl" and verb.i > cue.i > verb.head.i
    if not (aside or ahead) or cue.tag_ != "VBG" or cue.nbor(-1).text != ",":
        return None
    main = _of_clause(verb.head)
    if main is None or (aside and main.i > cue.i):
        return None
    speaks = main.pos_ in {"PROPN", "PRON"} or main.lemma_.lower() in words("offices", "people")
    return main if speaks else None


def _of_preposition(cue: "Token") -> "Token | None":
    """ "By promising …", "was quoted as saying", "stopped short of saying": the subject of the verb on which
    the preposition hangs."""
    governor = cue.head.head
    if (blamed := _blamed(cue)) is not None:
        return blamed
    if governor.pos_ == "ADV" or governor.lower_ == "short":
        governor = governor.head  # "went as far as accusing …", "stopped short of accusing …"
    if cue.head.lower_ == "of" and (taker := _taking(governor)) is not None:
        return taker
    if cue.head.lower_ == "as" and cue.head.dep_ == "prep":
        if governor.dep_ == "dobj" and quotee(governor.head) is not None:
            return governor
        quoted = next((child for child in governor.children if child.dep_ in {"nsubjpass", "dobj"}), None)
        if quoted is not None:
            return quoted
    return _of_clause(governor)


def _blamed(cue: "Token") -> "Token | None":
    """ "Mocked Kovar for declaring …", "accused her of claiming …": who is mocked did so."""
    preposition = cue.head
    before, verb = cue.doc[preposition.i - 1], preposition.head
    if preposition.dep_ != "prep" or preposition.lower_ not in {"for", "of"} or before.dep_ != "dobj":
        return None
    blames = telling(verb) and before.pos_ == "PROPN"
    return before if before.head.i == verb.i and (blames or is_person(before)) else None


def _of_clause(verb: "Token") -> "Token | None":
    """The subject of a clause, in the active or in the passive, or the one that it borrows."""
    if verb.lower_ == "able" and verb.dep_ == "acomp":
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    own = _own_subject(verb) or _set_beside(verb)
    return own if own is not None or verb.dep_ == "ROOT" else _borrowed(verb)


def _controller(cue: "Token") -> "Token | None":
    """The subject of an infinitive: the object of "urged him to say", else the subject of the verb above."""
    verb = cue.head
    asked = next((child for child in verb.children if child.dep_ == "dobj" and child.i < cue.i), None)
    if asked is not None and verb.lemma_.lower() in words("cues", "control.lemmas"):
        return asked
    return _of_clause(verb)


def _issuer(cue: "Token") -> "Token | None":
    """ "Kovar issued a statement saying that …": who issued it."""
    verb = issuing(cue) or _sending(cue)
    who = _of_clause(verb) if verb is not None else None
    return who if who is not None and can_speak(who) else None


def _sending(cue: "Token") -> "Token | None":
    """ "Sent a letter to the firm asking for …", "… that asked for": the parser has the firm ask."""
    told, to = cue.head, cue.head.head
    if not (cue.tag_ == "VBG" or tells_of_itself(cue)) or told.dep_ != "pobj" or to.lower_ != "to":
        return None
    verb = to.head if to.head.pos_ == "VERB" else to.head.head
    papers = (child for child in verb.rights if child.dep_ == "dobj" and child.i < to.i)
    sent = any(lemma(paper) in words("cues", "issued") for paper in papers)
    return verb if sent and lemma(verb) in words("cues", "issuing") else None


def _described(cue: "Token") -> "Token | None":
    """Whose saying a participle after a noun is: the noun's, or behind a comma that of the whole clause."""
    noun = cue.head
    if _in_part(noun):
        return None
    if infinitive(cue):
        return _taking(noun)
    if cue.tag_ == "VBG" and cue.i > 0 and cue.nbor(-1).text == "," and not can_speak(noun):
        verb = noun
        while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
            verb = verb.head
        return _of_clause(verb)
    if cue.tag_ == "VBG" or _headless(cue):
        return noun
    if (beside := named_beside(cue)) is not None:
        return beside
    if cue.tag_ == "VBN" and any(child.dep_ == "ccomp" for child in cue.children):
        return _nominal_root(cue)
    return None


def named_beside(cue: "Token") -> "Token | None":
    """ "Rivals are behind the leak, a state newspaper | alleged Tuesday, as …": the parser makes who says so
    another word for the noun before the comma, and the cue a participle."""
    noun = cue.head
    finite = cue.dep_ == "acl" and cue.tag_ == "VBD" and noun.dep_ == "appos" and noun.i == cue.i - 1
    if not finite or not telling(cue) or noun.doc[noun.left_edge.i - 1].text != "," or not can_speak(noun):
        return None
    return None if _goes_on(cue) else noun


def _taking(noun: "Token") -> "Token | None":
    """ "Took pains to say", "went out of its way to say", "took the step of saying": who took them."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if noun.lower_ not in words("cues", "taken") or noun.dep_ not in {"dobj", "pobj"}:
        return None
    while verb.pos_ == "ADP" and verb.head.i != verb.i:
        verb = verb.head
    return _of_clause(verb)


def _in_part(noun: "Token") -> bool:
    """ "In part fearing a backlash": the noun of a turn of phrase does nothing."""
    return noun.dep_ == "pobj" and f"{noun.head.lower_} {noun.lower_}" in words("cues", "turns")


def _nominal_root(cue: "Token") -> "Token | None":
    """The noun that heads a sentence whose finite cue the parser hung, as a participle,
    on a name inside a relative clause: "X, who runs the firm Y, conceded that …"."""
    root = cue.sent.root
    return (
        root if root.pos_ in {"NOUN", "PROPN"} and root.i < cue.i and cue.doc[cue.i - 1].text == "," else None
    )


def _headless(cue: "Token") -> bool:
    """A finite cue that the parser hangs as a participle on a noun that heads the whole sentence:
    the noun is its subject."""
    finite = cue.tag_ in {"VBD", "VBZ", "VBP"}
    misread = (
        cue.tag_ == "VBN" and cue.text.endswith("ed") and any(child.dep_ == "ccomp" for child in cue.children)
    )
    return (finite or misread or _behind_aside(cue)) and cue.head.dep_ == "ROOT" and cue.head.i < cue.i


def _behind_aside(cue: "Token") -> bool:
    """ "Mirela Kovar, the head of the union, called the vote “crazy”.": what somebody named did, of which the
    parser made a participle; with an object it is no passive."""
    name = cue.head
    aside = any(child.dep_ == "appos" and child.right_edge.i == cue.i - 2 for child in name.rights)
    closed = aside and cue.i > 0 and cue.nbor(-1).text == ","
    acts = cue.tag_ == "VBN" and any(child.dep_ == "dobj" for child in cue.rights)
    return closed and acts and name.pos_ == "PROPN"
