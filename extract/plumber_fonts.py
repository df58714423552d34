"""A page's fonts, by pdfminer, to the letters taken from a code because the font's name for them says nothing."""

from collections.abc import Iterator
from typing import Any

from pdfminer.encodingdb import EncodingDB, name2unicode
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

NAMELESS = "unknown"
"""What pdfminer calls a font without a descriptor."""


def unnamed_letters(resources: Any) -> frozenset[tuple[str, str]]:
    """Pairs of a font's name and a letter that pdfminer takes from the standard encoding.

    It does so where an encoding gives a code a glyph name of the program's own ("g12"), and no map says what that is.
    `resources` are those of the page.
    """
    fonts = dict_value(dict_value(resources).get("Font", {}))
    return frozenset(pair for font in fonts.values() for pair in _unnamed(dict_value(font)))


def _unnamed(font: dict[str, Any]) -> Iterator[tuple[str, str]]:
    encoding = resolve1(font.get("Encoding"))
    if "ToUnicode" in font or not isinstance(encoding, dict):
        return
    descriptor = dict_value(font.get("FontDescriptor", {}))
    names = [descriptor.get("FontName", NAMELESS)] if descriptor else [NAMELESS, font.get("BaseFont", NAMELESS)]
    usual = "WinAnsiEncoding" if _text(font.get("Subtype")) == "TrueType" else "StandardEncoding"
    letters = EncodingDB.get_encoding(_text(encoding.get("BaseEncoding", usual)))
    code = 0
    for entry in list_value(encoding.get("Differences", [])):
        if isinstance(entry, int):
            code = entry
        elif isinstance(entry, PSLiteral):
            if not _says_letter(_text(entry)) and code in letters:
                yield from ((_text(name), letters[code]) for name in names)
            code += 1


def _text(name: object) -> str:
    return str(literal_name(resolve1(name)))


def _says_letter(glyph: str) -> bool:
    try:
        name2unicode(glyph)
    except (KeyError, ValueError):
        return False
    return True
