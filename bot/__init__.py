"""The Alliance bot: a Slack app that quotes one public statement, verbatim, and proves that it quotes."""

__version__ = "0.1.0"
