"""Denials that point back at what another party said, and what looks like one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.relate.contradictions.test_answering import denials as told_and_denied
from tests.relate.make import apart, entity, facts, report, statement

from sayso import api
from sayso.model.relation import Conflict, ConflictType, Entity
from sayso.model.report import Block, BlockRole, EntityKind, Span, Stance

COUNCIL = "Corrie Council"
PARTIES = [
    entity("Police"),
    entity(COUNCIL),
    entity("evidence", EntityKind.OTHER),
    entity("Norland", EntityKind.ORGANISATION, government=True),
]


def answered(
    told: str, denied: str, cue: str = "denied", by: str = COUNCIL, parties: Sequence[Entity] = PARTIES
) -> list[Conflict]:
    """The conflicts of a paragraph in which the police tell something, and somebody denies."""
    text = f"Police said {told}. The council {cue} {denied}."
    block = Block(0, len(text), BlockRole.PARAGRAPH)
    one = report("a", text)
    claim = statement(one, told, "Police")
    at = text.index(cue)
    more = {"stance": Stance.DENIES, "cue": Span(at, at + len(cue), cue)}
    start = text.index(denied, at)
    denial = statement(one, denied, by, **more)  # the words stand once
    assert denial.start == start
    item = facts(one, [claim, denial], names=(COUNCIL,))
    return apart([replace(item, report=replace(one, blocks=(block,)))], parties)


@pytest.mark.parametrize(
    ("told", "denied", "cue"),
    [
        ("the pier was closed by night", "both accounts", "rejected"),
        ("the pier was closed by night", "that claim", "disputed"),
        ("Corrie Council closed the pier", "the allegations", "rejected"),
        ("Corrie Council closed the pier", "it", "denied"),
        ("they closed the pier by night", "the accusation", "rejected"),
    ],
)
def test_who_denies_an_account_or_what_is_told_of_them(told: str, denied: str, cue: str) -> None:
    (one,) = answered(told, denied, cue)
    assert one.type is ConflictType.DENIAL


@pytest.mark.parametrize(
    ("told", "denied", "cue"),
    [
        ("the pier was closed by night", "the allegations", "denied"),  # of whom nothing is told here
        ("the pier was closed by night", "it", "denied"),
        ("Corrie Council closed the pier", "it", "rejected"),  # an offer, perhaps
        ("Corrie Council closed the pier", "their request", "rejected"),
        ("Corrie Council closed the pier", "having", "denied"),
        ("he closed the pier by night", "the accusation", "denied"),  # of one person, not of a council
        ("it asked Corrie Council of the pier", "the accusation", "denied"),  # a question
    ],
)
def test_what_points_at_something_else_is_no_denial_of_what_stands_before(
    told: str, denied: str, cue: str
) -> None:
    assert answered(told, denied, cue) == []


def test_evidence_denies_nothing() -> None:
    assert answered("the pier was closed by night", "that claim", "contradicted", by="evidence") == []


def test_figures_that_somebody_only_describes_deny_nothing() -> None:
    held = [*PARTIES, entity("the latest figures", EntityKind.GROUP, named=False)]
    told = "the pier was closed by night", "that claim", "contradicted"
    assert answered(*told, by="the latest figures", parties=held) == []
    assert len(answered(*told, by="Corrie Union", parties=[*PARTIES, entity("Corrie Union")])) == 1


def test_a_people_named_after_its_country_is_named() -> None:
    assert len(answered("Norlandic soldiers closed the pier", "it", by="Norland")) == 1
    assert answered("soldiers closed the pier", "it", by="Norland") == []


def test_what_is_not_so_accuses_nobody() -> None:
    told = "Corrie Council had closed the pier"
    assert len(answered(told, "the allegations")) == 1
    assert answered(told.replace("had", "had not"), "the allegations") == []


def test_that_claim_is_the_last_one_though_it_stands_in_the_same_sentence() -> None:
    told = "the pier was closed by night"
    text = f"Police said {told}, but the council disputed that claim."
    one = replace(report("a", text), blocks=(Block(0, len(text), BlockRole.PARAGRAPH),))
    at = text.index("disputed")
    denial = statement(
        one, "that claim", COUNCIL, stance=Stance.DENIES, cue=Span(at, at + len("disputed"), "disputed")
    )
    (found,) = apart([facts(one, [statement(one, told, "Police"), denial])], PARTIES)
    assert found.b.id == denial.id


def test_what_he_denied_behind_a_noun_points_at_the_noun() -> None:
    text = "Corrie Council closed the pier, police said. The council spoke of the deeds that it denied."
    one = replace(report("a", text), blocks=(Block(0, len(text), BlockRole.PARAGRAPH),))
    at = text.index("denied")
    told = statement(one, "Corrie Council closed the pier", "Police")
    start = text.index("that it")
    behind = replace(
        statement(one, "that it denied", COUNCIL, stance=Stance.DENIES, cue=Span(at, at + 6, "denied")),
        end=start + len("that"),
        text="that",
        parts=((start, start + len("that")),),
    )
    assert apart([facts(one, [told, behind], names=(COUNCIL,))], PARTIES) == []


def beside(told: str, denied: str, by: str = "The council", told_by: str = "Police") -> list[Conflict]:
    """The conflicts of a sentence in which the police tell something, and somebody denies it at its end."""
    text = f"Police said {told}, {denied} the council has denied."
    block = Block(0, len(text), BlockRole.PARAGRAPH)
    one = report("a", text)
    whole = (0, len(text))
    claim = replace(statement(one, told, told_by), sentence=whole)
    at = text.index("has denied")
    more = {"stance": Stance.DENIES, "cue": Span(at, at + len("has denied"), "has denied")}
    denial = replace(statement(one, denied, by, **more), sentence=whole)
    item = facts(one, [claim, denial], names=(COUNCIL,))
    return apart([replace(item, report=replace(one, blocks=(block,)))], PARTIES)


@pytest.mark.parametrize("denied", ["which", "a charge", "something", "claims"])
def test_who_denies_what_the_sentence_has_just_told(denied: str) -> None:
    (one,) = beside("the pier had taken on water at night", denied, COUNCIL)
    assert one.type is ConflictType.DENIAL


@pytest.mark.parametrize(
    ("told", "denied", "told_by"),
    [
        ("the pier had taken on water at night", "a loan", "Police"),  # a thing that may be refused
        ("if the pier took on water at night", "a charge", "Police"),  # a condition
        ("the pier had taken on water at night", "a charge", COUNCIL),  # its own word
    ],
)
def test_what_is_no_denial_of_what_stands_before_it(told: str, denied: str, told_by: str) -> None:
    assert not beside(told, denied, COUNCIL, told_by)


@pytest.mark.parametrize(
    ("cue", "told", "by", "wanted"),
    [
        ("accused", "Ivo Maro of bribing Lena Odran", "Ivo Maro", 1),
        ("accused", "Ivo Maro of bribing Lena Odran", "Lena Odran", 0),  # is not the one who is accused
        ("said", "Ivo Maro had bribed Lena Odran", "Lena Odran", 1),
        ("said", "Ivo Maro had bribed a clerk", "Lena Odran", 0),  # is not told of
        ("said", "a clerk had been bribed", "Lena Odran", 1),  # nobody is
    ],
)
def test_a_pronoun_that_denies_is_of_whom_its_sentence_tells(
    cue: str, told: str, by: str, wanted: int
) -> None:
    text = f"Police {cue} {told}, which she denied."
    one = replace(report("a", text), blocks=(Block(0, len(text), BlockRole.PARAGRAPH),))
    ends = [text.index(word) for word in (cue, "she", "denied")]
    claim = statement(one, told, "Police", cue=Span(ends[0], ends[0] + len(cue), cue))
    source, denies = Span(ends[1], ends[1] + 3, "she"), Span(ends[2], ends[2] + 6, "denied")
    denial = replace(statement(one, "which", by, stance=Stance.DENIES, cue=denies), source=source)
    people = [entity(name, EntityKind.PERSON) for name in ("Ivo Maro", "Lena Odran")]
    item = facts(one, [claim, denial], names=("Ivo Maro", "Lena Odran"))
    assert len(apart([item], [*PARTIES, *people])) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Dockers alleged that Cale Foundry knew of the leak and failed to report it.", 1),
        ("Police said Cale Foundry had dumped oil with the aim of hiding a leak.", 1),
        ("Police ask whether Cale Foundry dumped oil with the aim of hiding a leak.", 0),
    ],
    ids=["left undone", "told", "asked"],
)
def test_an_allegation_may_be_of_what_was_left_undone_and_not_of_what_is_asked(
    told: str, wanted: int, tmp_path: Path
) -> None:
    text = f"Cale Foundry has a mill at Ostry. {told} Cale Foundry denied the allegations."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert len(api.dossier([str(tmp_path)]).conflicts) == wanted


ABOVE = """Peter Kovar is the mayor of Ostry. {}

The council meets on Monday. The vote is close.

The budget is late, the treasurer said.

Kovar denied the allegations."""


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("A clerk accused Peter Kovar of stealing a boat.", 1),
        ("Peter Kovar faces an accusation by a clerk who says that Kovar stole a boat.", 1),
        ("Peter Kovar spoke to a clerk who says that Kovar stole a boat.", 0),
        ("A clerk accused Peter Kovar of stealing a boat. A sailor accused Kovar of lying.", 0),
        ("A clerk accused the council of stealing a boat.", 0),
    ],
    ids=["accused", "called an accusation", "only told", "two accuse", "another is accused"],
)
def test_the_allegations_may_stand_further_up_where_one_party_accuses(
    told: str, wanted: int, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ABOVE.format(told), "utf-8")
    assert len(api.dossier([str(tmp_path)]).conflicts) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"), [("have come forward to accuse", 1), ("are likely to accuse", 0)]
)
def test_who_came_forward_to_accuse_has_done_so(said: str, wanted: int, tmp_path: Path) -> None:
    text = f"Peter Kovar runs a mill. Two women {said} Peter Kovar of theft, allegations that Kovar denies."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert len(api.dossier([str(tmp_path)]).conflicts) == wanted


def in_paragraph(text: str, told: list[tuple[str, str]], denied: str) -> list[Conflict]:
    """The conflicts of a paragraph in which parties tell things, and the council disputes one of them."""
    one = report("a", text)
    said = [statement(one, words, by) for words, by in told]
    at = text.index("denied")
    more = {"stance": Stance.DENIES, "cue": Span(at, at + len("denied"), "denied")}
    said.append(statement(one, denied, COUNCIL, **more))
    block = Block(0, len(text), BlockRole.PARAGRAPH)
    item = facts(one, said, names=(COUNCIL,))
    return apart([replace(item, report=replace(one, blocks=(block,)))], [*PARTIES, entity("Guards")])


def test_a_denial_at_the_end_of_a_saying_is_of_that_saying() -> None:
    before = "Police said the pier was closed by night. "
    passing = "Guards say the keeper ignored warnings though Corrie Council denied that claim."
    told = [("the pier was closed by night", "Police")]
    held = "the keeper ignored warnings though Corrie Council denied that claim"
    assert len(in_paragraph(f"{before}Corrie Council denied that claim.", told, "that claim")) == 1
    assert not in_paragraph(before + passing, [*told, (held, "Guards")], "that claim")


def test_who_disputes_an_account_disputes_what_it_tells_at_length() -> None:
    said = "Police said the pier was closed all night as guards ignored warnings."
    text = f"{said} Corrie Council denied that account."
    told = [
        ("the pier was closed all night", "Police"),
        ("guards ignored warnings", "Guards"),
    ]
    (one,) = in_paragraph(text, told, "that account")
    assert "Police" in one.why


def test_what_a_noun_takes_up_is_told_in_its_own_sentence_first() -> None:
    passing = "Guards say the pier was closed but Corrie Council denied the claim."
    text = f"Police said the ferry sank at night. {passing}"
    told = [("the ferry sank at night", "Police"), ("the pier was closed", "Guards")]
    (one,) = in_paragraph(text, told, "the claim")
    assert "Guards" in one.why


def test_an_allegation_is_what_somebody_is_accused_of() -> None:
    text = (
        "Guards say Corrie Council closed the pier. Police blame Corrie Council for the loss. "
        "It denied the allegation."
    )
    one = report("a", text)
    block = Block(0, len(text), BlockRole.PARAGRAPH)
    at, blame = text.index("denied"), text.index("blame")
    said = [
        statement(one, "Corrie Council closed the pier", "Guards"),
        statement(
            one, "Corrie Council for the loss", "Police", cue=Span(blame, blame + len("blame"), "blame")
        ),
        statement(
            one, "the allegation", COUNCIL, stance=Stance.DENIES, cue=Span(at, at + len("denied"), "denied")
        ),
    ]
    item = facts(one, said, names=(COUNCIL,))
    (found,) = apart([replace(item, report=replace(one, blocks=(block,)))], [*PARTIES, entity("Guards")])
    assert "Police" in found.why


def test_those_claims_are_the_ones_of_its_own_sentence_though_they_say_little() -> None:
    before = "Police said the pier was closed by night and the keeper was taken away. "
    told = [("the pier was closed by night and the keeper was taken away", "Police")]
    passing = "After guards said they left, Corrie Council denied those claims."
    assert not in_paragraph(before + passing, [*told, ("they left", "Guards")], "those claims")
    assert in_paragraph(f"{before}Corrie Council denied those claims.", told, "those claims")


@pytest.mark.parametrize(
    ("told", "denied"),
    [("she had been singled out in the letter", 0), ("Brandt had singled her out in the letter", 1)],
)
def test_what_a_person_says_of_herself_accuses_nobody_else(told: str, denied: int, tmp_path: Path) -> None:
    text = (
        "Mayor Ivo Brandt spoke on Monday.\n\n"
        f"Ana Duro noted that {told}. Mayor Brandt strongly denied the accusation."
    )
    (tmp_path / "0.txt").write_text(text, "utf-8")
    found = api.dossier([str(tmp_path)]).conflicts
    assert len([one for one in found if one.type is ConflictType.DENIAL]) == denied


SAID = "Ivo Maro of the guards’ union said that strikers had fired first at the gate.\n\n"


def test_a_paragraph_that_goes_on_quoting_goes_with_the_one_before(tmp_path: Path) -> None:
    quoted = "“We came under a hail of shots,” Maro said.\n\n"
    denied = "Cale Foundry dismissed the claim."
    assert told_and_denied(tmp_path, f"{SAID}{quoted}{denied}") == [
        ("that strikers had fired first at the gate", "the claim")
    ]
    other = "The gate has stood open since the autumn.\n\n"
    assert told_and_denied(tmp_path, f"{SAID}{other}{quoted}{denied}") == []


def test_who_dismisses_a_claim_speaks_whatever_they_are(tmp_path: Path) -> None:
    dismissed = "Strikers dismissed the claim."
    assert len(told_and_denied(tmp_path, f"{SAID}{dismissed}")) == 1
    assert told_and_denied(tmp_path, f"{SAID}The tapes contradict the claim.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill was unsafe, Ana Duro said on Friday, a claim Cale Foundry denied.", "The mill was unsafe"),
        (
            "The mill had been warned of a leak, Ana Duro told a court, a claim that Cale Foundry denies.",
            "The mill had been warned of a leak",
        ),
        ("The mill was unsafe, Ana Duro said, adding to fears, which Cale Foundry denied.", None),
    ],
    ids=["when it was said", "where", "something else"],
)
def test_who_told_it_may_stand_between_a_claim_and_who_denies_it(
    tmp_path: Path, text: str, told: str | None
) -> None:
    assert [one for one, _ in told_and_denied(tmp_path, text)] == ([told] if told else [])


def test_what_somebody_only_means_to_do_is_no_allegation(tmp_path: Path) -> None:
    text = "Ana Duro said that she planned to sue Cale Foundry, alleging that it had hidden a leak. {}"
    denied = text.format("Cale Foundry denied that.")
    assert "plan" not in " ".join(told for told, _ in told_and_denied(tmp_path, denied))
