"""PDF files to their pages and their conversions, each read once in a test run."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from extract.lines import lines_of
from extract.page import Page
from extract.reading import Reader, read_pdf
from extract.vocabulary import Lexicon, lexicon_of
from models import PlanDocument
from planledger.convert import convert_document

REPOSITORY = Path(__file__).parents[2]
SAMPLES = tuple(sorted((REPOSITORY / "samples").glob("*.pdf")))
"""The sample plans."""


@lru_cache(maxsize=64)
def pages_of(path: Path, reader: Reader) -> tuple[Page, ...]:
    """The pages of a file by the reader named."""
    return read_pdf(path.read_bytes(), reader).pages


@lru_cache(maxsize=64)
def lexicon_for(path: Path) -> Lexicon:
    """The words that a file prints whole, as its conversion sees them."""
    return lexicon_of(line for page in pages_of(path, "pdfium") for line in lines_of(page.words))


@lru_cache(maxsize=64)
def converted(path: Path) -> PlanDocument:
    """The plan document of a file."""
    return convert_document(path.read_bytes(), path.name, path.as_uri())


def expected(path: Path) -> dict[str, Any]:
    """The document and the records that stand beside a sample."""
    content: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return content
