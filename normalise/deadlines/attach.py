"""Signals of a cell (how often, ongoing, to be confirmed) to the drafts that they qualify."""

from collections.abc import Sequence
from dataclasses import replace

from normalise.deadlines.drafts import BARRIERS, LINKS, SIGNS, Draft, Placed, moments_of, phrase_of
from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Edge, Moment, Span
from normalise.deadlines.phrases import Phrase, Role
from normalise.deadlines.recurrence import Interval
from normalise.deadlines.resolve import has_year

YEARLY = Interval(1, "year")
FILLER = SIGNS | LINKS | {"target", "todo", "estimate", "review"}


def between(items: Sequence[Placed], a: int, b: int) -> list[Placed]:
    """What stands between two items, in either order."""
    return list(items[min(a, b) + 1 : max(a, b)])


def adjacent(items: Sequence[Placed], a: int, b: int) -> bool:
    """True where only signs and small words stand between."""
    return all(p.kind in FILLER for p in between(items, a, b))


def same_clause(items: Sequence[Placed], a: int, b: int) -> bool:
    """True where nothing that ends a clause stands between."""
    return not any(p.kind in BARRIERS for p in between(items, a, b))


def nearest(at: int, drafts: Sequence[Draft]) -> Draft | None:
    """The draft nearest to an item; of two as near the earlier."""
    return min(drafts, key=lambda d: (abs(d.at - at), d.at), default=None)


def attach_recurrences(items: Sequence[Placed], drafts: list[Draft]) -> list[Draft]:
    """Give each recurrence to the time beside it, or a draft of its own."""
    for at, placed in enumerate(items):
        interval = placed.item.value
        if not isinstance(interval, Interval):
            continue
        near = nearest(at, [d for d in drafts if _reachable(items, at, d)])
        if near is None:
            drafts.append(Draft(at, placed.start, placed.end, interval=interval, rules=[interval.rule]))
        elif not (interval.adjective and _is_dated(near)):
            near.interval = interval
            near.take(placed, interval.rule)
    for draft in drafts:
        if draft.phrase and draft.phrase.role is Role.EACH and draft.interval is None:
            draft.interval = YEARLY
    return _absorb(items, sorted(drafts, key=lambda d: d.at))


def _reachable(items: Sequence[Placed], at: int, draft: Draft) -> bool:
    if draft.interval is not None or draft.phrase is None or not same_clause(items, at, draft.at):
        return False
    return not any(isinstance(p.item.value, Interval) for p in between(items, at, draft.at))


def _is_dated(draft: Draft) -> bool:
    if draft.phrase is None or draft.phrase.role not in (Role.BARE, Role.DUE):
        return False
    return all(has_year(m) for m in moments_of(draft.phrase))


def _is_open(draft: Draft) -> bool:
    """True for a month or day without a year that can only say when in each year."""
    if draft.phrase is None or draft.phrase.role not in (Role.BARE, Role.DUE, Role.EACH):
        return False
    return not any(has_year(m) for m in moments_of(draft.phrase))


def _absorb(items: Sequence[Placed], drafts: list[Draft]) -> list[Draft]:
    """Months without a year beside a recurrence say when it falls ("Annually (April)"), and are no due dates."""
    for draft in [d for d in drafts if d.interval and d.interval.unit in ("year", "month") and _is_open(d)]:
        if draft not in drafts:
            continue
        free = [d for d in drafts if d.interval is None and _is_open(d) and same_clause(items, d.at, draft.at)]
        if draft.interval == Interval(1, "month") and not free:
            continue
        group = sorted([draft, *free], key=lambda d: d.at)
        months = [m for d in group if d.phrase for m in moments_of(d.phrase)]
        drafts = [d for d in drafts if d not in group] + _each_year(group, draft, months)
    return sorted(drafts, key=lambda d: d.at)


def _each_year(group: list[Draft], draft: Draft, months: list[Moment]) -> list[Draft]:
    """Months each year, evenly spread, are one recurrence ("Feb, May, Aug and Nov each year"); else one each."""
    interval = draft.interval or YEARLY
    even = {4: Interval(3, "month"), 2: Interval(6, "month")}.get(len(months))
    start, end = min(d.start for d in group), max(d.end for d in group)
    governing = [d.phrase.rule for d in group if d.phrase and d.phrase.rule]
    rules = [*governing, *(rule for d in group for rule in d.rules), "each_year"]
    whole = Draft(draft.at, start, end, interval=interval, anchors=months, rules=rules)
    if len(months) == 1 or interval.unit == "month":
        return [whole]
    gaps = {(b.number - a.number) % 12 for a, b in zip(months, [*months[1:], months[0]], strict=True)}
    if even and len(gaps) == 1:
        whole.interval = even
        return [whole]
    return [replace(whole, anchors=[m], rules=[*rules]) for m in months]


def attach_ongoing(items: Sequence[Placed], drafts: list[Draft]) -> list[Draft]:
    """Give each word for ongoing to the draft beside it, or a draft of its own."""
    for draft in drafts:
        if draft.phrase and draft.phrase.role in (Role.INTO, Role.ONWARDS):
            draft.ongoing = True
    for at, placed in enumerate(items):
        if placed.kind not in ("ongoing", "onwards", "and_onwards", "throughout") or _is_means(placed):
            continue
        near = nearest(at, [d for d in drafts if adjacent(items, at, d.at)]) or nearest(at, drafts)
        draft = near or Draft(at, placed.start, placed.end)
        if near is None:
            drafts.append(draft)
        draft.ongoing = True
        draft.take(placed, str(placed.item.value or placed.kind))
    return _merge_into(drafts)


def _is_means(placed: Placed) -> bool:
    """True for through, which says by what means oftener than how long."""
    return placed.kind == "throughout" and placed.item.text.lower() != "throughout"


def _merge_into(drafts: list[Draft]) -> list[Draft]:
    """Drop the later year of "March 2014 and into 2014/15": it only says that the work goes on."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.phrase and draft.phrase.role is Role.INTO and kept:
            kept[-1].ongoing = True
            kept[-1].end = max(kept[-1].end, draft.end)
            kept[-1].rules.append("into")
        else:
            kept.append(draft)
    return kept


def join_start_and_end(items: Sequence[Placed], drafts: list[Draft]) -> list[Draft]:
    """Make one deadline of "Start April 2010, finish March 2011"."""
    kept: list[Draft] = []
    for draft in drafts:
        start = kept[-1].phrase if kept else None
        if start and start.role is Role.START and _finishes(items, kept[-1], draft):
            first, end = moments_of(start)[0], draft.phrase
            last = moments_of(end)[-1] if end else first
            draft.phrase = Phrase(Span(first, last, "start_and_end"), Role.BARE, "")
            draft.start = kept.pop().start
        kept.append(draft)
    return kept


def _finishes(items: Sequence[Placed], start: Draft, draft: Draft) -> bool:
    """True where only words for finishing stand between a beginning and the next time."""
    if draft.phrase is None or draft.phrase.role not in (Role.BARE, Role.DUE):
        return False
    ends = any(Edge.END in m.edges for m in moments_of(draft.phrase))
    words = between(items, start.at, draft.at)
    plain = all(p.kind in FILLER | {"done", "end", "ending"} for p in words)
    return plain and (ends or any(p.kind in ("done", "end", "ending", "todo") for p in words))


def without_conditions(items: Sequence[Placed]) -> list[Placed]:
    """Make the words of each condition plain: what goes on in a condition is not the commitment."""
    plain: list[Placed] = []
    for at, placed in enumerate(items):
        if at < len(plain):
            continue
        plain.append(placed)
        if placed.kind == "condition":
            words = items[at + 1 : _end_of_condition(items, at)]
            plain += [p if phrase_of(p.item) else replace(p, item=Item("", p.item.text)) for p in words]
    return plain


def attach_provisional(items: Sequence[Placed], drafts: list[Draft], text: str) -> list[Draft]:
    """Mark what is to be confirmed or hangs on a condition; the condition's words are kept."""
    for at, placed in enumerate(items):
        if placed.kind == "provisional":
            _confirm(items, at, drafts)
        elif placed.kind == "condition":
            drafts = _condition(items, at, drafts, text)
        elif placed.kind in ("query", "estimate"):
            for draft in [d for d in drafts if abs(d.at - at) == 1 and (placed.kind == "estimate" or d.at < at)]:
                draft.provisional = True
                draft.take(placed, placed.kind)
    return sorted(drafts, key=lambda d: d.at)


def _confirm(items: Sequence[Placed], at: int, drafts: list[Draft]) -> None:
    placed = items[at]
    before = [d for d in drafts if d.at < at]
    after = [d for d in drafts if d.at > at and same_clause(items, at, d.at)]
    if after and after[0].at == at + 1 and after[0].phrase and after[0].phrase.rule == "by":
        return  # "to be agreed by March": the agreement is what is due
    if before and (adjacent(items, at, before[-1].at) or _same_subject(items, before[-1].at, at)):
        chosen = before[-1]
    elif after:
        chosen = after[0]
    else:
        chosen = Draft(at, placed.start, placed.end)
        drafts.append(chosen)
        drafts.sort(key=lambda d: d.at)
    chosen.provisional = True
    chosen.take(placed, str(placed.item.value))


def _same_subject(items: Sequence[Placed], a: int, b: int) -> bool:
    """True where the words between name no other thing: "Phase 1 March 2010, Phase 2 TBC" does."""
    words = between(items, a, b)
    bracketed = sum((p.kind == "open") - (p.kind == "close") for p in words) > 0
    return bracketed or not any(p.kind in BARRIERS | {"comma", "void", "slash", "and", "colon"} for p in words)


def _condition(items: Sequence[Placed], at: int, drafts: list[Draft], text: str) -> list[Draft]:
    end = _end_of_condition(items, at)
    inside = [d for d in drafts if at < d.at < end]
    outside = [d for d in drafts if d not in inside]
    if outside:
        drafts = outside
    bracketed = at > 0 and items[at - 1].kind == "open"
    words = text[items[at].start : items[end - 1].end].strip(" -,;:.–—")
    before = [d for d in drafts if d.at < at]
    clause = [d for d in drafts if same_clause(items, at, d.at)]
    chosen = before[-1:] if bracketed and before else clause or before[-1:] or drafts[:1]
    if not chosen:
        chosen = [Draft(at, items[at].start, items[end - 1].end)]
        drafts = [*drafts, *chosen]
    for draft in chosen:
        draft.provisional = True
        draft.condition = draft.condition or words
        draft.take(items[at], "condition")
        draft.take(items[end - 1], "condition")
    return drafts


def _end_of_condition(items: Sequence[Placed], at: int) -> int:
    """Index past the condition's last item: it ends with its bracket or clause, or before a comma and a time."""
    for n in range(at + 1, len(items)):
        if items[n].kind in BARRIERS | {"close", "colon"}:
            return n
        following = items[n + 1].item if n + 1 < len(items) else None
        if items[n].kind in ("comma", "dash") and following is not None and phrase_of(following):
            return n
    return len(items)
