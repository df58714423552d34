"""Turns text that came from files into text that is safe to print on one line, and finds the terminal's size."""

import sys

from rich.console import Console

PIPE_WIDTH = 120
"""Columns of a table that goes to a file or pipe, where there is no terminal to ask."""


def one_line(text: str) -> str:
    """The text with line breaks and control characters shown as escapes, so that no file name steers a terminal."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def output() -> Console:
    """Standard output, without markup or emoji codes in what is printed."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(width=width, markup=False, emoji=False, highlight=False)


def errors() -> Console:
    """Standard error, likewise; lines are not wrapped, so that one problem stays one line."""
    return Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
