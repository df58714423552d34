"""Undoes what the layout did to an owner cell: words cut by narrow columns, and hyphens put in at line ends."""

import re
from itertools import pairwise

from normalise.owners.lexicon import is_acronym, is_word, lower_list, plain, singular, sorts, vocabulary, word_list

_ENDINGS = frozenset({"or", "al"})
"""Ends of cut words that are words by themselves: "Direct or"."""
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_SOFT_HYPHEN = re.compile("[\u0002\u00ad](?=[ \t]*\n|[ \t]+\\S|\\S)")
_HYPHEN_BREAK = re.compile(r"(?P<first>[^\W\d_][\w'’]*)[-‐]\s+(?P<second>[^\W\d_][\w'’]*)")
_WORDS = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"\([^()]*\)")


def mend(text: str) -> str:
    """The cell with whole words. Line breaks stay; letters are neither added nor reordered."""
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SOFT_HYPHEN.sub("-\n", text).replace("\u0002", "").replace("\u00ad", "")
    text = re.sub(r"[^\S\n]+", " ", text)
    text = re.sub(r" ?\n[ \n]*", "\n", text).strip()
    text = _BRACKETED.sub(lambda m: m.group().replace("\n", " "), text)
    text = _HYPHEN_BREAK.sub(_join_hyphen, text)
    return _join_cut_words(text)


def _join_hyphen(match: re.Match[str]) -> str:
    first, second = match["first"], match["second"]
    return first + second if is_layout_hyphen(first, second) else f"{first}-{second}"


def is_layout_hyphen(first: str, second: str) -> bool:
    """True where a hyphen at a line end was put in by the layout ("Regen- eration"), not written ("Vice- Mayor")."""
    if second[:1].isupper() and not first.isupper():
        return False
    if f"{plain(first)}-{plain(second)}" in vocabulary():
        return False
    if is_word(first + second):
        return True
    return second.islower() and plain(first) not in lower_list("hyphen_prefixes") and not is_word(first)


def _join_cut_words(text: str) -> str:
    """Joins neighbours that make one known word ("Plann ing"), longest first."""
    spans = list(_WORDS.finditer(text))
    cuts: set[int] = set()
    i = 0
    while i < len(spans):
        step = next((n for n in (4, 3, 2) if _is_cut_word(text, spans[i : i + n], n)), 1)
        cuts |= {spans[k].end() for k in range(i, i + step - 1)}
        i += step
    return "".join(c for k, c in enumerate(text) if k not in cuts)


def _is_cut_word(text: str, parts: list[re.Match[str]], count: int) -> bool:
    if len(parts) < count:
        return False
    gaps = [text[a.end() : b.start()] for a, b in pairwise(parts[:count])]
    if any(gap not in {" ", "\n"} for gap in gaps):
        return False
    words = [p.group() for p in parts[:count]]
    first, rest = words[0], words[1:]
    if count == 2 and len(rest[0]) == 1 and first + rest[0] in word_list("post_acronyms"):
        return first not in word_list("post_acronyms")
    joined = "".join(words)
    if not all(w.islower() for w in rest):
        return False
    if all(is_word(w) and len(w) > 1 for w in words):
        return rest[-1] in _ENDINGS and plain(joined) in vocabulary()
    if plain(joined) in vocabulary() or singular(plain(joined)) in vocabulary():
        return True
    if is_acronym(joined) and first.isupper():
        return bool(sorts(joined) & sorts(joined.upper())) and len(sorts(joined)) > 1
    return (
        count == 2
        and len(first) > 2
        and not is_word(first)
        and rest[0] in lower_list("fragments")
        and rest[0] not in lower_list("small_words")
    )
