import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import bounded_xml, feeds
from sayso.read.entries import MOST_ENTRIES, Entry
from sayso.read.fragments import text
from sayso.read.inputs import read
from sayso.read.outlines import in_outline, in_page, is_outline

BODY = "<p>The ferry left Brenn at nine, the harbour master said.</p>" * 6
WHOLE = f"<content:encoded><![CDATA[{BODY}]]></content:encoded>"
MANY = " ".join(f"a{n}='x'" for n in range(100_000))
LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def rss(items: str, doctype: str = "") -> bytes:
    head = f'<?xml version="1.0" encoding="utf-8"?>{doctype}<rss version="2.0"'
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    channel = f"<channel><title>Brenn Post</title><language>en</language><ttl>30</ttl>{items}</channel>"
    return f"{head} {spaces}>{channel}</rss>".encode()


def item(number: int = 1, more: str = "", link: str | None = None) -> str:
    link = f"https://post.example/{number}?utm_source=feed" if link is None else link
    return f"<item><title>Ferry &amp;amp; port {number}</title><link>{link}</link>{more}</item>"


def only(raw: bytes) -> Entry:
    (entry,) = feeds.parse(raw, url="https://post.example/feed").entries
    return entry


def test_an_entry_of_rss_has_what_the_feed_says() -> None:
    more = (
        "<guid>a1</guid><pubDate>Sat, 14 Dec 2024 10:00:00 +0100</pubDate><dc:creator>Ana Ruiz</dc:creator>"
    )
    feed = feeds.parse(rss(item(1, f"{more}<description>&lt;p&gt;Short.&lt;/p&gt;</description>")))
    assert (feed.title, feed.pause) == ("Brenn Post", 1800)
    (entry,) = feed.entries
    assert entry == Entry(
        "a1", "https://post.example/1", "Ferry & port 1", "Sat, 14 Dec 2024 10:00:00 +0100",
        author="Ana Ruiz", outlet="Brenn Post", language="en", summary="Short.",
    )  # fmt: skip


def test_an_entry_of_atom_has_what_the_feed_says() -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title><entry><id>u:1</id>
    <title type="html">Ferry &amp;amp; port</title><link rel="alternate" href="/1"/>
    <author><name>Ana</name></author>
    <published>2024-12-14T10:00:00Z</published><updated>2024-12-15T10:00:00Z</updated>
    <source><title>Brenn Post</title></source>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""
    entry = only(atom.encode())
    assert (entry.link, entry.title, entry.outlet) == ("https://post.example/1", "Ferry & port", "Brenn Post")
    assert (entry.published, entry.updated) == ("2024-12-14T10:00:00Z", "2024-12-15T10:00:00Z")
    assert entry.text is not None
    assert entry.text.count("\n\n") == 5


def test_rdf_and_json_feeds_are_read() -> None:
    rdf = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel>
    <item><title>x</title><link>https://r.example/1</link><dc:date>2024-12-14</dc:date></item></rdf:RDF>"""
    assert (only(rdf).link, only(rdf).published) == ("https://r.example/1", "2024-12-14")
    one = {
        "id": "7",
        "url": "/7",
        "content_html": BODY,
        "authors": [{"name": "Ana"}],
        "date_published": "2024-12-14",
    }
    made = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [one, "junk", {}]}
    entry = feeds.parse(json.dumps(made).encode(), url="https://post.example/feed").entries[0]
    assert (entry.key, entry.link, entry.author, entry.outlet) == ("7", "https://post.example/7", "Ana", "J")
    assert (entry.text or "").startswith("The ferry left")


@pytest.mark.parametrize("more", [
    f"<content:encoded><![CDATA[{BODY}<p>Continue reading →</p>]]></content:encoded>",
    f"<content:encoded><![CDATA[{BODY}<p>The mayor said […]</p>]]></content:encoded>",
    f"<content:encoded><![CDATA[{BODY}<p>The mayor said...</p>]]></content:encoded>",
    "<content:encoded>The ferry left.</content:encoded>",
    "<description>The ferry left Brenn at nine, the harbour master said.</description>", "",
])  # fmt: skip
def test_a_beginning_is_not_taken_for_the_article(more: str) -> None:
    assert only(rss(item(1, more))).text is None


@pytest.mark.parametrize("more", [
    WHOLE,
    f"<content:encoded><![CDATA[{BODY}<p>“Nobody wants to read more,” she said.</p>]]></content:encoded>",
    f"<description><![CDATA[{BODY * 5}]]></description>",
])  # fmt: skip
def test_an_article_that_the_feed_carries_is_kept(more: str) -> None:
    assert "harbour master" in (only(rss(item(1, more))).text or "")


def test_a_file_gives_its_articles_and_a_problem_for_each_summary(tmp_path: Path) -> None:
    date = "<pubDate>Sat, 14 Dec 2024 10:00:00 +0100</pubDate>"
    (tmp_path / "feed.xml").write_bytes(rss(item(1, WHOLE + date) + item(2) + item(3, WHOLE, link="")))
    reading = read([str(tmp_path / "feed.xml")])
    assert [one.name for one in reading.items] == ["https://post.example/1", "feed.xml#3"]
    first = reading.items[0]
    assert (first.outlet, first.published, first.title) == (
        "Brenn Post", "Sat, 14 Dec 2024 10:00:00 +0100", "Ferry & port 1",
    )  # fmt: skip
    assert [one.rule for one in reading.problems] == ["summary-only"]
    assert "the article itself was not fetched: https://post.example/2" in reading.problems[0].message


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.xml", "a.txt", "a"])
def test_a_feed_is_told_by_its_bytes(tmp_path: Path, name: str) -> None:
    head = (
        '<?xml-stylesheet href="x.xsl"?>\n<!-- by hand --> <!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "x">'
    )
    (tmp_path / name).write_bytes(rss(item(1, WHOLE), head))
    assert len(read([str(tmp_path / name)]).items) == 1


def test_other_files_called_feeds_are_problems_or_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text("The ferry left.")
    (tmp_path / "b.rss").write_text("")
    (tmp_path / "c.rss").write_text("<svg><g/></svg>")
    (tmp_path / "d.rss").write_bytes(rss(""))
    reading = read([str(tmp_path)])
    assert [one.name for one in reading.items] == ["a.rss"]
    assert [one.rule for one in reading.problems] == ["empty", "no-feed", "nothing-readable"]


@pytest.mark.parametrize("doctype", [
    f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LOL}]>',
    f'<!DOCTYPE rss [<!ENTITY big "{"a" * 50_000}">]>',
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
    "<!DOCTYPE rss [<!ENTITY x ']'><!ENTITY y SYSTEM 'file:///etc/hostname'>]>",
    '<!doctype rss [<!entity x system "file:///etc/hostname">]>',
    "<!DOCTYPE rss [",
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(doctype: str, encoding: str) -> None:
    raw = rss("<item><title>&l9;&big;&x;</title></item>" + item(2), doctype).decode()
    feed = feeds.parse(raw.replace('encoding="utf-8"', "").encode(encoding))
    assert (feed.refused, feed.entries, [rule for rule, _ in feed.wrong]) == (True, (), ["xml-bomb"])


def test_entities_for_single_characters_are_no_bomb() -> None:
    feed = feeds.parse(
        rss("<item><title>A&nbsp;B &unknown; C</title></item>", '<!DOCTYPE r [<!ENTITY nbsp "&#160;">]>')
    )
    assert feed.entries[0].title == "A B &unknown; C"


def test_an_external_document_type_is_not_fetched() -> None:
    feed = feeds.parse(rss(item(1), '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">'))
    assert len(feed.entries) == 1


def test_a_feed_that_is_cut_off_loses_its_last_entry_and_says_so() -> None:
    whole = rss(item(1, WHOLE) + item(2, WHOLE) + item(3, WHOLE))
    feed = feeds.parse(whole[:-200])
    assert [entry.link for entry in feed.entries] == ["https://post.example/1", "https://post.example/2"]
    assert [rule for rule, _ in feed.wrong] == ["feed-cut"]
    assert not feeds.parse(whole + b"\n<!-- made in 0.2 s -->").wrong


def test_a_feed_of_a_hundred_thousand_entries_is_read_as_far_as_the_limit() -> None:
    began = time.monotonic()
    feed = feeds.parse(
        rss("".join(f"<item><link>https://post.example/{n}</link></item>" for n in range(100_000)))
    )
    assert time.monotonic() - began < 10
    assert (len(feed.entries), [rule for rule, _ in feed.wrong]) == (MOST_ENTRIES, ["feed-long"])
    assert "99,500 not" in feed.wrong[0][1]


@pytest.mark.parametrize("link", [
    "javascript:alert(1)", "file:///etc/hosts", "data:text/html,x", "mailto:a@b.example", "http://[", "", "ftp://a/b",
])  # fmt: skip
def test_a_link_that_leads_to_no_page_is_none(link: str) -> None:
    entry = feeds.parse(rss(item(1, link=link))).entries[0]
    assert entry.link is None
    assert [one.rule for one in feeds.read(rss(item(1, link=link)), "f").problems] == ["empty"]


@pytest.mark.parametrize("piece", [
    "<" * 300_000, "&" * 300_000, "<!--" * 100_000, "<![CDATA[" * 100_000, "<a>" * 100_000, "<a/>" * 300_000,
    f"<item {MANY}/>", f"<item>{'<a/>' * 300_000}</item>",
    f"<item><author>{'a.' * 200_000}</author></item>", f"<item><pubDate>{'1 ' * 200_000}</pubDate></item>",
    f"<item><link>http://{'[' * 200_000}</link></item>", f"<item><a:b:c>{'<a:>' * 1000}</a:b:c></item>",
    f"<item><description><![CDATA[{'<div>' * 200_000}]]></description></item>",
], ids=str.__len__)  # fmt: skip
def test_a_hostile_feed_takes_no_time(piece: str) -> None:
    began = time.process_time()
    feeds.parse(rss(piece + item(1)))
    assert time.process_time() - began < 10


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/![]-&;:\"'= aitemlnkrsCDT\0é", max_size=300), st.booleans())
def test_nothing_in_a_feed_raises(inside: str, whole: bool) -> None:
    raw = rss(inside) if whole else inside.encode()
    assert feeds.parse(raw).refused in {True, False}


@pytest.mark.parametrize("strange", [
    '<georss:where xmlns:georss="http://www.georss.org/georss">1</georss:where>',
    '<media:title xmlns:media="http://search.yahoo.com/mrss/">A photo</media:title>',
    '<itunes:summary xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">Sound</itunes:summary>',
    "<title><textInput><link>x</link></textInput></title>", "<enclosure length='x'/>",
    "<comments>x</comments>",
])  # fmt: skip
def test_what_is_not_read_of_a_feed_harms_nothing(strange: str) -> None:
    entry = only(rss(item(1, strange)))
    assert (entry.link, entry.summary) == ("https://post.example/1", "")
    assert (entry.title or "").startswith("Ferry & port 1")


def test_undeclared_prefixes_that_everybody_uses_are_understood() -> None:
    raw = f"<rss><channel><item>{WHOLE}<dc:creator>Ana</dc:creator></item></channel></rss>"
    assert "harbour master" in (only(raw.encode()).text or "")


def test_fields_without_end_are_cut() -> None:
    long = {"id": "x" * 5000, "title": "y" * 5000, "url": f"https://post.example/{'z' * 5000}"}
    entry = only(json.dumps({"items": [long]}).encode())
    assert (len(entry.key), len(entry.title or ""), entry.link) == (1000, 1000, None)


def test_an_unsafe_tree_is_not_built_even_where_the_document_type_hides() -> None:
    with pytest.raises(bounded_xml.Bomb):
        bounded_xml.tree(f'<!---->\n<?x?><!DOCTYPE rss [<!ENTITY l0 "lol">{LOL}]><rss>&l9;</rss>')


@pytest.mark.parametrize(("fragment", "wanted"), [
    ("<p>One<br>two &amp; <b>three</b></p><script>x()</script><p hidden>Four", "One\n\ntwo & three\n\nFour"),
    ("<figure><img><figcaption>The <i>ferry</i></figcaption></figure>Text", "Caption: The ferry\n\nText"),
    ("Plain text.\nSecond  line.", "Plain text.\n\nSecond line."), ("AT&amp;T", "AT&T"), ("", ""), ("<", ""),
])  # fmt: skip
def test_a_piece_of_html_becomes_text(fragment: str, wanted: str) -> None:
    assert text(fragment) == wanted or (fragment == "<" and text(fragment) in {"", "<"})


def test_an_outline_names_feeds() -> None:
    opml = b"""<?xml version="1.0"?><!-- x --><opml version="2.0"><body><outline text="News">
    <outline text="Post" type="rss" xmlUrl="https://post.example/feed"/><outline xmlurl="feed://wire.example/a"/>
    <outline xmlUrl="feed:https://post.example/b"/><outline xmlUrl="https://post.example/feed"/>
    <outline xmlUrl="file:///etc/hosts"/><outline text="no feed"/></outline></body></opml>"""
    assert is_outline(opml)
    assert in_outline(opml) == (
        "https://post.example/feed",
        "http://wire.example/a",
        "https://post.example/b",
    )
    assert in_outline(b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hosts">]><opml>&x;</opml>') is None
    assert not is_outline(rss(""))


def test_a_page_names_its_feeds() -> None:
    page = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/feed">
    <link rel="ALTERNATE" type="application/atom+xml" href="https://wire.example/atom">
    <link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="application/rss+xml" href="javascript:x">
    <link rel=stylesheet href=x></head><body></body></html>"""
    assert in_page(page, "https://post.example/news/") == (
        "https://post.example/feed",
        "https://wire.example/atom",
    )
    assert in_page(b"", "https://post.example/") == ()
