"""Dutch text: stems, terms in a text, differences, small words."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.kern import taal

TERMS = {taal.term_key(term): term for term in ("eigen kracht", "kracht", "integraal werken", "normaliseren")}


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.value) for span in taal.find_terms(text, TERMS)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schulden", "schuld"),
        ("gezinnen", "gezin"),
        ("bellen", "bel"),
        ("integrale", "integraal"),
        ("Krachten", "kracht"),
        ("geïntegreerde", "GEINTEGREERDE"),
        ("foto's", "foto"),
        ("foto\u2019s", "foto"),
        ("e\u0301e\u0301n", "één"),
    ],
)
def test_words_that_search_holds_for_the_same(one: str, other: str) -> None:
    assert taal.stem_word(one) == taal.stem_word(other)


def test_different_words_keep_different_stems() -> None:
    words = ["schuld", "school", "kracht", "karakter", "werk", "wijk", "gezin", "gezond"]
    assert len({taal.stem_word(word) for word in words}) == len(words)


def test_stems_know_their_place() -> None:
    text = "Wat is 'eigen kracht'?"
    assert [text[token.start : token.end] for token in taal.stems(text)] == ["Wat", "is", "eigen", "kracht"]


def test_text_for_search_leaves_common_words_out_but_never_everything() -> None:
    assert taal.stem_text("Wat is de eigen kracht van een gezin?") == "eig kracht gezin"
    assert taal.stem_text("Wie is zij?") == "wie is zij"
    assert taal.stem_text("zo niet") == "niet"
    assert taal.stem_text(" … ") == ""


def test_a_question_finds_the_text_it_was_taken_from() -> None:
    text = set(taal.stem_text("Zo krijgen gezinnen met schulden hun eigen krachten terug").split())
    assert set(taal.stem_text("de schuld van het gezin").split()) <= text


def test_threads_do_not_mix_their_words() -> None:
    words = [
        f"{start}{end}" for start in ("norm", "kracht", "schuld") for end in ("en", "aliseren", "ige")
    ] * 40
    taal.stem_word.cache_clear()
    one_by_one = [taal.stem_word(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        taal.stem_word.cache_clear()
        assert list(pool.map(taal.stem_word.__wrapped__, words)) == one_by_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uitgaan van eigen kracht.", [("eigen kracht", "eigen kracht")]),
        ("Eigen krachten en kracht", [("Eigen krachten", "eigen kracht"), ("kracht", "kracht")]),
        ("eigen kracht, nog eens eigen kracht", [("eigen kracht", "eigen kracht")]),
        ("Iets eigen. Kracht is er", [("Kracht", "kracht")]),
        ("eigen\n  kracht", [("eigen\n  kracht", "eigen kracht")]),
        ("Integraal-werken", [("Integraal-werken", "integraal werken")]),
        ("daadkrachtig krachtwijk eigenkracht", []),
        ("werken, integraal", []),
        ("", []),
    ],
)
def test_terms_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_longest_term_wins_also_when_both_begin_with_the_same_word() -> None:
    terms = {taal.term_key(term): term for term in ("eigen", "eigen kracht", "eigen kracht eerst")}
    assert [it.value for it in taal.find_terms("eigen kracht en eigen regie", terms)] == [
        "eigen kracht",
        "eigen",
    ]


@given(
    st.lists(
        st.sampled_from(["eigen", "kracht", "Krachten", "integraal", "werken", "niet", ".", "\n"]),
        max_size=25,
    )
)
def test_terms_never_overlap_come_once_and_stand_on_whole_words(words: list[str]) -> None:
    text = " ".join(words)
    spans = taal.find_terms(text, TERMS)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert len({span.value for span in spans}) == len(spans)
    for span in spans:
        assert taal.term_key(text[span.start : span.end]) == taal.term_key(span.value)
    # Oracle for the longest term: the two words are neighbours somewhere, a line end does not part them.
    visible = [word for word in words if word != "\n"]
    pairs = [pair for pair in pairwise(visible) if pair[0] == "eigen" and "racht" in pair[1]]
    assert any(span.value == "eigen kracht" for span in spans) == bool(pairs)


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(span.kind, span.text) for span in taal.diff_words(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("een twee", "een twee", [("same", "een twee")]),
        ("een twee", "een twee drie", [("same", "een twee"), ("new", " drie")]),
        ("a b c d", "a x y d", [("same", "a "), ("gone", "b c"), ("new", "x y"), ("same", " d")]),
        ("doen.", "leven.", [("gone", "doen"), ("new", "leven"), ("same", ".")]),
        ("", "nieuw", [("new", "nieuw")]),
        ("weg", "", [("gone", "weg")]),
        ("", "", []),
    ],
)
def test_difference_word_by_word(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert changes(old, new) == expected


texts = st.lists(st.sampled_from(["een", "twee", "drie", " ", "  ", "\n", ".", ", "]), max_size=30).map(
    "".join
)


@given(texts | st.text(max_size=40), texts | st.text(max_size=40))
def test_same_and_new_are_the_new_text_same_and_gone_the_old(old: str, new: str) -> None:
    spans = taal.diff_words(old, new)
    assert "".join(span.text for span in spans if span.kind != "gone") == new
    assert "".join(span.text for span in spans if span.kind != "new") == old
    assert all(span.text for span in spans)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Samen in Oost", "samen-in-oost"),
        ("Werk & inkomen", "werk-en-inkomen"),
        ("Eén gezin, één plan", "een-gezin-een-plan"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Foto's", "fotos"),
        ("…", ""),
        ("woord " * 20, "woord-" * 9 + "woord"),
        ("a" * 80, "a" * 60),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert taal.slugify_nl(text) == slug


@given(st.text())
def test_a_slug_is_safe_in_an_address_and_stays_the_same(text: str) -> None:
    slug = taal.slugify_nl(text)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert len(slug) <= 60
    assert taal.slugify_nl(slug) == slug


def test_numbers_in_words_up_to_twelve() -> None:
    assert [taal.number_word(number) for number in (0, 1, 3, 12, 13, -1)] == [
        "nul",
        "een",
        "drie",
        "twaalf",
        "13",
        "-1",
    ]


def test_greeting() -> None:
    assert [taal.greeting(hour) for hour in (0, 5, 6, 11, 12, 17, 18, 23)] == [
        *("goedenacht", "goedenacht", "goedemorgen", "goedemorgen"),
        *("goedemiddag", "goedemiddag", "goedenavond", "goedenavond"),
    ]
    with pytest.raises(ValueError, match="24"):
        taal.greeting(24)
