"""The Alliance bot: a Slack app that quotes one statement, verbatim, and proves that it quotes."""

__version__ = "0.1.0"
