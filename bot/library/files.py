"""A file of a statement's folder as bytes or text, or the fault that keeps it from being read."""

from pathlib import Path

from bot.core.errors import BrokenDigest, Fault

# More than any file of the bot's needs: nothing that is read may exhaust the memory.
LARGEST = 2_000_000


def bytes_of(path: Path) -> bytes:
    """All that the file holds; raises BrokenDigest where it is missing or too large."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        folder = path.absolute().parent
        raise broken(path, 1, f"the file is missing; {folder} must hold it") from None
    except OSError as error:
        raise broken(path, 1, f"the file cannot be read: {error.strerror}") from None
    if len(raw) > LARGEST:
        raise broken(path, 1, f"the file is larger than {LARGEST:,} bytes")
    return raw


def text_of(path: Path) -> str:
    """The file's text; raises BrokenDigest where it is missing, too large or not plain UTF-8."""
    raw = bytes_of(path)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise broken(path, line, "the file is not UTF-8 from here on; save it as UTF-8") from None
    if text.startswith("\ufeff"):
        raise broken(path, 1, "the file opens with a byte-order mark; save it as UTF-8 without")
    return text


def broken(path: Path, line: int, sentence: str) -> BrokenDigest:
    """The error of one fault of a file, on that line."""
    return BrokenDigest((Fault(str(path), line, "", sentence),))
