"""Dutch text: stems for search and for words in a text, what is new between two texts, small words."""

import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Generic, Literal, TypeVar

import snowballstemmer

T = TypeVar("T")

# A word: letters and digits, accents that were typed as separate marks, and the 's of foto's.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’]s(?![^\W_]))?")
_DOUBLED_END = re.compile(
    r"([bcdfghjklmnpqrstvwxz])\1$"
)  # gezinn(en) is gezin; the stemmer knows only kk dd tt
_NUMBER = re.compile(
    r"[0-9]+[a-z]{0,2}"
)  # too short after the digits for the stemmer, which is slow: it stays so
_BETWEEN_WORDS_OF_A_TERM = re.compile(r"[\s\-\u2010\u2011]+")
_DIFF_UNIT = re.compile(r"\s+|\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
MOST_WORK = 90_000  # pairs of words compared in one go: about 150 words against 150
_NO_DECOMPOSITION = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})

# Too common to search for. Negations stay: "zo niet" and "zo wel" mean different things here.
_COMMON = """
aan als bij dan dat de den der des deze die dit door een en er haar had heb hebben heeft hem het hij hoe
hun ik in is je jij jou jouw kan maar me mee met mij mijn na naar nog of om onder ons onze ook op over
te tegen toch toen tot u uit uw van voor want was wat we wel wij wie zal ze zich zij zijn zo zou
"""
STOPWORDS = frozenset(_COMMON.split())

_local = threading.local()


@dataclass(frozen=True, slots=True)
class Token:
    """A word in a text: characters start up to end, and its stem."""

    start: int
    end: int
    stem: str


@dataclass(frozen=True, slots=True)
class TermSpan(Generic[T]):
    """Where a term stands in a text: characters start up to end, and what belongs to the term."""

    start: int
    end: int
    value: T


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """A piece of text that is the same in both versions, new in the later or gone from the earlier."""

    kind: Literal["same", "new", "gone"]
    text: str


def fold(text: str) -> str:
    """Lower case without accents: 'Één' and 'een' become equal."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(_NO_DECOMPOSITION)


@lru_cache(maxsize=20_000)
def stem_word(word: str) -> str:
    """The stem of one word. dutch_porter, because the newer 'dutch' turns schulden into schul."""
    bare = fold(re.sub(r"['’]s$", "", word))
    return _DOUBLED_END.sub(r"\1", bare if _NUMBER.fullmatch(bare) else _stemmed(bare))


def _stemmed(word: str) -> str:
    # A stemmer keeps the word in itself while it works, so threads must not share one.
    if not hasattr(_local, "stemmer"):
        _local.stemmer = snowballstemmer.stemmer("dutch_porter")
    return str(_local.stemmer.stemWord(word))


@lru_cache(maxsize=20_000)
def _is_common(word: str) -> bool:
    return fold(word) in STOPWORDS


def stems(text: str) -> list[Token]:
    """Every word of the text with its place and stem."""
    return [Token(found.start(), found.end(), stem_word(found.group())) for found in _WORD.finditer(text)]


def stem_text(text: str) -> str:
    """Stems with a space between, for the search index and for a query alike.

    Stopwords are left out, unless there is nothing else.
    """
    words = _WORD.findall(text)
    kept = [word for word in words if not _is_common(word)] or words
    return " ".join(stem_word(word) for word in kept)


def term_key(term: str) -> tuple[str, ...]:
    """The key of a term for `find_terms`: 'Eigen kracht' gives ('eig', 'kracht')."""
    return tuple(token.stem for token in stems(term))


def find_terms(text: str, terms: Mapping[tuple[str, ...], T]) -> list[TermSpan[T]]:
    """The first place of each term, in order of the text; keys come from `term_key`.

    The longest term wins, spans never overlap, and the words of a term stand next to one another
    in one sentence. A later occurrence is passed over whole: in the second 'eigen kracht' the term
    'kracht' is not found either.
    """
    keys_by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted((key for key in terms if key), key=len, reverse=True):
        keys_by_first.setdefault(key[0], []).append(key)
    tokens, seen, found, index = stems(text), set[tuple[str, ...]](), list[TermSpan[T]](), 0
    while index < len(tokens):
        key = _term_at(text, tokens, index, keys_by_first.get(tokens[index].stem, []))
        if key and key not in seen:
            seen.add(key)
            found.append(TermSpan(tokens[index].start, tokens[index + len(key) - 1].end, terms[key]))
        index += len(key) or 1
    return found


def _term_at(text: str, tokens: list[Token], index: int, keys: list[tuple[str, ...]]) -> tuple[str, ...]:
    for key in keys:
        here = tokens[index : index + len(key)]
        gaps = (text[left.end : right.start] for left, right in pairwise(here))
        if tuple(token.stem for token in here) == key and all(map(_BETWEEN_WORDS_OF_A_TERM.fullmatch, gaps)):
            return key
    return ()


def diff_words(old: str, new: str) -> list[DiffSpan]:
    """What is the same, gone and new, word by word, in reading order; gone comes before new.

    Same and new together are the new text, same and gone the old one. A longer text is compared sentence by
    sentence first, and word by word only inside what changed: the work would grow with the cube of its length.
    """
    spans: list[DiffSpan] = []
    gone = fresh = ""
    for before, after, same in _diff_steps(old, new):
        # A lone space between two changes would break one change into crumbs.
        if same and (before.strip() or not (gone or fresh)):
            spans += _change(gone, fresh)
            gone = fresh = ""
            spans.append(DiffSpan("same", before))
        else:
            gone, fresh = gone + before, fresh + after
    return _joined(spans + _change(gone, fresh))


def _diff_steps(old: str, new: str) -> Iterator[tuple[str, str, bool]]:
    before, after = _DIFF_UNIT.findall(old), _DIFF_UNIT.findall(new)
    if len(before) * len(after) <= MOST_WORK:
        yield from _matched(before, after)
        return
    for gone, fresh, same in _matched(_SENTENCE.findall(old), _SENTENCE.findall(new)):
        before, after = _DIFF_UNIT.findall(gone), _DIFF_UNIT.findall(fresh)
        if same or len(before) * len(after) > MOST_WORK:
            yield gone, fresh, same
        else:
            yield from _matched(before, after)


def _matched(before: list[str], after: list[str]) -> Iterator[tuple[str, str, bool]]:
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        yield "".join(before[i1:i2]), "".join(after[j1:j2]), kind == "equal"


def _change(gone: str, fresh: str) -> list[DiffSpan]:
    """One change as gone and new; a space that both end with is the same in both."""
    if gone == fresh:
        return [DiffSpan("same", gone)] if gone else []
    kept = _shared_space(gone, fresh)
    if kept:
        gone, fresh = gone[: -len(kept)], fresh[: -len(kept)]
    spans = [DiffSpan("gone", gone), DiffSpan("new", fresh), DiffSpan("same", kept)]
    return [span for span in spans if span.text]


def _shared_space(gone: str, fresh: str) -> str:
    tails = [text[len(text.rstrip()) :] for text in (gone, fresh)]
    return tails[0] if tails[0] == tails[1] else ""


def _joined(spans: list[DiffSpan]) -> list[DiffSpan]:
    joined: list[DiffSpan] = []
    for span in spans:
        if joined and joined[-1].kind == span.kind == "same":
            joined[-1] = DiffSpan("same", joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined


def slugify_nl(text: str, max_length: int = 60) -> str:
    """A piece of an address: 'Werk & inkomen' gives 'werk-en-inkomen'; cut at a word; may be empty."""
    slug = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b", "s", fold(text)).replace("&", " en ")))
    if len(slug) <= max_length:
        return slug
    cut = slug[: max_length + 1].rpartition("-")[0]
    return cut or slug[:max_length]


_NUMBERS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes"),
    *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
)


def number_word(number: int) -> str:
    """Dutch words up to twaalf ('drie dingen'), figures from there and below zero."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def greeting(hour: int) -> str:
    """Code of the greeting for an hour of the Dutch day (0-23). Raises ValueError outside it."""
    if not 0 <= hour <= 23:
        raise ValueError(f"no hour of the day: {hour}")
    return ("goedenacht", "goedemorgen", "goedemiddag", "goedenavond")[hour // 6]
