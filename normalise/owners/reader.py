"""An owner cell to its owners: a spaCy pipeline whose components are the rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from models import Owner, OwnerKind, OwnerPart
from normalise.owners.capitals import usual_case
from normalise.owners.clutter import clear
from normalise.owners.holders import holder_of
from normalise.owners.joining import join_pieces
from normalise.owners.kinds import kinds
from normalise.owners.lexicon import word_list
from normalise.owners.line_breaks import line_cuts
from normalise.owners.mending import mend
from normalise.owners.nobody import after_ditto, is_ditto, names_nobody
from normalise.owners.parts import parts
from normalise.owners.phrases import Word
from normalise.owners.pieces import Piece, split
from normalise.owners.tokens import OwnerTokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_EDGES = ' \t\n,;:/&+|•–—"“”`'
_LONGEST_CELL = 2000
"""Cells of more characters than this are prose, which names no owners."""


def read_owners(text: str) -> list[Owner]:
    """The owners of one cell in the order printed; none where the cell names nobody or repeats the row above."""
    if len(text) > _LONGEST_CELL:
        return []
    text = mend(text)
    if is_ditto(text) or names_nobody(text):
        return []
    cleared = clear(after_ditto(text) or text)
    if names_nobody(cleared):
        return []
    return list(_owners(_pipeline()(usual_case(cleared)), cleared))


def _owners(doc: Doc, printed: str) -> Iterator[Owner]:
    for span in doc.spans["owners"]:
        name = _name(printed[span.start_char : span.end_char])
        if any(c.isalnum() for c in name):
            kind, person = OwnerKind(span.label_), holder_of(name, OwnerKind(span.label_))
            yield Owner(name=name, kind=kind, part=OwnerPart(span.id_), person=person, rule=span.kb_id_)


def _name(text: str) -> str:
    """The name as printed: line breaks and edges gone, no "the", no final full stop but that of an abbreviation."""
    name = " ".join(text.split()).strip(_EDGES)
    if name.startswith("the ") and len(name) > 4:
        name = name[4:]
    if name.endswith(".") and not _ends_in_abbreviation(name):
        name = name[:-1]
    return name


def _ends_in_abbreviation(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1][:-1]
    return len(last) == 1 or last.lower() in word_list("abbreviations") or "." in last


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    """The pipeline on a blank English model: words, known phrases, owners."""
    import spacy  # noqa: PLC0415  takes over a second
    from spacy.language import Language  # noqa: PLC0415

    Language.component("owner_spans", func=_owner_spans)
    nlp = spacy.blank("en")
    nlp.tokenizer = OwnerTokenizer(nlp.vocab)
    ruler: Any = nlp.add_pipe("span_ruler", config={"spans_key": "phrases", "phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(_phrase_patterns())
    nlp.add_pipe("owner_spans")
    return nlp


def _phrase_patterns() -> list[dict[str, str]]:
    patterns: list[dict[str, str]] = []
    for label, name in (("SUPPORT", "support_words"), ("JOIN", "join_words")):
        patterns += [{"label": label, "pattern": entry} for entry in sorted(word_list(name))]
    for entry in sorted(word_list("field_phrases") | word_list("organisation_names")):
        if " and " in entry:
            both = (entry, entry.replace(" and ", " & "))
            patterns += [{"label": "FIELD", "pattern": spelling} for spelling in both]
    return patterns


def _owner_spans(doc: Doc) -> Doc:
    """The last component: known phrases and signs -> doc.spans["owners"], labelled with kind, part and rule."""
    words = _words(doc)
    cuts = line_cuts(words)
    words = [w for w in words if w.text != "\n"]
    pieces = [p for p in join_pieces(split(words, cuts)) if not names_nobody(" ".join(w.text for w in p.words))]
    spans = [
        _span(doc, piece, kind, part, rule)
        for piece, part, (kind, rule) in zip(pieces, parts(pieces), kinds(pieces), strict=True)
    ]
    doc.spans["owners"] = spans
    return doc


def _words(doc: Doc) -> list[Word]:
    from spacy.util import filter_spans  # noqa: PLC0415

    spans = [s for s in doc.spans["phrases"] if s.label_ != "JOIN" or s.text.islower()]  # "Jobcentre Plus" is a name
    labels = {t.i: s.label_ for s in filter_spans(spans) for t in s}
    return [Word(t.text, t.idx, t.idx + len(t.text), labels.get(t.i, "")) for t in doc]


def _span(doc: Doc, piece: Piece, kind: OwnerKind, part: OwnerPart, rule: str) -> Any:
    return doc.char_span(piece.words[0].start, piece.words[-1].end, label=kind.value, kb_id=rule, span_id=part.value)
