"""PDFs whose fonts do not say which letters they draw, written object by object."""

from collections.abc import Mapping

from tests.support.written import pdf, stream

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def unnamed_font(text: bytes, maps: Mapping[str, int] | None = None) -> bytes:
    """A page that draws `text`, a content stream, with F1 (Helvetica) and F2, a font of boxes.

    F2 calls its glyphs g65, g66 and so on by their ASCII codes, which says nothing. `maps` gives letters the
    Unicode that a map in the file states for them.
    """
    names = [f"g{ord(letter)}" for letter in LETTERS]
    drawn = b" ".join(b"/%s 7 0 R" % name.encode() for name in names)
    different = b" ".join(b"%d /%s" % (ord(c), name.encode()) for c, name in zip(LETTERS, names, strict=True))
    mapped = b"\n".join(b"<%02x> <%04x>" % (ord(c), code) for c, code in (maps or {}).items())
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> "
        b"<ff> endcodespacerange %d beginbfchar\n%s\nendbfchar endcmap end end" % (len(maps or {}), mapped)
    )
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 8 0 R /F2 5 0 R >> >> >>",
        stream(text),
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] "
        b"/CharProcs << %s >> /Encoding << /Type /Encoding /Differences [%s] >> /FirstChar 32 /LastChar 126 "
        b"/Widths [%s] /Resources << >> %s >>" % (drawn, different, b"500 " * 95, b"/ToUnicode 6 0 R" if maps else b""),
        stream(cmap),
        stream(b"600 0 0 0 500 700 d1 0 0 400 700 re f"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def line(text: str, y: int, x: int = 72, font: str = "F2") -> bytes:
    """A line of text as a content stream has it."""
    return b"BT /%s 10 Tf %d %d Td (%s) Tj ET\n" % (font.encode(), x, y, text.encode())
