"""Pages to the tables on each: ruled ones with the headers above them, then those told without rulings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.labels import labelled_forms
from extract.lines import Line, lines_of
from extract.overhead import with_header_above
from extract.page import Page, Word
from extract.table import Origin, Table
from extract.unruled import going_on, rows_between_columns, unruled_tables
from extract.vocabulary import Lexicon


@dataclass(frozen=True, slots=True)
class PageTables:
    """The tables of a page, from top to bottom, and its lines that no table holds, furniture among them."""

    page: Page
    tables: tuple[Table, ...]
    lines: tuple[Line, ...]

    def text(self, running: frozenset[Word]) -> list[Line]:
        """The lines without furniture."""
        return [line for line in self.lines if not all(w in running for w in line.words)]

    def holding(self, tables: Iterable[Table]) -> "PageTables":
        """The page with those tables; its lines are told anew where they are not the same."""
        ordered = tuple(sorted(tables, key=lambda t: (t.box.top, t.box.x0)))
        if len(ordered) == len(self.tables) and all(a is b for a, b in zip(ordered, self.tables, strict=True)):
            return self
        return PageTables(self.page, ordered, lines_outside(self.page, ordered))


def tables_of_pages(ruled: Iterable[PageTables], running: frozenset[Word], lexicon: Lexicon) -> Iterator[PageTables]:
    """All tables of each page, given its ruled ones. `running` are the words of furniture."""
    above: Table | None = None
    for found in ruled:
        page, text = found.page, found.text(running)
        whole = [with_header_above(rows_between_columns(page, t, lexicon), text, lexicon) for t in found.tables]
        now = found.holding(whole)
        text = now.text(running)
        rest = going_on(page, text, above, lexicon) if above and not _begins_with_table(now, text) else None
        now = now.holding([*now.tables, rest]) if rest else now
        now = now.holding([*now.tables, *unruled_tables(page, now.text(running), lexicon)])
        now = now.holding([*now.tables, *labelled_forms(page.number, now.text(running), lexicon)])
        yield now
        closing = _closing(now, running)
        above = above if rest and closing is rest else closing


def lines_outside(page: Page, tables: Sequence[Table]) -> tuple[Line, ...]:
    """The lines of a page that no table holds."""
    return lines_of(w for w in page.words if not any(t.box.holds(*w.box.centre) for t in tables))


def _begins_with_table(found: PageTables, text: Sequence[Line]) -> bool:
    first = min((line.box.top for line in text), default=0.0)
    return any(t.box.top < first for t in found.tables)


def _closing(found: PageTables, running: frozenset[Word]) -> Table | None:
    """The unruled table with which a page ends; None where it ends otherwise."""
    last = found.tables[-1] if found.tables else None
    if last is None or last.origin is not Origin.UNRULED:
        return None
    return last if all(line.box.top < last.box.top for line in found.text(running)) else None
