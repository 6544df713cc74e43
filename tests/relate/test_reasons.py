from sayso.relate.reasons import Reason, in_words, listed

QUOTES = "quotes Coast Agency"


def test_outlets_that_quote_the_same_are_told_as_one() -> None:
    said = [Reason(f"{name} Post", QUOTES) for name in "abb"]
    assert in_words(said) == "a Post and b Post quote Coast Agency"


def test_each_way_to_a_source_is_told_by_itself() -> None:
    wired = [Reason(f"{name} Post", QUOTES, ("Corrie Wire", "Vale Wire")) for name in "bc"]
    assert in_words([Reason("a Post", QUOTES), *wired, Reason("d Post", "quotes its chief (X)")]) == (
        "a Post quotes Coast Agency; b Post and c Post, which credit Corrie Wire, which credits Vale Wire, "
        "quote Coast Agency; d Post quotes its chief (X)"
    )


def test_what_each_outlet_says_in_its_own_words_stays_its_own() -> None:
    own = [Reason(f"{name} Post", "says so in its own words") for name in "ab"]
    assert in_words(own) == "a Post says so in its own words; b Post says so in its own words"


def test_of_many_the_first_are_named() -> None:
    assert listed("abcde") == "a, b, c, d and e"
    assert listed("abcdefg") == "a, b, c, d and 3 others"
    assert listed("a") == "a"
