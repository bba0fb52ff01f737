"""What can be wrong in a way that is known; each says so in sentences for a person.

AllianceError
├── BrokenDigest    a folder of knowledge/, or a digests.yaml, that does not hold what it promises
├── BadSettings     settings that are missing or contradict each other
├── NotInstalled    a request from a workspace whose installation is not, or no more, on record
├── StorageAway     the database cannot be asked, or not in time
└── MissingExtra    a command needs an optional extra that is not installed
"""

from dataclasses import dataclass


class AllianceError(Exception):
    """A known error."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file: in which file, on which line (from 1), at which key, and what.

    `key` is a path such as `themes[3].passages[0].quote`; empty for a fault of the whole file.
    """

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        """The fault in one line; a key or a quote is from the file, and may hold anything."""
        place = f"{self.file}:{self.line}"
        told = f"{place}: {self.key}: {self.sentence}" if self.key else f"{place}: {self.sentence}"
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in told)


class BrokenDigest(AllianceError):
    """Folders of knowledge/, or a digests.yaml, fail their proof; `faults` holds all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class BadSettings(AllianceError):
    """The settings cannot be used; `faults` holds a sentence for each reason."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class NotInstalled(AllianceError):
    """The bot has no installation for whoever sends the request; `address` is where to get one."""

    def __init__(self, address: str) -> None:
        super().__init__("not installed")
        self.address = address


class StorageAway(AllianceError):
    """The database did not answer; what was asked may be asked again."""


class MissingExtra(AllianceError):
    """What a command needs is not installed; `faults` holds a sentence that says how it is."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
