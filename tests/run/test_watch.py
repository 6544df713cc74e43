"""Feeds of a server with bad manners, followed into a real database."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.read import server as manners
from tests.read.server import Answer, Server, html, redirect
from tests.read.test_read_visits import Clock

from sayso import api
from sayso.errors import UsageError
from sayso.model.watch import Came, Event, Looked, Outcome, Round
from sayso.run.desk import Desk
from sayso.run.watch import Watch, drop, follow, followed
from sayso.run.watched import DAY, HOUR, Plan
from sayso.store import watching

FERRY = "\n".join([
    "The ferry Tern left Brenn on Monday with 240 people on board, the harbour master, Ines Dahl, said.",
    "Dahl said on Tuesday that the engine had failed off the cape and that nobody was hurt.",
    "The owner of the Tern, Odran Feeley, said in a statement that the ferry had been checked in April.",
])  # fmt: skip
MENDED = FERRY.replace("240 people", "310 people")


def rss(*numbers: int, more: str = "", dated: str = "") -> Answer:
    date = f"<pubDate>{dated}</pubDate>" if dated else ""
    items = "".join(
        f"<item><title>Ferry {n}</title><link>/a{n}</link><guid>{n}</guid>{date}</item>" for n in numbers
    )
    text = f'<rss version="2.0"><channel><title>Brenn Post</title>{items}{more}</channel></rss>'
    return Answer(text.encode(), headers={"Content-Type": "application/rss+xml"})


@pytest.fixture
def server() -> Iterator[Server]:
    with manners.running() as found:
        found.pages |= {"/feed": rss(1, 2), "/a1": html(FERRY, "Ferry 1"), "/a2": html(FERRY, "Ferry 2")}
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", create=True) as found:
        yield found


Look = Callable[..., list[Event]]


@pytest.fixture
def look(desk: Desk, clock: Clock) -> Look:
    """Follow the feeds named, if any, look once, and return what was told."""

    def looked(*named: str, **changed: object) -> list[Event]:
        follow(desk, named, clock())
        told: list[Event] = []
        plan = replace(plan_of(clock), **changed)  # type: ignore[arg-type]
        Watch(desk, plan, told.append, clock.rest).once()
        return told

    return looked


def plan_of(clock: Clock) -> Plan:
    return Plan(interval=0, allow_private=True, clock=clock, chance=random.Random(1))


def outcomes(told: list[Event]) -> list[tuple[str, str]]:
    return sorted((str(one.outcome), one.url.rpartition("/")[2]) for one in told if isinstance(one, Came))


def failures(told: list[Event]) -> list[str]:
    return [one.why or "" for one in told if isinstance(one, Looked) and one.failed]


def test_articles_of_a_feed_come_in_once(server: Server, desk: Desk, look: Look, clock: Clock) -> None:
    assert outcomes(look(f"{server.url}/feed")) == [("new", "a1"), ("new", "a2")]
    assert len(desk.stories()) == 1
    assert server.paths() == ["/feed", "/a1", "/a2"]
    clock.now += 1000
    assert outcomes(look()) == []
    assert server.paths() == ["/feed", "/a1", "/a2", "/feed"]


def test_a_feed_tells_what_it_has(server: Server, look: Look) -> None:
    first, *_ = look(f"{server.url}/feed")
    assert first == Looked(f"{server.url}/feed", "Brenn Post", entries=2, fresh=2)


def test_what_the_feed_says_fills_in_what_a_page_does_not(server: Server, desk: Desk, look: Look) -> None:
    server.pages["/feed"] = rss(1, dated="Sat, 14 Dec 2024 10:00:00 +0100")
    look(f"{server.url}/feed")
    (story,) = desk.stories()
    (report,) = desk.dossier(story.handle).reports
    assert report.published is not None
    assert (report.published.from_ or "").startswith("2024-12-14")


def test_an_unchanged_feed_and_page_are_not_sent_again(server: Server, look: Look, clock: Clock) -> None:
    server.pages["/feed"] = replace(rss(1), headers={"ETag": '"f"'})
    server.pages["/a1"] = html(FERRY, ETag='"a"')
    look(f"{server.url}/feed")
    clock.now += 7 * HOUR
    told = look()
    assert Looked(f"{server.url}/feed", "Brenn Post", unchanged=True) in told
    assert outcomes(told) == [("unchanged", "a1")]
    assert [headers.get("If-None-Match") for path, headers in server.asked if path == "/a1"] == [None, '"a"']


def test_an_article_that_is_changed_in_silence_becomes_a_new_revision(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    look(f"{server.url}/feed")
    server.pages["/a1"] = html(MENDED, "Ferry 1")
    server.pages["/a2"] = html(FERRY + "<script>advertisement()</script>", "Ferry 2")
    clock.now += 7 * HOUR
    assert outcomes(look()) == [("changed", "a1"), ("unchanged", "a2")]
    assert [one.current for one in desk.revisions(f"{server.url}/a1")] == [False, True]
    assert len(desk.revisions(f"{server.url}/a2")) == 1


def test_an_article_is_looked_at_again_at_each_age_and_then_no_more(
    server: Server, look: Look, clock: Clock
) -> None:
    server.pages["/feed"] = rss(1)
    look(f"{server.url}/feed", again=(HOUR, DAY))
    for wait, expected in ((HOUR / 2, 1), (HOUR, 2), (HOUR, 2), (DAY, 3), (9 * DAY, 3)):
        clock.now += wait
        look(again=(HOUR, DAY))
        assert server.paths().count("/a1") == expected


def test_an_entry_that_the_feed_speaks_of_anew_is_looked_at(server: Server, look: Look, clock: Clock) -> None:
    look(f"{server.url}/feed")
    server.pages["/feed"] = rss(1, 2, dated="Sat, 14 Dec 2024 10:00:00 +0100")
    server.pages["/a2"] = html(MENDED, "Ferry 2")
    clock.now += 600
    look()
    assert server.paths().count("/a2") == 1  # an hour after the last look at the earliest
    clock.now += HOUR
    assert outcomes(look()) == [("changed", "a2"), ("unchanged", "a1")]


def test_an_article_that_the_feed_carries_is_not_fetched(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    def carrying(text: str) -> Answer:
        body = f"<description><![CDATA[<p>{text * 8}</p>]]></description>"
        return rss(more=f"<item><title>Ferry</title><link>/a1</link><guid>1</guid>{body}</item>")

    server.pages["/feed"] = carrying(FERRY)
    assert outcomes(look(f"{server.url}/feed")) == [("new", "a1")]
    server.pages["/feed"] = carrying(MENDED)
    clock.now += HOUR
    assert outcomes(look()) == [("changed", "a1")]
    assert server.paths() == ["/feed", "/feed"]
    assert len(desk.revisions(f"{server.url}/a1")) == 2


def test_one_dead_feed_or_page_does_not_stop_the_others(server: Server, look: Look) -> None:
    server.pages |= {"/dead": manners.resetting, "/bomb": manners.gzip_bomb, "/a1": Answer(status=500)}
    told = look(f"{server.url}/dead", f"{server.url}/bomb", "https://localhost:9/feed", f"{server.url}/feed")
    assert outcomes(told) == [("failed", "a1"), ("new", "a2")]
    assert len(failures(told)) == 3


@pytest.mark.parametrize(("page", "why"), [
    (Answer(b'<!DOCTYPE rss [<!ENTITY a "&b;&b;">]><rss/>'), "entities of its own"),
    (Answer(b"just words"), "is no feed"),
    (Answer(b""), "is no feed"),
    (html(FERRY), "is a web page that names no feed"),
    (redirect("http://169.254.169.254/latest"), "could not be fetched"),
    (redirect("/feed"), "redirects more than"),
    (Answer(status=404), "answered 404"),
])  # fmt: skip
def test_a_feed_that_is_none_says_why(server: Server, desk: Desk, look: Look, page: Answer, why: str) -> None:
    server.pages["/feed"] = page
    (told,) = failures(look(f"{server.url}/feed"))
    assert why in told
    (feed,) = followed(desk)
    assert (feed.failures, feed.message) == (1, told)


def test_what_failed_is_left_alone_twice_as_long_each_time(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    server.pages["/feed"] = Answer(status=500)
    look(f"{server.url}/feed", every=1000)
    for pause in (1000, 2000, 4000):
        clock.now += pause * 0.75
        assert look(every=1000) == []
        clock.now += pause * 0.5
        assert failures(look(every=1000))
    clock.now += 10 * DAY
    server.pages["/feed"] = rss()
    look()
    assert (followed(desk)[0].failures, followed(desk)[0].message) == (0, None)


def test_a_server_says_when_to_come_back(server: Server, look: Look, clock: Clock) -> None:
    server.pages["/feed"] = Answer(status=503, headers={"Retry-After": "7200"})
    look(f"{server.url}/feed")
    clock.now += 7000
    look()
    assert server.paths() == ["/feed"]
    clock.now += 300
    look()
    assert server.paths() == ["/feed", "/feed"]


def test_a_feed_that_is_gone_is_not_asked_for_until_it_is_named_again(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    server.pages["/feed"] = Answer(status=410)
    assert "gone for good" in failures(look(f"{server.url}/feed"))[0]
    clock.now += 30 * DAY
    assert look() == []
    assert followed(desk)[0].ended is not None
    server.pages["/feed"] = rss(1)
    assert outcomes(look(f"{server.url}/feed")) == [("new", "a1")]


def test_a_feed_that_moved_for_good_is_followed_there(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    look(f"{server.url}/feed")
    server.pages |= {"/new": rss(1, 2), "/feed": redirect("/new", 301)}
    clock.now += HOUR
    assert outcomes(look(f"{server.url}/feed")) == []
    server.pages["/feed"] = Answer(status=404)
    clock.now += HOUR
    told = look(feeds=(f"{server.url}/feed",))
    assert not failures(told)
    assert [one.url for one in followed(desk) if one.failures == 0] == [f"{server.url}/new"]


def test_a_feed_that_moved_for_now_is_asked_for_where_it_was(server: Server, desk: Desk, look: Look) -> None:
    server.pages |= {"/now": rss(1), "/feed": redirect("/now")}
    look(f"{server.url}/feed")
    assert [one.url for one in followed(desk)] == [f"{server.url}/feed"]


def test_a_page_leads_to_its_feed(server: Server, desk: Desk, look: Look) -> None:
    link = b'<link rel="alternate" type="application/rss+xml" href="/feed">'
    page = html(FERRY)
    server.pages["/"] = replace(page, body=page.body.replace(b"<head>", b"<head>" + link))
    told = look(server.url, feeds=(f"{server.url}/",))
    assert outcomes(told) == [("new", "a1"), ("new", "a2")]
    assert [one.url for one in followed(desk)] == [f"{server.url}/feed"]
    look(server.url, feeds=(f"{server.url}/",))
    assert server.paths().count("/feed") == 2
    assert server.paths().count("/") == 1


def test_pages_and_lists_that_lead_on_and_on_are_left(server: Server, desk: Desk, look: Look) -> None:
    def page(to: str) -> Answer:
        link = f'<html><head><link rel="alternate" type="application/rss+xml" href="{to}"></head></html>'
        return Answer(link.encode(), headers={"Content-Type": "text/html"})

    def outline(to: str) -> Answer:
        return Answer(f'<opml><body><outline xmlUrl="{server.url}{to}"/></body></opml>'.encode())

    server.pages |= {"/p1": page("/p2"), "/p2": page("/p3"), "/l1": outline("/l2"), "/l2": outline("/l3")}
    told = failures(look(f"{server.url}/p1", f"{server.url}/l1"))
    assert ("is a web page" in told[0], "is a list of feeds" in told[1]) == (True, True)
    assert sorted(server.paths()) == ["/l1", "/l2", "/p1", "/p2"]


def test_a_feed_that_redirects_to_a_front_page_is_not_followed_there(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    look(f"{server.url}/feed")
    server.pages |= {"/feed": redirect("/", 301), "/": html(FERRY)}
    assert "is a web page" in failures(look())[0]
    assert [one.url for one in followed(desk)] == [f"{server.url}/feed"]


def test_lists_of_feeds_are_followed(server: Server, desk: Desk, look: Look, tmp_path: Path) -> None:
    opml = f'<opml version="2.0"><body><outline xmlUrl="{server.url}/feed"/></body></opml>'
    (tmp_path / "feeds.opml").write_text(opml)
    server.pages["/list"] = Answer(opml.encode())
    assert outcomes(look(f"{server.url}/list")) == [("new", "a1"), ("new", "a2")]
    assert [one.url for one in followed(desk)] == [f"{server.url}/feed"]
    assert outcomes(look(str(tmp_path / "feeds.opml"))) == []
    assert server.paths() == ["/list", "/feed", "/a1", "/a2", "/feed"]


@pytest.mark.parametrize("named", ["nowhere.opml", "http://", "https://ana:secret@post.example/feed"])
def test_what_is_no_feed_and_no_list_is_misuse(desk: Desk, named: str) -> None:
    with pytest.raises(UsageError):
        follow(desk, [named], 0)


def test_a_file_that_is_no_list_is_misuse(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(rss(1).body)
    with pytest.raises(UsageError, match="sayso add"):
        follow(desk, [str(tmp_path / "a.xml")], 0)
    (tmp_path / "b.opml").write_text('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><opml>&e;</opml>')
    with pytest.raises(UsageError):
        follow(desk, [str(tmp_path / "b.opml")], 0)


def test_links_that_lead_to_no_page_are_told_and_not_followed(
    server: Server, look: Look, clock: Clock
) -> None:
    links = ("javascript:alert(1)", "file:///etc/hosts", "http://127.0.0.1:1/x")
    more = "".join(f"<item><title>T</title><link>{link}</link><guid>{link}</guid></item>" for link in links)
    server.pages["/feed"] = rss(more=more)
    told = [one for one in look(f"{server.url}/feed") if isinstance(one, Came)]
    assert [one.outcome for one in told] == [Outcome.FAILED] * 3
    clock.now += 60
    assert outcomes(look()) == []


def test_a_private_link_of_a_public_feed_is_refused_for_good(
    desk: Desk, server: Server, clock: Clock
) -> None:
    told: list[Event] = []
    follow(desk, [f"{server.url}/feed"], clock())
    Watch(desk, replace(plan_of(clock), allow_private=False), told.append, clock.rest).once()
    assert "private network" in failures(told)[0]
    assert server.asked == []


@pytest.mark.parametrize("page", [
    Answer(b'{"text": "a"}\n{"text": "b"}\n', headers={"Content-Type": "application/json"}),
    Answer(b"\x89PNG\r\n\x1a\n" + bytes(50)), Answer(b""),
    Answer(b"<html><head><meta http-equiv=refresh content='0;url=/a2'></head></html>"), rss(5),
])  # fmt: skip
def test_a_link_to_what_is_no_article_brings_nothing(
    server: Server, desk: Desk, look: Look, page: Answer
) -> None:
    server.pages |= {"/feed": rss(1), "/a1": page}
    assert outcomes(look(f"{server.url}/feed")) == [("failed", "a1")]
    assert desk.stories() == ()


def test_a_page_that_fails_is_tried_again_and_given_up_at_last(
    server: Server, look: Look, clock: Clock
) -> None:
    server.pages |= {"/feed": rss(1), "/a1": Answer(status=500)}
    look(f"{server.url}/feed")
    for _ in range(12):
        clock.now += DAY
        look()
    assert server.paths().count("/a1") == 6


def test_a_page_that_robots_may_not_read_is_not_asked_for(server: Server, look: Look, clock: Clock) -> None:
    server.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /a1")
    told = look(f"{server.url}/feed")
    assert outcomes(told) == [("failed", "a1"), ("new", "a2")]
    clock.now += 10 * DAY
    look()
    assert "/a1" not in server.paths()


def test_no_more_articles_than_the_limit_come_in_one_round(server: Server, look: Look) -> None:
    assert len(outcomes(look(f"{server.url}/feed", most=1))) == 1
    assert len(outcomes(look(most=1))) == 1
    assert outcomes(look(most=1)) == []


def test_only_the_feeds_named_are_looked_at(server: Server, look: Look) -> None:
    server.pages["/other"] = rss(2)
    look(f"{server.url}/feed", f"{server.url}/other", feeds=(f"{server.url}/other",))
    assert server.paths() == ["/other", "/a2"]


def test_a_run_that_was_stopped_goes_on_where_it_was(server: Server, desk: Desk, clock: Clock) -> None:
    told: list[Event] = []

    def rest(seconds: float) -> bool:
        return not any(isinstance(one, Came) for one in told)

    follow(desk, [f"{server.url}/feed"], clock())
    done = Watch(desk, plan_of(clock), told.append, rest).once()
    assert (done.stopped, done.new) == (True, 1)
    told.clear()
    Watch(desk, plan_of(clock), told.append, clock.rest).once()
    assert outcomes(told) == [("new", "a2")]
    assert server.paths() == ["/feed", "/a1", "/feed", "/a2"]


def test_two_runs_at_once_fetch_nothing_twice(server: Server, desk: Desk, clock: Clock) -> None:
    follow(desk, [f"{server.url}/feed"], clock())
    told: list[Event] = []

    def meanwhile(event: Event) -> None:
        with Desk(desk.database.path) as other:
            Watch(other, plan_of(clock), told.append, clock.rest).once()

    Watch(desk, plan_of(clock), meanwhile, clock.rest).once()
    assert sorted(server.paths()) == ["/a1", "/a2", "/feed"]


def test_what_a_killed_run_had_taken_up_is_due_again_after_a_while(
    server: Server, desk: Desk, look: Look, clock: Clock
) -> None:
    follow(desk, [f"{server.url}/feed"], clock())
    (feed,) = followed(desk)
    assert watching.claim(desk.database, feed, watching.iso(clock.now), watching.iso(clock.now + 600))
    assert look() == []
    clock.now += 601
    assert outcomes(look()) == [("new", "a1"), ("new", "a2")]


def test_what_a_feed_carries_comes_in_as_many_rounds_as_it_takes(
    server: Server, look: Look, clock: Clock
) -> None:
    body = f"<description><![CDATA[<p>{FERRY * 8}</p>]]></description>"
    items = "".join(f"<item><link>/a{n}</link><title>Ferry {n}</title>{body}</item>" for n in range(3))
    server.pages["/feed"] = replace(rss(more=items), headers={"ETag": '"f"'})
    assert len(outcomes(look(f"{server.url}/feed", most=2))) == 2
    assert len(outcomes(look(most=2))) == 1
    assert outcomes(look(most=2)) == []
    assert server.paths() == ["/feed"] * 3


def test_staying_up_looks_when_something_is_due(server: Server, desk: Desk, clock: Clock) -> None:
    until = clock.now + 2000

    def rest(seconds: float) -> bool:
        clock.now += seconds
        return clock.now < until

    follow(desk, [f"{server.url}/feed"], clock())
    told: list[Event] = []
    done = Watch(desk, plan_of(clock), told.append, rest).stay()
    assert server.paths().count("/feed") == 3
    assert done == Round(feeds=3, new=2)


def test_what_is_known_of_a_site_outlives_the_run(server: Server, look: Look, clock: Clock) -> None:
    look(f"{server.url}/feed")
    clock.now += HOUR
    look()
    assert [path for path, _ in server.asked].count("/robots.txt") == 1
    look(interval=5)
    assert 5 in clock.rests


def test_a_feed_that_is_dropped_is_not_asked_for_and_its_articles_stay(
    server: Server, desk: Desk, look: Look
) -> None:
    look(f"{server.url}/feed")
    assert drop(desk, [f"{server.url}/feed"]) == (f"{server.url}/feed",)
    assert look() == []
    assert len(desk.stories()) == 1
    with pytest.raises(UsageError, match="not followed"):
        drop(desk, ["https://post.example/feed"])


def test_the_python_api_looks_once(server: Server, desk: Desk, clock: Clock) -> None:
    told: list[Event] = []
    done = api.watch(desk, [f"{server.url}/feed"], plan=plan_of(clock), tell=told.append)
    assert (done.feeds, done.new, len(told)) == (1, 2, 3)
