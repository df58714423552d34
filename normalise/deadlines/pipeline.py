"""Text of a deadline cell to its items: a blank English spaCy pipeline whose components are tables of rules."""

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from normalise.deadlines import (
    dated,
    days,
    durations,
    months,
    phrases,
    quarters,
    recurrence,
    references,
    signals,
    years,
)
from normalise.deadlines.chains import share_years
from normalise.deadlines.drafts import Placed
from normalise.deadlines.lexicon import GLYPHS
from normalise.deadlines.moments import Context
from normalise.deadlines.rewrite import CONTEXT, ITEMS, Rewriter, item_of
from normalise.deadlines.rules import Rule
from normalise.deadlines.tokens import name_tokens

PIECE = re.compile(r"(?:st|nd|rd|th)(?=[A-Z][a-z])|[^\W\d_]+|\d+|.", re.DOTALL)
"""Letters, figures and signs are tokens of their own: "31st" is 31, st."""

STAGES: dict[str, tuple[Rule, ...]] = {
    "references": references.RULES,
    "signals": signals.RULES + recurrence.RULES,
    "points": days.RULES + months.RULES + years.RULES + quarters.RULES + durations.RULES,
    "dated": dated.RULES,
    "offsets": durations.OFFSETS,
    "edges": phrases.EDGES,
    "ranges": phrases.RANGES,
    "phrases": phrases.RULES,
}
"""Every rule, by the component that applies it, in the order of the pipeline."""


@Language.factory("deadline_rules")
def _rules(nlp: Language, name: str) -> Rewriter:
    return Rewriter(nlp.vocab, STAGES[name])


@Language.component("deadline_words")
def _words(doc: Doc) -> Doc:
    return name_tokens(doc)


@Language.component("deadline_years")
def _years(doc: Doc) -> Doc:
    return share_years(doc)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, built at the first call."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab, prefix_search=PIECE.match)
    nlp.add_pipe("deadline_words")
    for stage in STAGES:
        if stage == "ranges":
            nlp.add_pipe("deadline_years")
        nlp.add_pipe("deadline_rules", name=stage)
    return nlp


def read_items(text: str, context: Context) -> list[Placed]:
    """Every item of the text in order, with its place."""
    nlp = pipeline()
    with nlp.memory_zone():
        doc = nlp.make_doc(text.translate(GLYPHS))
        doc.user_data[CONTEXT] = context
        doc.user_data[ITEMS] = {}
        doc = nlp(doc)
        return [Placed(item_of(token), token.idx, token.idx + len(token.text)) for token in doc]
