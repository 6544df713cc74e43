"""The numbers by which claims are called: they go from a claim to the one that shares most members with
it."""

import json
from collections import Counter

from sayso.model.dossier import Dossier
from sayso.store.database import Database


def settle(database: Database, story: int, dossier: Dossier, now: str) -> dict[str, int]:
    """Return the handle of each claim of a story's new dossier, and write who has which.

    A claim takes the handle of the old claim with which it shares most members (ties: the smaller handle,
    then the smaller id). A handle comes over from another story only with more than half of its members.
    """
    claims = {claim.id: [one.id for one in claim.members] for claim in dossier.claims}
    handles = _inherited(database, story, claims)
    ended = {row["handle"] for row in database.rows("claim_handles_of_story", story=story)}
    for claim in sorted(claims):
        if claim not in handles:
            handles[claim] = database.run("claim_handle_new", story=story, claim=claim)
        _keep(database, story, claim, handles[claim], claims[claim])
    for handle in sorted(ended - set(handles.values())):
        database.run("claim_handle_ended", handle=handle, now=now)
    return handles


def _inherited(database: Database, story: int, claims: dict[str, list[str]]) -> dict[str, int]:
    claim_of = {member: claim for claim, members in claims.items() for member in members}
    rows = database.rows("claim_handle_members", members=json.dumps(sorted(claim_of)))
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
