"""The numbers by which claims are called: they go from a claim to the one that shares most members with
it."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.model.dossier import Dossier
from sayso.store.database import Database, Row


def standing(database: Database, story: int) -> dict[str, int]:
    """Return the handle of each claim of a story as it stands."""
    rows = database.rows("claim_handles_of_story", story=story)
    return {row["claim"]: row["handle"] for row in rows}


def settle(database: Database, story: int, dossier: Dossier, now: str) -> dict[str, int]:
    """Return the handle of each claim of a story's new dossier, and write who has which.

    A claim takes the handle of the old claim with which it shares most members (ties: the smaller handle,
    then the smaller id). A handle comes over from another story only with more than half of its members.
    """
    claims = {claim.id: [one.id for one in claim.whole] for claim in dossier.claims}
    members = sorted({member for own in claims.values() for member in own})
    rows = database.rows("claim_handle_members", members=json.dumps(members))
    handles = _inherited(rows, story, claims)
    live = {row["handle"]: row["claim"] for row in database.rows("claim_handles_of_story", story=story)}
    was: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        was[row["handle"]].add(row["member"])
    sizes = {row["handle"]: row["size"] for row in rows}
    for claim in sorted(claims):
        handle = handles.get(claim)
        if handle is None:
            handle = handles[claim] = database.run("claim_handle_new", story=story, claim=claim)
        same = live.get(handle) == claim and was[handle] == set(claims[claim])
        if not same or sizes[handle] != len(was[handle]):
            _keep(database, story, claim, handle, claims[claim])
    for handle in sorted(live.keys() - set(handles.values())):
        database.run("claim_handle_ended", handle=handle, now=now)
    return handles


def _inherited(rows: Sequence[Row], story: int, claims: Mapping[str, Sequence[str]]) -> dict[str, int]:
    claim_of = {member: claim for claim, members in claims.items() for member in members}
    shared = Counter((row["handle"], claim_of[row["member"]]) for row in rows)
    foreign = {row["handle"]: row["size"] for row in rows if row["story"] != story}
    taken: dict[str, int] = {}
    given: set[int] = set()
    for handle, claim in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        near = handle not in foreign or shared[handle, claim] * 2 > foreign[handle]
        if near and claim not in taken and handle not in given:
            taken[claim] = handle
            given.add(handle)
    return taken


def _keep(database: Database, story: int, claim: str, handle: int, members: list[str]) -> None:
    database.run("claim_handle_kept", handle=handle, story=story, claim=claim)
    database.run("claim_handle_members_gone", handle=handle)
    database.run_many("claim_handle_member_put", ({"handle": handle, "member": one} for one in members))
