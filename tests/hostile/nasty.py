"""Nasty PDFs, written object by object, and mutants of the samples: fixed seeds, the same bytes every time."""

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from tests.support.unnamed import line, unnamed_font
from tests.support.written import bomb, page, pdf, stream

SAMPLES = tuple(sorted((Path(__file__).parents[2] / "samples").glob("*.pdf")))
OBJECT = re.compile(rb"(?<=\n)(\d+ 0 obj\b.*?endobj)", re.S)


WORDS = b"BT /F1 10 Tf 72 700 Td (The council met in the old hall on a rainy evening) Tj ET"


PACKED = b"/Filter /FlateDecode"


def _packed(piece: bytes, count: int) -> bytes:
    return zlib.compress(piece * count, 9)


def _doubling(depth: int) -> bytes:
    """Forms of which each draws the next one twice."""
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    forms = [
        stream(b"/X Do /X Do", head + b" /Resources << /XObject << /X %d 0 R >> >>" % (n + 8)) for n in range(depth)
    ]
    return page(
        stream(b"/X Do " + WORDS),
        resources=b"<< /Font << /F1 5 0 R >> /XObject << /X 7 0 R >> >>",
        further=(*forms, stream(WORDS, head)),
    )


def _rows(count: int) -> bytes:
    drawn = (b"72 %d 400 1 re S BT /F1 6 Tf 74 %d Td (a%d) Tj ET" % (n % 800, n % 800, n) for n in range(count))
    return page(stream(zlib.compress(b"\n".join(drawn)), b"/Filter /FlateDecode"))


def _tree(depth: int) -> bytes:
    kids = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 3) for n in range(depth)]
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", *kids, b"<< /Type /Page /MediaBox [0 0 9 9] >>")


NASTY: dict[str, bytes] = {
    "page tree that is its own kid": pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    ),
    "page tree a thousand deep": _tree(1000),
    "a million pages promised": pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 1000000 >>"
    ),
    "brackets nested": page(stream(b"[" * 500_000 + WORDS)),
    "dictionaries nested": pdf(b"<< /A " * 100_000 + b">> " * 100_000),
    "states saved": page(stream(b"q " * 500_000 + WORDS)),
    "form that draws itself": page(
        stream(b"/X Do " + WORDS, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources 6 0 R"),
        resources=b"6 0 R",
    ),
    "decompression bomb": bomb(200),
    "decompression bomb beyond all limits": bomb(20_000),
    "thirty thousand rows": _rows(30_000),
    "page of 200 inches": page(stream(WORDS), b"0 0 14400 14400"),
    "page of a million inches": page(stream(WORDS), b"0 0 72000000 72000000"),
    "page without size": page(stream(WORDS), b"0 0 0 0"),
    "page inside out": page(stream(WORDS), b"595 842 0 0"),
    "page of no numbers": page(stream(WORDS), b"/a (b) null"),
    "text outside the page": page(stream(WORDS.replace(b"72 700", b"9999999 -9999999"))),
    "invisible text": page(stream(WORDS.replace(b"Td", b"Td 3 Tr"))),
    "text of size zero and beyond": page(
        stream(WORDS.replace(b" 10 Tf", b" 0 Tf") + WORDS.replace(b" 10 Tf", b" 1e38 Tf"))
    ),
    "numbers beyond numbers": page(stream(b"1e400 0 0 -1e400 nan inf cm 99999999999999999999 0 l S " + WORDS)),
    "a million texts": page(stream(_packed(b"BT /F1 6 Tf 74 20 Td (a) Tj ET ", 1_000_000), PACKED)),
    "a million objects": page(stream(WORDS)).replace(
        b"xref\n0", b"".join(b"%d 0 obj null endobj\n" % n for n in range(9, 1_000_000)) + b"xref\n0"
    ),
    "a million rows": _rows(1_000_000),
    "forms that double": _doubling(40),
    "object stream in itself": page(stream(b"4 0 << /Type /ObjStm >>", b"/Type /ObjStm /N 1 /First 4 /Extends 4 0 R")),
    "page that is its own parent": pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
        b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>",
        stream(WORDS, b"/Length 4 0 R"),
    ),
    "contents a hundred thousand times": page(b"[" + b"7 0 R " * 100_000 + b"]", further=(stream(WORDS),)),
    "title that is no text": page(stream(WORDS), catalogue=b">>\nendobj\n9 0 obj\n<<").replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Info << /Title <FEFFD8000041DC00> /Author (\\000\\033[2J) >>"
    ),
    "letters without names": unnamed_font(line("Xqzv wkkj pqrr zxcv bnmq wrty", 600)),
    "half characters": unnamed_font(line("Plant trees", 600) * 9, {c: 0xD800 + n for n, c in enumerate("Planter s")}),
    "map of four thousand million letters": unnamed_font(line("Plant trees", 600)).replace(
        b"0 beginbfchar", b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange 0 beginbfchar"
    ),
    "letter that writes itself": unnamed_font(line("Plant trees", 600)).replace(
        b"600 0 0 0 500 700 d1 0 0 400 700 re f", b"600 0 d0 BT /F2 9 Tf (P) Tj ET /X Do" + b" " * 8
    ),
    "font file of rubbish": page(stream(WORDS)).replace(
        b"/Type1 /BaseFont /Helvetica", b"/TrueType /BaseFont /X /FontDescriptor << /FontFile2 4 0 R /Flags 4 >>"
    ),
    "length that lies": page(stream(WORDS).replace(b"/Length ", b"/Length 99999999")),
    "cross references in a circle": page(stream(WORDS)).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
}
"""Each in a few words: what it does."""

ENDLESS = frozenset(
    {
        "a million objects",
        "a million rows",
        "a million texts",
        "contents a hundred thousand times",
        "forms that double",
    }
)
"""Those that take all that they are given: which limit ends them is the machine's affair."""

GREEDY = ENDLESS | {
    "decompression bomb",
    "decompression bomb beyond all limits",
    "states saved",
    "thirty thousand rows",
}
"""Those that take seconds."""


def mutants(count: int, seed: int = 4711) -> Iterator[bytes]:
    """Samples with bits flipped, bytes cut out or put in, and objects swapped: no two alike."""
    chance = random.Random(seed)
    wholes = [path.read_bytes() for path in SAMPLES]
    seen = set()
    for number in range(count):
        whole = wholes[number % len(wholes)]
        data = (_flipped, _cut, _swapped)[number // len(wholes) % 3](whole, chance)
        while (digest := sha256(data).digest()) in seen:
            data = _flipped(data, chance)
        seen.add(digest)
        yield data


def truncations(whole: bytes, steps: int = 100) -> Iterator[bytes]:
    """A file broken off after each of so many equal parts."""
    yield from (whole[: len(whole) * step // steps] for step in range(steps))


def _flipped(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(whole: bytes, chance: random.Random) -> bytes:
    start, length = chance.randrange(len(whole)), chance.randrange(1, 2000)
    return whole[:start] + chance.randbytes(chance.randrange(50)) + whole[start + length :]


def _swapped(whole: bytes, chance: random.Random) -> bytes:
    found: Sequence[re.Match[bytes]] = list(OBJECT.finditer(whole))
    if len(found) < 2:
        return _flipped(whole, chance)
    first, second = sorted(chance.sample(range(len(found)), 2))
    a, b = found[first], found[second]
    head_a, body_a = a[1].split(b" ", 1)
    head_b, body_b = b[1].split(b" ", 1)
    swapped = (head_a + b" " + body_b, head_b + b" " + body_a)
    return whole[: a.start()] + swapped[0] + whole[a.end() : b.start()] + swapped[1] + whole[b.end() :]
