"""Takes out of an owner cell what is no part of a name: labels, bullets, item numbers, telephones, marks."""

import re
from functools import lru_cache

from normalise.owners.lexicon import lower_list, plain

BREAK = "•"
"""The sign that stands for a certain boundary between owners, in place of a bullet or an item number."""

_BULLETS = re.compile("[•▪●◦·‣■□◾◆✓✔➢➤►\uf0b7\uf0a7\uf0fc\uf0d8]+")
_DASH_BULLET = re.compile(r"(?:^|(?<=\n))[-–—]\s+")
_ITEM = re.compile(r"(?:^|(?<=\s))\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})[.)]\s*(?=[A-Z(])")
_PHONE = re.compile(
    r"[-–,]?\s*\(?\b(?:tel(?:ephone)?|phone|mob(?:ile)?|extn?|x)[.:]?\s*\(?\d[\d ()-]*\)?|"
    r"\(?\b\d[\d ]{3,}\d\b\)?|\S{1,64}@\S{1,64}",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"[*†‡#¹²³⁴]+|(?<=[a-z]{4})\d{1,2}\b")
_QUOTED = re.compile(r"^[\"'`´]+|[\"'`´]+$")
_BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_MARK_START = re.compile(
    r"(?:from|until|till|since|to be|once|when|if|currently|subject to|starts?|joins|left|on|pending|awaiting|as of)"
    r"\b.*"
)
_SUPPORT_IN_BRACKETS = re.compile(
    r"\(((?:with|supported by|assisted by|in \w+ with|working with)\s[^()]*)\)", re.IGNORECASE
)
_PARTNERS = re.compile(r"\b(partners|partner agencies|partner organisations)\s*\(([^()]*)\)", re.IGNORECASE)
_LEADING_MARK = re.compile(r"^(?:vacant|vacancy|tb[acd])\s*[-–:]?\s*(?=\()", re.IGNORECASE)
_TRAILING_MARK = re.compile(r"\s*[-–,:]?\s*\b(?:TBC|TBA|TBD|T\.B\.C\.?|tbc|tba|vacant|Vacant)(?=\s*(?:$|[\n,;/•]))")


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    labels, dashed = _any_of("labels"), _any_of("labels_dashed")
    start = r"(?:^|(?<=[\n;•])|(?<=[;,.•] ))\s*"
    return re.compile(rf"{start}(?:{labels}\s*(?:\(s\))?\s*:|{dashed}\s*[-–—](?=\s))\s*", re.IGNORECASE)


def _any_of(name: str) -> str:
    entries = sorted(lower_list(name), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in entries) + ")"


def clear(text: str) -> str:
    """The cell without clutter. Bullets and item numbers leave BREAK behind."""
    text = _BULLETS.sub(BREAK, text)
    text = _DASH_BULLET.sub(BREAK, text)
    if _ITEM.match(text):
        text = _ITEM.sub(BREAK, text)
    text = _PHONE.sub(" ", text)
    text = _FOOTNOTE.sub("", text)
    text = _PARTNERS.sub(r"\1: \2", text)
    text = _SUPPORT_IN_BRACKETS.sub(r"\1", text)
    text = _LEADING_MARK.sub("", text)
    text = _BRACKETS.sub(lambda m: "" if is_mark(m.group(1)) else m.group(), text)
    text = _label_pattern().sub("", text)
    text = _TRAILING_MARK.sub("", text)
    text = _QUOTED.sub("", text.strip())
    return _unwrap(text.strip())


def is_mark(text: str) -> bool:
    """True where words in brackets say something of the owner and are no part of the name: "lead", "from April"."""
    words = " ".join(plain(text).strip(" .?").split())
    return not words or words in lower_list("marks") or bool(_MARK_START.fullmatch(words))


def _unwrap(text: str) -> str:
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1 and text.count(")") == 1:
        return text[1:-1].strip()
    return text
