"""`planledger show`: prints the records of one PDF, or draws what was found on one of its pages."""

from pathlib import Path
from typing import TYPE_CHECKING

from extract.reading import Reader
from planledger.errors import Exit, UsageError
from planledger.listing import print_listing
from planledger.options import Options
from planledger.outcome import outcome_of
from planledger.report import print_problems
from planledger.sources.inputs import find_source
from planledger.sources.opening import read_bytes
from planledger.sources.source import CannotOpen
from planledger.terminal import errors, output

if TYPE_CHECKING:
    from PIL.Image import Image

IMAGE = ".png"


def run(file: str, reader: Reader, page: int | None, image: Path | None, scale: float) -> Exit:
    """Reads one PDF and prints what it promises, on one page if asked, or draws that page; returns the exit code."""
    if Path(file).is_dir():
        raise UsageError(f"{file}: is a folder; show reads one PDF, convert reads folders")
    if image is not None and (page is None or image.suffix.lower() != IMAGE):
        raise UsageError(f"--image draws one page into a {IMAGE} file: show FILE.pdf --page N --image OUT{IMAGE}")
    source = find_source(file)
    try:
        data = read_bytes(source.uri)
    except CannotOpen as error:
        raise UsageError(f"{file}: {error}") from error

    from planledger.attempt import attempt  # noqa: PLC0415 (slow to load; after the checks)

    plan = attempt(data, source, Options(reader))
    outcome = outcome_of(source.name, plan)
    if not outcome.read:
        print_problems([outcome], errors())
        return Exit.SOME_NOT_CONVERTED
    if page is not None and not 1 <= page <= plan.document.page_count:
        raise UsageError(f"--page {page}: {file} has the pages 1 to {plan.document.page_count}")
    if image is None or page is None:
        print_listing(plan, output(), page)
    else:
        from planledger.picture.page_picture import page_picture  # noqa: PLC0415 (loads the drawing library)

        _save(page_picture(data, plan, page, scale, reader), image)
        output().print(f"page {page} of {plan.document.page_count} is drawn in {image}", soft_wrap=True)
    return Exit.ALL_CONVERTED


def _save(picture: "Image", path: Path) -> None:
    try:
        picture.save(path, format="PNG")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
