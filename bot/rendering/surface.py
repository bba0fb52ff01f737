"""Where a message is read, as far as it changes what stands in it."""

from typing import Literal

# Read by one person (an ephemeral answer, a direct message), by a whole channel, or in a view.
Surface = Literal["private", "public", "view"]
