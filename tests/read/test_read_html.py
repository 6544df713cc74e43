import time

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.report import Received
from sayso.read.html import read

BODY = "".join(
    f"<p>The harbour master said on day {number} that the ferry had left port on time with a full crew.</p>"
    for number in ("one", "two", "three", "four")
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Ferry leaves | Harbour Watch</title>
<meta property="og:site_name" content="Harbour Watch"><meta property="og:title" content="Ferry leaves">
<meta name="author" content="Ana Ruiz">
<link rel="canonical" href="https://www.harbour.example/ferry?utm_source=x">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-05-02T10:11:00+02:00",
"dateModified": "2024-05-03"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry leaves</h1>
<figure><img src="a.jpg"><figcaption>The ferry at the quay on Monday. Photo: Jan Sol</figcaption></figure>
{BODY}</article><footer>© Harbour Watch</footer></body></html>"""


def item(page: str | bytes, url: str | None = None) -> Received:
    raw = page.encode() if isinstance(page, str) else page
    (found,) = read(raw, "page.html", url=url).items
    return found


def test_metadata_is_given_as_found() -> None:
    found = item(PAGE)
    assert (found.title, found.outlet, found.byline, found.language) == (
        "Ferry leaves", "Harbour Watch", "Ana Ruiz", "en-GB")  # fmt: skip
    assert (found.published, found.updated) == ("2024-05-02T10:11:00+02:00", "2024-05-03")


def test_the_canonical_url_is_taken_without_tracking() -> None:
    assert item(PAGE).url == "https://www.harbour.example/ferry"


def test_a_fetched_page_cannot_claim_another_host() -> None:
    assert item(PAGE, "https://evil.example/x").url == "https://evil.example/x"


def test_paragraphs_are_parted_and_the_furniture_is_gone() -> None:
    paragraphs = item(PAGE).text.split("\n\n")
    assert sum(part.startswith("The harbour master") for part in paragraphs) == 4
    assert not any("Home" in part or "©" in part for part in paragraphs)


def test_a_caption_is_kept_in_its_place() -> None:
    paragraphs = item(PAGE).text.split("\n\n")
    caption = paragraphs.index("Caption: The ferry at the quay on Monday. Photo: Jan Sol")
    assert paragraphs[caption + 1].startswith("The harbour master said on day one")


def test_a_page_without_an_article_is_a_problem_that_names_it() -> None:
    reading = read(b"<html><body><script>x()</script></body></html>", "page.html")
    assert [(problem.rule, problem.name) for problem in reading.problems] == [("no-article", "page.html")]


def test_the_declared_charset_is_used() -> None:
    page = (
        PAGE.replace("<head>", '<head><meta charset="koi8-r">')
        .replace("Ferry leaves", "Паром ушёл")
        .replace("©", "")
    )
    assert item(page.encode("koi8-r")).title == "Паром ушёл"


def test_broken_linked_data_is_passed_over() -> None:
    assert item(PAGE.replace('"2024-05-03"}', '"2024-05-03"')).published is not None


def test_a_time_element_dates_a_page_without_other_metadata() -> None:
    page = f'<html><body><article><time datetime="2024-05-02">2 May</time>{BODY}</article></body></html>'
    assert item(page).published == "2024-05-02"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(raw: bytes) -> None:
    read(raw, "x.html")
    read(b"<html><body><p>" + raw + b"</p>", "x.html")


def test_a_page_of_too_many_elements_is_read_as_far_as_the_limit() -> None:
    article = b"<p>The ferry left the port of Brenn on Monday, the harbour master said.</p>" * 5
    began = time.process_time()
    reading = read(b"<html><body><article>" + article + b"<i>x</i>" * 200_000 + b"</article>", "a.html")
    assert time.process_time() - began < 30
    assert [problem.rule for problem in reading.problems] == ["cut"]
    assert "harbour master" in reading.items[0].text
