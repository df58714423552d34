"""PDFs written object by object, without a library that would refuse to write nonsense."""

import zlib


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


FONTS = b"<< /Font << /F1 5 0 R >> >>"


def page(
    contents: bytes,
    box: bytes = b"0 0 595 842",
    resources: bytes = FONTS,
    catalogue: bytes = b"",
    further: tuple[bytes, ...] = (),
) -> bytes:
    """One page with Helvetica as F1, and these contents, an object. Further objects are numbered from 7."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources %s >>" % (box, resources),
        contents,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> /XObject << /X 4 0 R >> >>",
        *further,
    )


def bomb(mebibytes: int) -> bytes:
    """A page whose contents are so many MiB of blanks in some kilobytes, twice deflated."""
    packer = zlib.compressobj(9)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    # Each block after the first unpacks by itself, so that it need not be packed again.
    following = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = zlib.compress(block + following * (mebibytes - 1), 9)
    return page(stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))
