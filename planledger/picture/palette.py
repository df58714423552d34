"""What a mark is to its colour: as far apart as ten can be, red for what is in no record and nothing else."""

from typing import NamedTuple

from planledger.picture.marks import Part


class Colour(NamedTuple):
    """Red, green and blue, 0 to 255."""

    red: int
    green: int
    blue: int


PALETTE = {
    Part.ACTION: Colour(0, 92, 175),
    Part.REF: Colour(110, 70, 30),
    Part.OWNER: Colour(0, 130, 60),
    Part.DEADLINE: Colour(215, 110, 0),
    Part.OUTCOME: Colour(130, 40, 160),
    Part.PROGRESS: Colour(0, 140, 150),
    Part.OTHER: Colour(105, 105, 115),
    Part.CONTEXT: Colour(190, 150, 0),
    Part.RESIDUE: Colour(225, 0, 0),
    Part.TABLE: Colour(40, 40, 40),
}
