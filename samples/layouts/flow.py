"""Prose and small tables to a document laid out by reportlab's own flowables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, Table, TableStyle

from samples.layouts.grid import Face, Words
from samples.layouts.sheet import Imprint

_NUMBERED = re.compile(r"(\d+\.\d+) (.*)")


class Reported(Words):
    """A paragraph that reports to `pages` the page on which its mark is drawn."""

    pages: dict[str, int]

    def split(self, width: float, height: float) -> list[Self]:
        """The parts above and below a cut."""
        parts = super().split(width, height)
        for part in parts:
            part.pages = self.pages
        return parts

    def draw(self) -> None:
        """Draws the words and reports their page."""
        if self.mark:
            self.pages.setdefault(self.mark, self.canv.getPageNumber())
        super().draw()


@dataclass(slots=True)
class Story:
    """A document being composed; once it is saved, its number of pages and the page on which each marked row begins."""

    path: Path
    size: tuple[float, float]
    margin: float
    face: Face
    imprint: Imprint
    page: int = 0
    pages: dict[str, int] = field(default_factory=dict)
    parts: list[Flowable] = field(default_factory=list)

    def title(self, text: str, size: float) -> None:
        """A centred title."""
        self.parts += [Words.of(text, self.face.style(bold=True, size=size, centred=True)), Spacer(0, 12)]

    def prose(self, lines: Sequence[str]) -> None:
        """Headings ("# "), numbered headings ("## "), numbered paragraphs ("n.n "), items and paragraphs."""
        for line in lines:
            text = line.lstrip("# ")
            style = self.face.style(bold=line.startswith("#"), bullet=line.startswith("• "))
            style.spaceBefore = 6 if line.startswith("#") else 0
            style.spaceAfter = 4 if line.startswith("• ") else 9
            style.keepWithNext = int(line.startswith("#"))
            numbered = _NUMBERED.match(text)
            if numbered:
                style.leftIndent, style.firstLineIndent, style.bulletIndent = 36, 0, 0
                style.bulletFontName = style.fontName
                words = Words(numbered[2], style, bulletText=numbered[1])
            else:
                words = Words.of(text, style)
            self.parts.append(words)

    def table(
        self, widths: tuple[float, ...], headers: Sequence[str], body: Sequence[Sequence[str]], marked: bool = False
    ) -> None:
        """A ruled table with a shaded header; with `marked` each row reports its page under its number."""
        rows: list[list[Any]] = [[Words.of(text, self.face.style(bold=True)) for text in headers]]
        for number, texts in enumerate(body):
            first = Reported.of(texts[0], self.face.style(), str(number) if marked else None)
            first.pages = self.pages
            rows.append([first, *(Words.of(text, self.face.style()) for text in texts[1:])])
        style = TableStyle(
            [
                ("INNERGRID", (0, 0), (-1, -1), 0.5, black),
                ("BOX", (0, 0), (-1, -1), 1, black),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#E4E4E4")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
        self.parts += [Table(rows, colWidths=widths, style=style), Spacer(0, 16)]

    def save(self) -> None:
        """Lays the document out and writes the file."""
        said = self.imprint
        doc = SimpleDocTemplate(
            str(self.path),
            pagesize=self.size,
            leftMargin=self.margin,
            rightMargin=self.margin,
            topMargin=self.margin,
            bottomMargin=self.margin,
            title=said.title,
            author=said.author,
            creator=said.creator,
            producer=said.producer,
            invariant=1,
            pageCompression=1,
        )
        doc.build(self.parts)
        self.page = doc.page
