from collections.abc import Iterator

import pytest
from tests.read.server import Answer, Server, redirect, running

from sayso.errors import FetchError, Stopped
from sayso.read.robots import parse
from sayso.read.visits import Memory, Site, Visits


class Clock:
    """Seconds that pass only when somebody rests."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.rests: list[float] = []

    def __call__(self) -> float:
        return self.now

    def rest(self, seconds: float) -> bool:
        self.rests.append(round(seconds, 1))
        self.now += seconds
        return True


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visits(clock: Clock) -> Visits:
    return Visits(Memory(), allow_private=True, clock=clock, rest=clock.rest)


def refused(visits: Visits, url: str) -> FetchError:
    with pytest.raises(FetchError) as error:
        visits.fetch(url)
    return error.value


def test_a_site_is_asked_for_its_rules_once_and_not_twice_in_a_few_seconds(
    server: Server, visits: Visits, clock: Clock
) -> None:
    server.pages |= {"/a": Answer(b"A."), "/b": Answer(b"B.")}
    assert visits.fetch(f"{server.url}/a").raw == b"A."
    assert visits.fetch(f"{server.url}/b").raw == b"B."
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/b"]
    assert clock.rests == [3.0, 3.0]
    assert visits.ready(f"{server.url}/c") == clock.now + 3
    assert visits.ready("https://other.example/") == 0


def test_the_rules_are_read_again_after_a_day(server: Server, visits: Visits, clock: Clock) -> None:
    server.pages["/a"] = Answer(b"A.")
    visits.fetch(f"{server.url}/a")
    clock.now += 86_500
    visits.fetch(f"{server.url}/a")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/robots.txt", "/a"]


def test_what_the_rules_forbid_is_not_asked_for(server: Server, visits: Visits) -> None:
    server.pages["/robots.txt"] = Answer(
        b"User-agent: sayso\nDisallow: /*/private\n\nUser-agent: *\nDisallow: /"
    )
    server.pages["/a"] = Answer(b"A.")
    assert visits.fetch(f"{server.url}/a").raw == b"A."
    error = refused(visits, f"{server.url}/a/private")
    assert error.refused
    assert "robots.txt" in str(error)
    assert server.paths() == ["/a"]


def test_what_the_rules_forbid_is_not_reached_by_a_redirect(server: Server, visits: Visits) -> None:
    server.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /b")
    server.pages |= {"/a": redirect("/b"), "/b": Answer(b"B.")}
    assert refused(visits, f"{server.url}/a").refused
    assert server.paths() == ["/a"]


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_site_without_rules_allows_all(server: Server, visits: Visits, status: int) -> None:
    server.pages |= {"/robots.txt": Answer(status=status), "/a": Answer(b"A.")}
    assert visits.fetch(f"{server.url}/a").raw == b"A."


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_cannot_tell_its_rules_is_left_alone(
    server: Server, visits: Visits, clock: Clock, status: int
) -> None:
    server.pages |= {"/robots.txt": Answer(status=status), "/a": Answer(b"A.")}
    assert "robots.txt" in str(refused(visits, f"{server.url}/a"))
    assert "left alone" in str(refused(visits, f"{server.url}/a"))
    assert len(server.asked) == 1
    server.pages["/robots.txt"] = Answer(b"")
    clock.now += 700
    assert visits.fetch(f"{server.url}/a").raw == b"A."


def test_a_site_says_how_often_it_may_be_asked_within_reason(
    server: Server, visits: Visits, clock: Clock
) -> None:
    server.pages |= {"/robots.txt": Answer(b"User-agent: *\nCrawl-delay: 20"), "/a": Answer(b"A.")}
    visits.fetch(f"{server.url}/a")
    assert clock.rests == [20.0]
    assert parse(b"User-agent: *\nCrawl-delay: 86400", "sayso").delay() == 60


@pytest.mark.parametrize(("wait", "least"), [("120", 120), (None, 600), ("9999999", 86_400)])
def test_a_site_that_wants_to_be_left_alone_is(
    server: Server, visits: Visits, clock: Clock, wait: str | None, least: float
) -> None:
    server.pages |= {"/a": Answer(b"", 429, {"Retry-After": wait} if wait else {}), "/b": Answer(b"B.")}
    refused(visits, f"{server.url}/a")
    assert visits.ready(f"{server.url}/b") == pytest.approx(clock.now + least)
    assert refused(visits, f"{server.url}/b").wait == pytest.approx(least)
    assert server.paths() == ["/a"]
    clock.now += least + 1
    assert visits.fetch(f"{server.url}/b").raw == b"B."


def test_a_private_site_is_refused_before_its_rules_are_asked_for(server: Server, clock: Clock) -> None:
    visits = Visits(Memory(), clock=clock, rest=clock.rest)
    assert refused(visits, f"{server.url}/a").refused
    assert server.asked == []


def test_waiting_can_be_stopped(server: Server, clock: Clock) -> None:
    visits = Visits(Memory(), allow_private=True, clock=clock, rest=lambda _: False)
    with pytest.raises(Stopped):
        visits.fetch(f"{server.url}/a")
    assert server.paths() == []


@pytest.mark.parametrize("robots", [
    b"".join(b"User-agent: a%d\n" % n for n in range(15_000)) + b"Disallow: /x\n" * 20_000,
    b"User-agent: *\nDisallow: /" + b"*a" * 200_000, b"\n" * 500_000 + b"x",
    b"User-agent: *\nDisallow: \xff\xfe\n",
    b"<html><body>Not found</body></html>", b"\x00" * 1000,
])  # fmt: skip
def test_no_rules_take_long_or_raise(robots: bytes) -> None:
    assert parse(robots, "sayso").allowed("https://post.example/" + "a" * 1000)


def test_what_is_known_of_a_site_is_kept_by_name(server: Server, visits: Visits) -> None:
    server.pages["/a"] = Answer(b"A.")
    visits.fetch(f"{server.url}/a")
    assert isinstance(visits.sites.site(server.url), Site)
