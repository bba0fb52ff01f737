"""Reads single settings, and collects what is wrong with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.settings.table import Setting

_SPACE = re.compile(r"\s")
# What Fernet takes for a key: https://cryptography.io/en/latest/fernet/
_KEY = re.compile("[A-Za-z0-9_-]{43}=")
_NO_FILE = ("sqlite:///", "sqlite:///:memory:")
_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Reading:
    """The environment, and the faults found in it so far."""

    environ: Mapping[str, str]
    faults: list[str] = field(default_factory=list)

    def text(self, setting: Setting) -> str:
        return self.environ.get(setting.name, "").strip() or setting.default

    def need(self, setting: Setting, what_to_do: str) -> None:
        if not self.text(setting):
            self.faults.append(f"{setting.name} is not set: {what_to_do}.")

    def secret(self, setting: Setting, prefix: str, source: str) -> None:
        """A fault where the value is plainly another one's; the value itself is never told."""
        value = self.text(setting)
        if value and (not value.startswith(prefix) or _SPACE.search(value)):
            right = f"{source}, which begins with {prefix}"
            self.faults.append(f"{setting.name} holds something else: set it to {right}.")

    def no_token(self, setting: Setting, what_to_do: str) -> None:
        if self.text(setting).startswith(("xox", "xapp-")):
            self.faults.append(f"{setting.name} looks like a token: {what_to_do}.")

    def absent(self, setting: Setting, beside: Setting, what_to_do: str) -> None:
        """A fault where the two are set, which shut each other out."""
        if self.text(setting) and self.text(beside):
            self.faults.append(f"{setting.name} is set together with {beside.name}: {what_to_do}.")

    def keys(self, setting: Setting) -> tuple[str, ...]:
        """Keys between commas, without blanks; none of them is ever told."""
        value = self.text(setting)
        keys = tuple(filter(None, map(str.strip, value.split(","))))
        if value and not (keys and all(map(_KEY.fullmatch, keys))):
            self.faults.append(
                f"{setting.name} holds something else than keys between commas:"
                " make one with `alliance new-key`."
            )
        return keys

    def public_address(self, setting: Setting) -> str:
        """An https address without its closing slash, or empty; http only on this machine."""
        value = self.text(setting).rstrip("/")
        if value and not _is_public(value):
            self.faults.append(f"{setting.name} is no https:// address without a path: correct it.")
        return value

    def number(self, setting: Setting, least: int, most: int) -> int:
        value = self.text(setting)
        if value.isascii() and value.isdigit() and least <= int(value[:9]) <= most:
            return int(value)
        self.faults.append(
            f"{setting.name} is not a whole number from {least} to {most}: correct it,"
            f" or leave it out for {setting.default}."
        )
        return int(setting.default)

    def one_of(self, setting: Setting, allowed: tuple[str, ...]) -> str:
        value = self.text(setting)
        for choice in allowed:
            if choice.lower() == value.lower():
                return choice
        self.faults.append(f"{setting.name} must be one of {', '.join(allowed)}.")
        return setting.default

    def address(self, setting: Setting) -> str:
        value = self.text(setting)
        if not _is_address(value):
            self.faults.append(f"{setting.name} is no http:// or https:// address: correct it.")
        return value.rstrip("/") + "/"

    def database(self, setting: Setting) -> str:
        value = self.text(setting)
        if not value.startswith(("sqlite:///", "postgres://", "postgresql://")):
            self.faults.append(
                f"{setting.name} is no database address: begin it with sqlite:/// or postgresql://,"
                f" or leave it out for {setting.default}."
            )
        elif value in _NO_FILE:
            self.faults.append(
                f"{setting.name} names no file, and what is kept in memory is lost: write"
                " sqlite:/// and the file's path."
            )
        elif not _is_parted(value):
            self.faults.append(
                f"{setting.name} cannot be told apart: give the port in digits, and write what a"
                " password holds of @ : / ? # [ ] as %40 %3A %2F %3F %23 %5B %5D."
            )
        return value

    def folder(self, setting: Setting) -> Path | None:
        value = self.text(setting)
        if not value:
            return None
        if not _is_folder(Path(value)):
            self.faults.append(f"{setting.name} is not a folder: correct it, or leave it out.")
        return Path(value)

    def cache(self, setting: Setting, name: str) -> Path | None:
        """That folder, or the one of that name where caches are kept; None where nobody says.

        https://specifications.freedesktop.org/basedir-spec/latest/
        """
        if value := self.text(setting):
            return Path(value)
        named = Path(self.environ.get("XDG_CACHE_HOME", ""))
        caches = named if named.is_absolute() else Path(self.environ.get("HOME", ""), ".cache")
        return caches / name if caches.is_absolute() else None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # Its name is longer than a file system takes, or nobody may look there.
        return False


def _is_parted(value: str) -> bool:
    try:
        return urlsplit(value).port != 0
    except ValueError:
        return False


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        whole = parts.hostname and parts.port != 0 and not _SPACE.search(value)
    except ValueError:
        return False
    return bool(whole) and parts.scheme in ("http", "https")


def _is_public(value: str) -> bool:
    if not _is_address(value):
        return False
    parts = urlsplit(value)
    bare = not (parts.path or parts.query or parts.fragment or parts.username)
    return bare and (parts.scheme == "https" or parts.hostname in _OWN_MACHINE)
