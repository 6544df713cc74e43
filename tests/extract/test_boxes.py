from tests.extract.facts_of import narrated, pieces, said, sources

BOX = "Mirela Anna KovarFerry owner denies the charges Five takeaways from the inquiry MORE"


def test_a_sentence_is_read_as_if_the_box_in_it_were_not_there() -> None:
    text = f"Sen. Mirela Kovar {BOX} (Lunde) said on Monday that the bridge was safe."
    (only,) = said(text)
    assert only.text == "that the bridge was safe"
    assert only.source is not None
    assert only.source.text == "Sen. Mirela Kovar"
    assert sources(text, only) == {"Mirela Kovar"}


def test_a_box_parts_what_is_said_and_stands_in_none_of_the_pieces() -> None:
    text = f"The mayor said on Monday that Mirela Kovar {BOX} had closed the bridge."
    (only,) = said(text)
    assert pieces(only, text) == ("that Mirela Kovar", "had closed the bridge")


def test_what_the_outlet_tells_leaves_the_box_out() -> None:
    text = f"The bridge was closed by Mirela Kovar {BOX} on Monday."
    (only,) = narrated(text)
    assert pieces(only, text) == ("The bridge was closed by Mirela Kovar", "on Monday")


def test_words_in_capitals_alone_are_no_box() -> None:
    text = "The mayor said that Mirela Kovar wanted MORE money."
    (only,) = said(text)
    assert pieces(only, text) == ("that Mirela Kovar wanted MORE money",)
