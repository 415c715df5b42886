"""The ten digits as bitmaps, drawn for this service (Apache-2.0, like the rest of it)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_DRAWN = """
.###. ..#.. .###. ####. ...#. ##### ..##. ##### .###. .###.
#...# .##.. #...# ....# ..##. #.... .#... ....# #...# #...#
#..## ..#.. ....# ....# .#.#. ####. #.... ...#. #...# #...#
#.#.# ..#.. ..##. .###. #..#. ....# ####. ..#.. .###. .####
##..# ..#.. .#... ....# ##### ....# #...# ..#.. #...# ....#
#...# ..#.. #.... ....# ...#. #...# #...# .#... #...# ...#.
.###. .###. ##### ####. ...#. .###. .###. .#... .###. .##..
"""


def glyphs() -> NDArray[np.float32]:
    """The digits 0 to 9, shape (10, 7, 5): 1 where there is ink."""
    rows = [line.split() for line in _DRAWN.split("\n") if line]
    ink = [[[pixel == "#" for pixel in row[digit]] for row in rows] for digit in range(10)]
    return np.array(ink, dtype=np.float32)
