"""Turns a set of PDFs into a table of milliseconds per page: Planledger's whole conversion, pdfplumber, camelot.

    python -m bench.engines [PDF...] [--corpus DIR] [--rounds N]

Planledger reads the words, finds the tables, joins them over pages, gives columns their roles and reads owners and
dates; the other two only find tables and their text. All are timed in one sitting on the same files, in turns, after
a warm-up that pays for imports and word lists; of several rounds the median counts. What Planledger remembers of cells
that it has read is forgotten before each file, so that a round gains nothing from the one before.
"""

import argparse
import gc
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median

import camelot.io
import pdfplumber
import pypdfium2

from planledger.convert import convert_document

LruCache = type(lru_cache(int))
WORD_LISTS = 64
"""Caches of at most this size hold word lists."""

SAMPLES = Path(__file__).parent.parent / "samples"
CORPUS = "PLANLEDGER_CORPUS"


def run_planledger(path: Path) -> None:
    """The whole conversion of one file, dates and owners included."""
    convert_document(path.read_bytes(), path.name, path.resolve().as_uri())


def run_pdfplumber(path: Path) -> None:
    """All tables of one file with pdfplumber's defaults."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()


def run_camelot(path: Path) -> None:
    """All tables of one file with camelot's lattice flavour."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every page without a table
        camelot.io.read_pdf(str(path), flavor="lattice", pages="all", suppress_stdout=True)


ENGINES: tuple[tuple[str, Callable[[Path], None]], ...] = (
    ("planledger", run_planledger),
    ("pdfplumber", run_pdfplumber),
    ("camelot", run_camelot),
)


@dataclass(frozen=True, slots=True)
class Timing:
    """One file: its pages, and the median seconds that each engine, in the order of ENGINES, took for all of them."""

    name: str
    pages: int
    seconds: tuple[float, ...]


def measure(paths: Sequence[Path], rounds: int) -> list[Timing]:
    """Times every engine on every file, `rounds` times, the engines taking turns file by file."""
    for _, run in ENGINES:
        run(paths[0])
    taken: dict[tuple[Path, str], list[float]] = {}
    for _ in range(rounds):
        for path in paths:
            for name, run in ENGINES:
                forget_cells()
                started = time.perf_counter()
                run(path)
                taken.setdefault((path, name), []).append(time.perf_counter() - started)
    return [
        Timing(path.name, page_count(path), tuple(median(taken[path, name]) for name, _ in ENGINES)) for path in paths
    ]


def forget_cells() -> None:
    """Empties the memories of texts already read; word lists and pipelines, of which there is one each, stay."""
    for thing in gc.get_objects():
        if isinstance(thing, LruCache) and (thing.cache_parameters()["maxsize"] or 0) > WORD_LISTS:
            thing.cache_clear()


def page_count(path: Path) -> int:
    """How many pages a file has."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def table(timings: Sequence[Timing]) -> Iterable[str]:
    """The lines of the table: milliseconds per page for each file and over all, and how many times as long as ours."""
    everything = Timing(
        "all pages",
        sum(timing.pages for timing in timings),
        tuple(sum(seconds) for seconds in zip(*(timing.seconds for timing in timings), strict=True)),
    )
    title = "ms per page"
    width = max(len(title), *(len(timing.name) for timing in timings))
    yield f"{title:{width}}  pages" + "".join(f"{name:>18}" for name, _ in ENGINES)
    for timing in (*timings, everything):
        ours = timing.seconds[0]
        cells = (f"{1000 * seconds / timing.pages:9.1f} {seconds / ours:6.1f} x" for seconds in timing.seconds)
        yield f"{timing.name:{width}}  {timing.pages:5d}" + "".join(cells)


def corpus(folder: str | None) -> list[Path]:
    """The PDFs of a reference corpus: those in its folder `plans` where it has one, else those in the folder itself."""
    if not folder:
        return []
    plans = Path(folder, "plans")
    return sorted((plans if plans.is_dir() else Path(folder)).glob("*.pdf"))


def main(arguments: Sequence[str]) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.engines", description="Time Planledger beside its peers.")
    parser.add_argument("pdfs", nargs="*", type=Path, metavar="PDF", help="default: the samples and the corpus")
    parser.add_argument("--corpus", default=os.environ.get(CORPUS), metavar="DIR", help=f"default: ${CORPUS}")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default: %(default)s")
    given = parser.parse_args(arguments)
    paths = given.pdfs or [*sorted(SAMPLES.glob("*.pdf")), *corpus(given.corpus)]
    if not paths or given.rounds < 1:
        parser.error("nothing to time")
    for line in table(measure(paths, given.rounds)):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
