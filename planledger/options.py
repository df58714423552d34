"""What a user may choose about reading: the options on which the records of a document depend."""

from dataclasses import dataclass

from extract.reading import Reader


@dataclass(frozen=True, slots=True)
class Options:
    """The options of reading; limits and the number of workers are none, for no record depends on them.

    `prose` takes dated promises of the running text too; `cross_check` has a second table reader look at each table.
    """

    reader: Reader = "pdfium"
    prose: bool = False
    cross_check: bool = False
