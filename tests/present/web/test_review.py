"""Deciding in review over HTTP: what a form does, and who is turned away."""

import html
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from tests.present.make import HOSTILE
from tests.present.web.served import SMALL, MadeDesk, serving

from sayso.model.decision import What
from sayso.present.web.settings import Settings

REVIEW = f"/stories/{SMALL}/review"
FIGURE, STATEMENT = f"{REVIEW}/f1", f"{REVIEW}/s1"


@pytest.fixture
def desk() -> MadeDesk:
    return MadeDesk()


@pytest.fixture
def asking(desk: MadeDesk) -> Iterator[httpx.Client]:
    with serving(desk, Settings(by="A. Brenn")) as client:
        yield client


def fields(text: str) -> dict[str, str]:
    """What a browser would send of the form on a page, without a button."""
    form = text[text.index('<form class="judging"') :].partition("</form>")[0]
    found = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        named = re.search(r'\sname="([^"]*)"', tag)
        value = re.search(r'\svalue="([^"]*)"', tag)
        if named and ("radio" not in tag or " checked" in tag):
            found[named[1]] = html.unescape(value[1]) if value else ""
    for name, options in re.findall(r'<select name="([^"]*)">(.*?)</select>', form):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        first = re.search(r"<option[^>]*>([^<]*)", options)
        found[name] = html.unescape((chosen[1] or chosen[2]) if chosen else first[1] if first else "")
    return found


def send(client: httpx.Client, path: str, what: str, **more: str) -> httpx.Response:
    """Open the page of a thing, fill in its form, press a button."""
    sent = fields(client.get(path).text) | more
    return client.post(path, data={**sent, "what": what}, headers=own(client))


def own(client: httpx.Client) -> dict[str, str]:
    return {"Origin": str(client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}


def decided(desk: MadeDesk) -> list[tuple[What, str]]:
    return [(one.what, one.about.id) for one in desk.dossiers[SMALL].decisions]


def test_what_is_decided_is_kept_shown_and_undone(desk: MadeDesk, asking: httpx.Client) -> None:
    answer = send(asking, FIGURE, "reject", note="counted twice")
    assert answer.status_code == 303
    (made,) = desk.dossiers[SMALL].decisions
    assert (made.what, made.by, made.note) == (What.REJECT, "A. Brenn", "counted twice")
    shown = asking.get(answer.headers["location"]).text
    assert 'role="status"' in shown
    assert "Rejected: figure" in shown
    assert "counted twice" in asking.get(f"/stories/{SMALL}/reviewed").text
    back = send(asking, f"{REVIEW}/{made.id}", "undo")
    assert urlsplit(back.headers["location"]).path == FIGURE
    assert [one for one, _ in decided(desk)] == [What.REJECT, What.UNDO]


def test_each_kind_of_thing_has_what_can_be_decided_of_it(desk: MadeDesk, asking: httpx.Client) -> None:
    dossier = desk.dossiers[SMALL]
    one, other = dossier.claims[0].id, dossier.claims[1].id
    fact = dossier.claims[0].members[0].id
    conflict, copy = dossier.conflicts[0].id, dossier.derivations[0].id
    party = next(one for one in dossier.entities if one.name == "Ines Dahl").id
    origin = next(one.entity for one in dossier.claims[0].origins if one.entity)
    for path, what, more in (
        (f"{REVIEW}/{conflict}", "reject", {}),
        (f"{REVIEW}/{copy}", "reject", {}),
        (f"{REVIEW}/{fact}", "apart", {"claim": one}),
        (f"{REVIEW}/{one}", "merge", {"other": other}),
        (f"{REVIEW}/{other}", "merge", {"number": f"/claims/{SMALL}000"}),
        (f"{REVIEW}/{one}", "origin", {"origin": origin or ""}),
        (f"{REVIEW}/{party}", "correct", {"set-side": "Halden Kraft"}),
        (f"{REVIEW}/{party}", "merge", {"other-name": "Halden Kraft"}),
        (f"{REVIEW}/{party}", "apart", {"other-name": "Halden Kraft"}),
    ):
        before = len(dossier.decisions)
        answer = send(asking, path, what, **more)
        assert answer.status_code == 303, (path, what, answer.text[-3000:])
        dossier = desk.dossiers[SMALL]
        assert len(dossier.decisions) == before + 1


def test_only_what_was_changed_is_corrected(desk: MadeDesk, asking: httpx.Client) -> None:
    figure = next(one for one in desk.dossiers[SMALL].figures if not one.derived_from)
    answer = send(asking, f"{REVIEW}/{figure.id}", "correct", **{"set-low": "3", "set-high": ""})
    assert answer.status_code == 303
    (made,) = desk.dossiers[SMALL].decisions
    assert {(one.field, one.value) for one in made.set} == {("low", "3"), ("high", None)}


@pytest.mark.parametrize(
    ("what", "more", "told"),
    [
        ("correct", {}, "nothing is changed"),
        ("correct", {"set-low": "many"}, "wants a number"),
        ("correct", {"set-as_of": "yesterday"}, "wants a day"),
        ("accept", {"by": " "}, "who decides"),
        ("accept", {"by": "x" * 200}, "characters at most"),
        ("conquer", {}, "choose what to decide"),
        ("apart", {"claim": "none"}, "not in this story"),
        ("merge", {"number": "²"}, "no claim"),
    ],
)
def test_what_cannot_be_decided_is_told_on_the_page_and_nothing_typed_is_lost(
    desk: MadeDesk, asking: httpx.Client, what: str, more: dict[str, str], told: str
) -> None:
    figure = next(one for one in desk.dossiers[SMALL].figures if not one.derived_from)
    answer = send(asking, f"{REVIEW}/{figure.id}", what, note="as I read it", **more)
    assert answer.status_code == 422
    assert told in html.unescape(answer.text).casefold()
    assert 'value="as I read it"' in answer.text
    assert decided(desk) == []


def test_a_post_without_the_mark_of_this_browser_is_refused(desk: MadeDesk, asking: httpx.Client) -> None:
    sent = {**fields(asking.get(FIGURE).text), "what": "accept"}
    for wrong in ({**sent, "form": ""}, {**sent, "form": "0" * 64}, {**sent, "form": "é"}):
        assert asking.post(FIGURE, data=wrong, headers=own(asking)).status_code == 403
    with httpx.Client(base_url=asking.base_url) as other:
        other.get(FIGURE)
        assert other.post(FIGURE, data=sent, headers=own(asking)).status_code == 403
    assert decided(desk) == []
    assert asking.post(FIGURE, data=sent, headers=own(asking)).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
    ],
)
def test_a_post_from_another_site_is_refused_with_everything_else_right(
    desk: MadeDesk, asking: httpx.Client, headers: dict[str, str]
) -> None:
    sent = {**fields(asking.get(FIGURE).text), "what": "accept"}
    answer = asking.post(FIGURE, data=sent, headers=headers)
    assert answer.status_code == 403
    assert "page of this server" in answer.text
    assert decided(desk) == []


def test_the_cookie_is_for_this_server_alone(asking: httpx.Client) -> None:
    cookie = asking.get(FIGURE).headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert asking.get(FIGURE).headers["cache-control"] == "no-store"
    assert "set-cookie" not in asking.get(f"/stories/{SMALL}").headers


def test_nothing_is_decided_by_asking_for_a_page(desk: MadeDesk, asking: httpx.Client) -> None:
    sent = {**fields(asking.get(FIGURE).text), "what": "reject"}
    assert asking.get(FIGURE, params=sent).status_code == 200
    assert decided(desk) == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("what=accept", "text/plain", 422),
        ("{}", "application/json", 422),
        ("&".join(f"a{n}=1" for n in range(200)), "application/x-www-form-urlencoded", 422),
        ("what=%ff%fe", "application/x-www-form-urlencoded", 422),
        ("note=" + "x" * 70_000, "application/x-www-form-urlencoded", 413),
    ],
)
def test_what_is_no_form_is_refused(
    desk: MadeDesk, asking: httpx.Client, body: str, kind: str, status: int
) -> None:
    answer = asking.post(FIGURE, content=body, headers={**own(asking), "Content-Type": kind})
    assert answer.status_code == status
    assert decided(desk) == []


def test_a_server_that_only_shows_has_no_forms_and_takes_none() -> None:
    desk = MadeDesk()
    with serving(desk, Settings(reviews=False)) as client:
        assert "/review" not in client.get(f"/stories/{SMALL}/said").text
        for path in (REVIEW, FIGURE):
            assert client.get(path).status_code == 404
        assert client.post(FIGURE, data={"what": "accept"}, headers=own(client)).status_code == 404
    assert decided(desk) == []


def test_others_need_the_token_of_the_server(desk: MadeDesk) -> None:
    with serving(desk, Settings(token="a-token-that-is-long")) as client:
        assert client.post(FIGURE, data={"what": "accept"}, headers=own(client)).status_code == 401
        bearer = {"Authorization": "Bearer a-token-that-is-long"}
        assert client.get(FIGURE, headers=bearer).status_code == 200
    assert decided(desk) == []


def test_who_sends_a_form_twice_decides_once(desk: MadeDesk, asking: httpx.Client) -> None:
    sent = {**fields(asking.get(FIGURE).text), "what": "accept"}
    first = asking.post(FIGURE, data=sent, headers=own(asking))
    second = asking.post(FIGURE, data=sent, headers=own(asking))
    assert first.headers["location"] == second.headers["location"]
    assert len(decided(desk)) == 1


def test_what_somebody_else_decided_meanwhile_is_told_first(desk: MadeDesk, asking: httpx.Client) -> None:
    sent = {**fields(asking.get(FIGURE).text), "what": "accept"}
    send(asking, FIGURE, "reject", by="B. Other")
    late = asking.post(FIGURE, data=sent, headers=own(asking))
    assert late.status_code == 409
    assert "B. Other" in late.text
    assert len(decided(desk)) == 1
    assert asking.post(FIGURE, data=fields(late.text) | {"what": "accept"}, headers=own(asking)).is_redirect


def test_hostile_notes_and_names_are_text(desk: MadeDesk, asking: httpx.Client) -> None:
    answer = send(asking, STATEMENT, "accept", note=HOSTILE, by=f'">{HOSTILE}')
    pages = [asking.get(path).text for path in (answer.headers["location"], f"/stories/{SMALL}/reviewed")]
    assert all(HOSTILE not in text for text in pages)
    assert html.escape(HOSTILE) in pages[0]


def test_a_walk_leads_from_fact_to_fact(desk: MadeDesk, asking: httpx.Client) -> None:
    first, second, *_ = re.findall(rf'href="({REVIEW}/\w+)\?walk=1"', asking.get(REVIEW).text)
    answer = send(asking, f"{first}?walk=1", "accept")
    assert urlsplit(answer.headers["location"]).path == second
    assert "Accepted: " in asking.get(answer.headers["location"]).text
    assert len(asking.get(f"{REVIEW}.json").json()) > 1


def test_a_name_is_asked_for_once_in_a_browser(desk: MadeDesk) -> None:
    with serving(desk) as client:
        assert fields(client.get(FIGURE).text)["by"] == ""
        send(client, FIGURE, "accept", by="Zoë Ärlig")
        assert fields(client.get(STATEMENT).text)["by"] == "Zoë Ärlig"


def test_the_other_claim_can_be_found_by_its_words(desk: MadeDesk, asking: httpx.Client) -> None:
    claim, other = desk.dossiers[SMALL].claims[:2]
    word = max(other.text.split(), key=len)
    assert f'value="{other.id}"' in asking.get(f"{REVIEW}/{claim.id}?find={word}").text
    assert "No other claim" in asking.get(f"{REVIEW}/{claim.id}?find=unheard-of").text


def test_what_takes_long_is_kept_and_said_to_be_worked_out(
    desk: MadeDesk, asking: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.present.web.settling.WAIT", 0.05)
    desk.settling = 0.6
    desk.mark = "2"
    answer = send(asking, FIGURE, "accept")
    assert answer.status_code == 303
    assert "still being worked out" in asking.get(answer.headers["location"]).text
    assert len(decided(desk)) == 1


@pytest.mark.parametrize("path", [f"{REVIEW}/none", "/stories/99/review/f1"])
def test_what_is_not_there_cannot_be_decided_on(asking: httpx.Client, path: str) -> None:
    assert asking.get(path).status_code == 404
    assert asking.post(path, data={"what": "accept"}, headers=own(asking)).status_code == 404
