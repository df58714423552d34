"""Turns what the program prints into the README's examples: `python -m docs.shown` rewrites them.

An example is a block after a comment that says how to make it: `<!-- shown: planledger show FILE.pdf, 12 lines -->`.
"""

import os
import re
import shlex
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from planledger.cli import app

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
EXAMPLE = re.compile(
    r"(<!-- shown: planledger (?P<command>.+?)(?:, (?P<lines>\d+) lines)? -->\n```\n)(?P<text>.*?)```", re.S
)


def printed(command: str, lines: int | None) -> str:
    """What the command prints to standard output where there are samples and an empty output folder."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "samples").symlink_to(ROOT / "samples")
        os.chdir(folder)
        try:
            result = CliRunner().invoke(app, shlex.split(command), catch_exceptions=False)
        finally:
            os.chdir(before)
    kept = [line.rstrip() for line in result.stdout.splitlines()][:lines]
    return "\n".join([*kept, "..."] if lines else kept) + "\n"


def with_examples(page: str) -> str:
    """A page with its examples made anew."""

    def example(match: re.Match[str]) -> str:
        return f"{match[1]}{printed(match['command'], int(match['lines']) if match['lines'] else None)}```"

    return EXAMPLE.sub(example, page)


if __name__ == "__main__":
    PAGE.write_text(with_examples(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
