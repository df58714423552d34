"""`planledger show --page --image`: the picture of a page, and the records of a page alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from typer.testing import CliRunner, Result

from extract.geometry import Box, overlap
from models import Kind, PlanDocument
from planledger.cli import app
from planledger.errors import Exit
from planledger.picture.draw import PANEL_WIDTH
from planledger.picture.glyphs import DRAWN, drawable
from planledger.picture.marks import Part, marks, tags
from planledger.picture.palette import PALETTE
from planledger.picture.panel import panel
from planledger.picture.places import Tag, places
from tests.support.documents import REPOSITORY, converted, pages_of

PLAN = REPOSITORY / "samples" / "castlemere-people-strategy-2005.pdf"
PAGE = 2
"""Has headings, all fields, words left over, and a record that goes on overleaf."""


def show(*arguments: str | Path | int | float) -> Result:
    return CliRunner().invoke(app, ["show", *map(str, arguments)])


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The page drawn at two pixels for each point."""
    path = tmp_path_factory.mktemp("picture") / "page.png"
    result = show(PLAN, "--page", PAGE, "--image", path)
    assert result.exit_code == Exit.ALL_CONVERTED
    assert result.stdout.replace("\n", " ").strip().endswith(f"is drawn in {path}")
    with Image.open(path) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


def test_the_picture_is_the_page_with_a_panel(picture: Image.Image) -> None:
    page = pages_of(PLAN, "pdfium")[PAGE - 1]
    assert picture.width == pytest.approx((page.width + PANEL_WIDTH) * 2, abs=2)
    assert picture.height >= page.height * 2 - 1


def test_the_scale_is_pixels_for_each_point(picture: Image.Image, tmp_path: Path) -> None:
    show(PLAN, "--page", PAGE, "--image", tmp_path / "small.PNG", "--scale", 1)
    with Image.open(tmp_path / "small.PNG") as small:
        assert small.width == pytest.approx(picture.width / 2, abs=2)


def _outlines(plan: PlanDocument) -> dict[str, Box]:
    """One box of each field on the page, by the field's first name."""
    found = {e.field.partition("/")[0]: Box(*e.bbox) for r in plan.records for e in r.evidence if e.page == PAGE}
    return found | {"residue": Box(*next(r.bbox for r in plan.residue if r.page == PAGE))}


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("action", Part.ACTION),
        ("owner_text", Part.OWNER),
        ("deadline_text", Part.DEADLINE),
        ("outcome", Part.OUTCOME),
        ("progress", Part.PROGRESS),
        ("context", Part.CONTEXT),
        ("residue", Part.RESIDUE),
    ],
)
def test_each_field_is_outlined_in_its_colour(picture: Image.Image, field: str, part: Part) -> None:
    box = _outlines(converted(PLAN))[field]
    colours = {
        picture.getpixel((round(x * 2) + dx, round(box.top + box.bottom) + dy))
        for x in (box.x0, box.x1)
        for dx in (-1, 0, 1)
        for dy in (-2, 0, 2)
    }
    assert tuple(PALETTE[part]) in colours


def test_red_is_only_for_what_is_in_no_record(tmp_path: Path) -> None:
    plan = converted(PLAN)
    clean = next(p for p in range(PAGE, plan.document.page_count + 1) if all(r.page != p for r in plan.residue))
    show(PLAN, "--page", clean, "--image", tmp_path / "page.png")
    with Image.open(tmp_path / "page.png") as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(2**24) or []}
    assert tuple(PALETTE[Part.RESIDUE]) not in colours
    assert tuple(PALETTE[Part.ACTION]) in colours
    assert len({*PALETTE.values()}) == len(Part)


def test_the_panel_says_why() -> None:
    plan = converted(PLAN)
    lines = [line.text for line in panel(plan, PAGE, marks(plan, PAGE, []))]
    assert lines[:2] == [PLAN.name, f"page {PAGE} of {plan.document.page_count}"]
    (left,) = (r for r in plan.residue if r.page == PAGE)
    assert f"R1 {left.reason}: {left.text}" in lines
    flagged = next(r for r in plan.records if r.flags and PAGE in r.pages)
    assert any(flagged.flags[0] in line and f"{flagged.confidence:.2f}" in line for line in lines)


def test_labels_name_field_and_record() -> None:
    plan = converted(PLAN)
    labels = {mark.label for mark in marks(plan, PAGE, [Box(0, 0, 9, 9)])}
    first = next(r for r in plan.records if r.page == PAGE and r.kind is Kind.ACTION)
    assert f"action #{first.record_id[:4]}" in labels
    assert {"context 0", "owner x2", ""} <= labels
    assert any(label.startswith("R1 row") for label in labels)


def test_a_ref_names_a_record_where_no_other_has_it() -> None:
    records = converted(REPOSITORY / "samples" / "aldermarsh-audit-tracker-2011.pdf").records
    numbered = next(record for record in records if record.ref)
    assert tags(records)[numbered.record_id] == numbered.ref
    again = tags((*records, numbered.model_copy(update={"record_id": "abcdef"})))
    assert again["abcdef"] == "#abcd"


def test_a_page_on_which_nothing_was_found_is_drawn_too(tmp_path: Path) -> None:
    path = REPOSITORY / "samples" / "thornley-vale-leaders-statement-2010.pdf"
    assert show(path, "--page", 1, "--image", tmp_path / "page.png").exit_code == Exit.ALL_CONVERTED
    assert (tmp_path / "page.png").stat().st_size > 1000


def test_a_page_alone_is_listed_alone() -> None:
    plan = converted(PLAN)
    result = show(PLAN, "--page", 4)
    assert result.exit_code == Exit.ALL_CONVERTED
    on_page = [record for record in plan.records if 4 in record.pages]
    assert f"page 4 of 5, {len(on_page)} records" in result.stdout
    off_page = next(r for r in plan.records if r.page == 2)
    text = " ".join(result.stdout.split())
    assert on_page[0].action[:15] in text
    assert off_page.action[:15] not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--page 6", "has the pages 1 to 5"),
        ("--page 0", "has the pages 1 to 5"),
        ("--page 2 --image {tmp}/missing/page.png", "cannot be written"),
        ("--page 2 --image {tmp}/folder.png", "cannot be written"),
        ("--page 2 --image {tmp}/page.jpg", ".png"),
        ("--image {tmp}/page.png", "--page N"),
        ("--page 6 --image {tmp}/page.png", "has the pages 1 to 5"),
        ("--page 2 --image {tmp}/page.png --scale 0", "scale"),
        ("--page two", "--page"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_line(tmp_path: Path, arguments: str, said: str) -> None:
    (tmp_path / "folder.png").mkdir()
    before = sorted(tmp_path.rglob("*"))
    result = show(PLAN, *arguments.format(tmp=tmp_path).split())
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.output
    assert sorted(tmp_path.rglob("*")) == before


@given(st.text())
def test_any_text_can_be_drawn(text: str) -> None:
    assert set(drawable(text)) <= DRAWN


@pytest.mark.parametrize(
    ("text", "drawn"), [("£000", "GBP 000"), ("2005–06", "2005-06"), ("Café", "Cafe"), ("行", "?"), ("‘x’…", "‘x’...")]
)
def test_signs_are_spelt_out(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_a_label_keeps_clear_of_print() -> None:
    box = Box(50, 50, 90, 60)
    above = Box(0, 38, 200, 49)
    (place,) = places([Tag(30, 8, box)], [box, above], 200, 200)
    assert not _meet(place, above)
    assert not _meet(place, box)


@given(st.lists(st.tuples(*[st.floats(0, 150)] * 2), max_size=8))
def test_labels_stay_on_the_page(corners: list[tuple[float, float]]) -> None:
    boxes = [Box(x, y, x + 40, y + 10) for x, y in corners]
    for place in places([Tag(60, 8, box) for box in boxes], boxes, 200, 170):
        assert place.x0 >= -0.01
        assert place.top >= -0.01
        assert place.x1 <= 200.01
        assert place.bottom <= 170.01


def _meet(a: Box, b: Box) -> bool:
    return overlap(a.x0, a.x1, b.x0, b.x1) > 0 and overlap(a.top, a.bottom, b.top, b.bottom) > 0
