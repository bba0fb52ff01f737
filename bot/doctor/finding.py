"""What a check found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: that it is well, or what to do about it."""

    subject: str
    told: str
    well: bool

    @property
    def line(self) -> str:
        """The finding as it is printed."""
        return f"{'ok' if self.well else 'DO':<3} {self.subject}: {self.told}"


def well(subject: str, told: str) -> Finding:
    """That it is well."""
    return Finding(subject, told, well=True)


def do(subject: str, told: str) -> Finding:
    """What to do about it."""
    return Finding(subject, told, well=False)
