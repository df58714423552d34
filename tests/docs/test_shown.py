"""The README shows what the program prints."""

from docs.shown import EXAMPLE, PAGE, with_examples


def test_the_readme_shows_what_a_newcomer_sees() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert {match["command"].split()[0] for match in EXAMPLE.finditer(page)} == {"convert", "show"}
    assert with_examples(page) == page, "README.md is out of date: make docs"
