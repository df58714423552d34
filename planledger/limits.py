"""What one document may take before it is given up: time, memory, pages and output."""

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one document. The defaults leave long plans alone: a page takes some 20 ms, a plan some 150 MiB.

    `seconds` of wall time; `memory` in MiB of address space on top of the program's own; `pages`; `output` in MiB
    of its JSON file.
    """

    seconds: float = 300
    memory: int = 2048
    pages: int = 2000
    output: int = 256
