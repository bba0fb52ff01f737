"""The settings of a command, from the environment that it runs in."""

import os
from pathlib import Path

from bot import settings as configuration
from bot.settings import Mode, Settings


def settings_for(wanted: Mode | None) -> Settings:
    """The environment's settings, with those of a `.env` in the current folder under them."""
    if (file := Path(".env")).is_file():
        from bot import env_file

        env_file.load(file)
    return configuration.load(os.environ, wanted)
