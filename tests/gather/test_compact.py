from random import Random

from tests.run.test_gathering import corpus

from sayso.embed import embed
from sayso.gather.compact import Words, compact, likenesses, read
from sayso.gather.likeness import likeness
from sayso.gather.profiles import packed, profiles


def test_arrays_give_the_likeness_of_each_pair_to_the_last_digit() -> None:
    found = profiles(corpus(2, 25), embed)
    words = Words()
    made = [compact(one, words) for one in found]
    for one, small in zip(found, made, strict=True):
        assert list(likenesses(small, made, words)) == [likeness(one, other) for other in found]


def test_what_is_read_back_is_as_alike_whatever_words_were_met_before() -> None:
    found = profiles(corpus(4, 12), embed)
    random = Random(1)
    for one in found:
        words = Words()
        others = random.sample(found, len(found))
        small = compact(one, words)
        back = [read(packed(other), words) for other in others]
        assert list(likenesses(small, back, words)) == [likeness(one, other) for other in others]
