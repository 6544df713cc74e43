from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare import make

from sayso import api
from sayso.present import atom
from sayso.present.changes import view
from sayso.present.views.changes import ChangeView, Said

HOSTILE = "]]> <script>alert(1)</script> &amp; \x00\x08\ud800\uffff \u202e \x85 " + "\"'<!--"


def changes() -> tuple[ChangeView, ...]:
    earlier, later = make.before(), make.after()
    return view(earlier, later, api.changes(earlier, later))


def test_a_feed_reader_reads_it_back() -> None:
    made = atom.of_files(make.after(), changes(), everything=True)
    feed = make.read_back(made)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert len(feed.entries) == len(changes())
    assert feed.entries[0].title.endswith(changes()[0].text)
    assert "Orvelle fire brigade" in feed.entries[0].content[0].value


def test_it_has_all_that_the_standard_wants() -> None:
    feed = ElementTree.fromstring(atom.of_files(make.after(), changes()))
    name = f"{{{atom.NAMESPACE}}}"
    for node in (feed, *feed.findall(f"{name}entry")):
        for child in ("id", "title", "updated"):
            assert len(node.findall(f"{name}{child}")) == 1
    assert feed.find(f"{name}author/{name}name") is not None
    ids = [node.text for node in feed.iter(f"{name}id")]
    assert len(set(ids)) == len(ids)
    assert all(str(one).startswith("urn:uuid:") for one in ids)


def test_the_newest_article_gives_the_time_and_none_is_made_up() -> None:
    assert atom.newest(make.after()) == "2019-03-05T00:00:00Z"
    undated = [replace(one, published=None, updated=None) for one in make.after().reports]
    assert atom.newest(replace(make.after(), reports=tuple(undated))) == atom.UNDATED


def test_trifles_are_left_out_unless_asked_for() -> None:
    minor = tuple(replace(one, minor=True) for one in changes())
    assert not make.read_back(atom.of_files(make.after(), minor)).entries
    assert make.read_back(atom.of_files(make.after(), minor, everything=True)).entries


def test_the_same_changes_give_the_same_bytes() -> None:
    assert atom.of_files(make.after(), changes()) == atom.of_files(make.after(), changes())


@settings(deadline=None)
@given(st.text() | st.just(HOSTILE))
def test_nothing_in_a_text_can_break_it(text: str) -> None:
    one = ChangeView("id", text, "New", text, (Said("+", text, text),), (text,), 1.0, False)
    made = atom.of_files(replace(make.after(), title=text), [one])
    feed = make.read_back(made)
    assert not feed.bozo
    assert len(feed.entries) == 1
    assert "<script" not in feed.entries[0].content[0].value
    assert "\u202e" not in made.decode("utf-8")
