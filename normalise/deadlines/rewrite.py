"""A table of rules to a spaCy component that merges the tokens of each match into one, with the value a rule gives."""

from collections.abc import Iterable

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Context
from normalise.deadlines.rules import Made, Match, Rule, needs, pattern_terms

CONTEXT = "deadline_context"
ITEMS = "deadline_items"
"""Keys of `Doc.user_data`: the document's context, and each token's item by the place at which it begins."""


def item_of(token: Token) -> Item:
    """What the token stands for; a word that no list has is of the kind ""."""
    item: Item | None = token.doc.user_data[ITEMS].get(token.idx)
    return item or Item("", token.text)


class Rewriter:
    """Applies one stage's rules from left to right, the longest match first, each token once."""

    def __init__(self, vocab: Vocab, rules: Iterable[Rule]) -> None:
        """Compile the rules' patterns."""
        self.rules = {vocab.strings.add(rule.name): rule for rule in rules}
        self.order = {key: n for n, key in enumerate(self.rules)}
        self.matcher = Matcher(vocab)
        self.needs = [needs(pattern) for rule in self.rules.values() for pattern in rule.patterns]
        for key, rule in self.rules.items():
            self.matcher.add(key, [terms for pattern in rule.patterns for terms in pattern_terms(pattern)])

    def __call__(self, doc: Doc) -> Doc:
        """Merge each match into one token and note its item."""
        items: dict[int, Item] = doc.user_data[ITEMS]
        tokens = [item_of(token) for token in doc]
        found = self.matcher(doc) if self._may_match(tokens) else []
        if not found:
            return doc
        context: Context = doc.user_data[CONTEXT]
        taken, merges = 0, []
        for key, start, end in sorted(found, key=lambda m: (m[1], -m[2], self.order[m[0]])):
            if start < taken:
                continue
            rule = self.rules[key]
            made = rule.read(_match(rule, tokens, start, end, context))
            if made is not None:
                merges.append((doc[start:end], made))
                taken = end
        self._merge(doc, merges, items)
        return doc

    def _may_match(self, items: list[Item]) -> bool:
        """False where no pattern finds all its pieces: most cells need few of the stages."""
        held = {item.kind for item in items} | {f"'{item.text.lower()}'" for item in items}
        return any(all(not one_of.isdisjoint(held) for one_of in pattern) for pattern in self.needs)

    @staticmethod
    def _merge(doc: Doc, merges: list[tuple[Span, Made]], items: dict[int, Item]) -> None:
        with doc.retokenize() as retokenizer:
            for span, made in merges:
                items[span.start_char] = Item(made.kind, span.text, made.value)
                if len(span) > 1:
                    retokenizer.merge(span, attrs={"ENT_TYPE": made.kind})
                else:
                    span[0].ent_type_ = made.kind


def _match(rule: Rule, items: list[Item], start: int, end: int, context: Context) -> Match:
    before, after = tuple(items[max(0, start - 2) : start]), tuple(items[end : end + 4])
    return Match(rule.name, tuple(items[start:end]), context, before, after)
