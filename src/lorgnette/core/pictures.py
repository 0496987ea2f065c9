"""Pictures as whoever looks at them takes them."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 3): red, green and blue from 0 to 255, rows from the top, contiguous."""
