"""A document and its pages, read anew, to what stands in each box of evidence and residue, and where it differs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.geometry import Box
from extract.page import Page
from extract.reread import text_at
from extract.text import text_of
from extract.vocabulary import Lexicon
from models import PlanDocument
from planledger.verify.alike import NUDGE, alike
from planledger.verify.finding import Check, Finding

RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Reread:
    """A box, the text recorded for it and the text found in it; `found` is None where the page does not exist."""

    what: str
    page: int
    box: Box
    recorded: str
    found: str | None
    record_id: str | None = None

    @property
    def held(self) -> bool:
        """Whether the box holds what is recorded."""
        return self.found is not None and alike(self.recorded, self.found)


def reread_evidence(plan: PlanDocument, pages: Sequence[Page], lexicon: Lexicon) -> tuple[Reread, ...]:
    """Every box of evidence once, though several records may share it."""
    first = {
        (entry.page, entry.bbox, entry.text): (entry.field, record.record_id)
        for record in reversed(plan.records)
        for entry in reversed(record.evidence)
    }
    found = []
    for (number, bbox, text), (field, record_id) in reversed(first.items()):
        if number > len(pages):
            found.append(Reread(field, number, Box(*bbox), text, None, record_id))
            continue
        readings = ((box, text_at(pages[number - 1], box, lexicon)) for box in _near(Box(*bbox)))
        box, reading = _best(text, readings)
        found.append(Reread(field, number, box, text, reading, record_id))
    return tuple(found)


def reread_residue(
    plan: PlanDocument, pages: Sequence[Page], claims: Sequence[Reread], lexicon: Lexicon
) -> list[Reread]:
    """Every box of residue. Words in it that a box of evidence holds are that record's, and do not count."""
    found = []
    for entry in plan.residue:
        if entry.page > len(pages):
            found.append(Reread(RESIDUE, entry.page, Box(*entry.bbox), entry.text, None))
            continue
        boxes = [claim.box for claim in claims if claim.page == entry.page]
        free = [w for w in pages[entry.page - 1].words if not any(box.holds(*w.box.centre) for box in boxes)]
        readings = ((b, [w for w in free if b.holds(*w.box.centre)]) for b in _near(Box(*entry.bbox)))
        texts = ((b, text_of(words, lexicon) or " ".join(w.text for w in words)) for b, words in readings)
        box, reading = _best(entry.text, texts)
        found.append(Reread(RESIDUE, entry.page, box, entry.text, reading))
    return found


def box_findings(rereads: Iterable[Reread]) -> Iterator[Finding]:
    """The boxes that do not hold what is recorded."""
    for item in rereads:
        if not item.held:
            check = Check.LEDGER if item.what == RESIDUE else Check.EVIDENCE
            found = "no such page" if item.found is None else item.found or "no words there"
            yield Finding(check, item.what, item.recorded, found, item.page, item.record_id)


def _near(box: Box) -> tuple[Box, Box]:
    """The box, and the box as another reader may see it."""
    return box, Box(box.x0 - NUDGE, box.top - NUDGE, box.x1 + NUDGE, box.bottom + NUDGE)


def _best(recorded: str, readings: Iterable[tuple[Box, str]]) -> tuple[Box, str]:
    """The first reading that is as recorded; if none is, the first."""
    tried = list(readings)
    return next((reading for reading in tried if alike(recorded, reading[1])), tried[0])
