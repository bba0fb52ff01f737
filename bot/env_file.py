"""The `.env` file, read strictly: python-dotenv passes over a line that it cannot read."""

from io import StringIO
from pathlib import Path

from dotenv import load_dotenv
from dotenv.parser import parse_stream

from bot.core.errors import BadSettings


def load(file: Path) -> None:
    """Put what the file sets under the environment; raises BadSettings with each bad line."""
    text = _text(file)
    faults = []
    for binding in parse_stream(StringIO(text)):
        written = binding.original.string
        if binding.error or "\0" in written or "=" in (binding.key or ""):
            blank = written[: len(written) - len(written.lstrip())]
            line = binding.original.line + blank.count("\n")
            faults.append(f"{file}:{line}: this line cannot be read: write NAME=value.")
    if faults:
        raise BadSettings(tuple(faults))
    load_dotenv(stream=StringIO(text))


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
        return data.decode()
    except OSError:
        raise BadSettings((f"{file} cannot be read: let this user read it.",)) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = f"{file}:{line}: this line is not UTF-8: save the file as UTF-8."
        raise BadSettings((fault,)) from None
