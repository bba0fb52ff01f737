"""Looks the bot over before it is started, or when something is wrong: what is well, what to do."""

from bot.doctor.checks import examine
from bot.doctor.finding import Finding, do, well

__all__ = ["Finding", "do", "examine", "well"]
