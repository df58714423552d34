"""Tokens of a cell to items by the word list; words cut in two and misspelt months are mended here."""

from spacy.tokens import Doc, Token

from normalise.deadlines.lexicon import Item, words
from normalise.deadlines.rewrite import ITEMS

MENDED = {"month", "often", "ongoing", "done", "season", "quarter_word", "week_word", "month_word"}
"""Kinds of words worth putting together again from two pieces."""

FUZZY_LENGTH = 6
FIRST_YEAR, LAST_YEAR = 1980, 2099


def name_tokens(doc: Doc) -> Doc:
    """Give each token its kind and value."""
    items: dict[int, Item] = doc.user_data[ITEMS]
    pieces = _cut_words(doc)
    if pieces:
        with doc.retokenize() as retokenizer:
            for start, end, _ in pieces:
                retokenizer.merge(doc[start:end])
    mended = {
        doc[start - sum(e - s - 1 for s, e, _ in pieces[:n])].idx: item for n, (start, _, item) in enumerate(pieces)
    }
    for token in doc:
        item = mended.get(token.idx) or _item(token)
        if item is not None:
            items[token.idx] = item
            token.ent_type_ = item.kind
    return doc


def _item(token: Token) -> Item | None:
    text = token.text
    if text.isdecimal() and text.isascii():
        if len(text) <= 2:
            return Item("digits", text, int(text))
        if len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return Item("year4", text, int(text))
        return Item("figure", text)
    listed = words().get(text.lower())
    if listed is None:
        return _misspelt_month(token)
    if text == "may" and not _beside_figures(token):
        return None
    return Item(listed.kind, text, listed.value)


def _beside_figures(token: Token) -> bool:
    doc, i = token.doc, token.i
    return any(0 <= j < len(doc) and doc[j].text.isdecimal() for j in (i - 2, i - 1, i + 1, i + 2))


def _cut_words(doc: Doc) -> list[tuple[int, int, Item]]:
    """Places where two pieces make a listed word that is none by itself ("Septem ber", "Finalize d", "Quarter- ly")."""
    known = words()
    found: list[tuple[int, int, Item]] = []
    i = 0
    while i < len(doc) - 1:
        step = (
            2
            if doc[i + 1].text == "-" and i + 2 < len(doc) and doc[i + 1].whitespace_ and not doc[i].whitespace_
            else 1
        )
        if doc[i].is_alpha and i + step < len(doc) and doc[i + step].is_alpha:
            parts = doc[i].text.lower(), doc[i + step].text.lower()
            listed = known.get("".join(parts))
            if listed and listed.kind in MENDED and not all(part in known for part in parts):
                found.append((i, i + step + 1, Item(listed.kind, "".join(parts), listed.value)))
                i += step
        i += 1
    return found


def _misspelt_month(token: Token) -> Item | None:
    """A long month's name with up to two letters wrong, or a short one's letters in another order, beside figures."""
    word = token.text.lower()
    if len(word) < 4 or not token.is_alpha or not _beside_figures(token):
        return None
    for name, item in words().items():
        if item.kind != "month" or len(name) < 4 or name[0] != word[0]:
            continue
        if sorted(name) == sorted(word) or (
            len(name) >= FUZZY_LENGTH and _distance(name, word) <= (2 if len(name) > 6 else 1)
        ):
            return Item("month", token.text, item.value)
    return None


def _distance(a: str, b: str) -> int:
    """Letters to add, drop or change (Levenshtein, 1966)."""
    if abs(len(a) - len(b)) > 2:
        return 3
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]
