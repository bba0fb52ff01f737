"""What keeps remarks for the listeners."""

from typing import Protocol

from bot.core.remarks import Remark


class Remarks(Protocol):
    """Whether passages were the right ones; each method raises what its keeper raises."""

    def keep(self, id: str, remark: Remark) -> None:
        """Keep a remark; one that has that id already stays as it is."""
        ...

    def wish(self, team: str, id: str, wish: str) -> bool:
        """Add the wish to a workspace's remark that it was wrong; False where there is none."""
        ...
