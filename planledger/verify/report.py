"""A verification to what the terminal shows: what differs, a line per document and a summary; or all of it as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from planledger.terminal import one_line
from planledger.verify.excerpt import excerpt
from planledger.verify.finding import Finding, Verdict, Verification

SHARED = "(dataset)"
"""Stands for the document where a finding is not of one."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A finding with the document that it is of."""

    document: str
    document_id: str | None
    finding: Finding


def print_verification(verification: Verification, root: Path, console: Console) -> None:
    """Prints the table of what differs, if anything does, then a line for each document, then the summary."""
    lines = list(_lines(verification))
    if lines:
        console.print(_differences(lines))
        console.print()
    console.print(_documents(verification))
    console.print(f"\n{_summary(verification, root)}")


def as_json(verification: Verification, root: Path) -> str:
    """The same findings as objects, texts in full, with the documents that were checked."""
    content = {
        "dataset": str(root),
        "held": verification.held,
        "documents": [_document(verdict) for verdict in verification.documents],
        "findings": [
            {"document": None if line.document_id is None else line.document, "document_id": line.document_id}
            | asdict(line.finding)
            for line in _lines(verification)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _lines(verification: Verification) -> Iterator[_Line]:
    for verdict in verification.documents:
        for finding in verdict.findings:
            yield _Line(verdict.name, verdict.document_id, finding)
    for finding in verification.shared:
        yield _Line(SHARED, None, finding)


def _differences(lines: list[_Line]) -> Table:
    """A document is named once, over the first of its findings."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Document", overflow="fold", ratio=3)
    table.add_column("Page", justify="right", no_wrap=True)
    table.add_column("Check", no_wrap=True)
    table.add_column("What", overflow="fold", ratio=3)
    table.add_column("Recorded", overflow="fold", ratio=5)
    table.add_column("Found", overflow="fold", ratio=5)
    before = None
    for line in lines:
        finding = line.finding
        shown = excerpt(one_line(finding.recorded), one_line(finding.found))
        what = one_line(finding.what) + (f"\nrecord {one_line(finding.record_id)}" if finding.record_id else "")
        name = "" if line.document_id == before else one_line(line.document)
        page = str(finding.page) if finding.page is not None else ""
        table.add_row(name, page, finding.check.value, what, shown.recorded, Text(shown.found, style="red"))
        before = line.document_id
    return table


def _documents(verification: Verification) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Document", overflow="fold")
    for heading in ("Records", "Boxes re-read", "Differences"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Verdict", no_wrap=True)
    for verdict in verification.documents:
        figures = (f"{verdict.records:,}", f"{verdict.boxes:,}", f"{len(verdict.findings):,}")
        style = "" if verdict.held else "red"
        table.add_row(Text(one_line(verdict.name), style=style), *figures, _verdict(verdict))
    return table


def _verdict(verdict: Verdict) -> str:
    if verdict.gone is not None:
        return "source gone"
    return "held" if verdict.held else "differs"


def _summary(verification: Verification, root: Path) -> str:
    held = sum(verdict.held for verdict in verification.documents)
    boxes = sum(verdict.boxes for verdict in verification.documents)
    shared = len(verification.shared)
    noun = "difference" if shared == 1 else "differences"
    files = f"{shared} {noun} in the files they share" if shared else "the files they share hold"
    return f"{held} of {len(verification.documents)} documents of {root} held, {boxes:,} boxes re-read; {files}."


def _document(verdict: Verdict) -> dict[str, object]:
    return {
        "document": verdict.name,
        "document_id": verdict.document_id,
        "records": verdict.records,
        "boxes": verdict.boxes,
        "held": verdict.held,
        "source_gone": verdict.gone,
    }
