"""Where a source lies and a page of it to a link that opens it there."""

from urllib.parse import urldefrag, urlsplit

OPENED = frozenset({"file", "http", "https"})
"""What a viewer opens at a page, and what is safe to click."""


def page_link(uri: str, page: int) -> str:
    """The source at its page; of a kind that no viewer opens (an object store, a member of an archive) as it is."""
    return f"{urldefrag(uri).url}#page={page}" if clickable(uri) else uri


def clickable(uri: str) -> bool:
    """Whether a link to it may be clicked: only files and web pages, never what runs something."""
    try:
        return urlsplit(uri).scheme in OPENED and uri.isprintable() and " " not in uri
    except ValueError:
        return False
