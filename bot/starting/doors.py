"""The bot at one of Slack's doors, over HTTP or over Socket Mode.

A process of its own proofs the digest, once, while this one loads what answers with it.
"""

from functools import partial

from bot import logs
from bot.library.aside import Statements, reading_aside
from bot.settings import Settings


def http(settings: Settings) -> None:
    """Answer over HTTP until SIGTERM or SIGINT."""
    statements = _prepared(settings)
    from bot import assembly, web

    web.listen(partial(assembly.door, settings, statements), settings)


def socket(settings: Settings) -> None:
    """Answer over Socket Mode until SIGTERM or SIGINT."""
    statements = _prepared(settings)
    from bot import assembly, socket_mode
    from bot.starting.signals import stopped_by_signals

    with assembly.answering(settings, statements=statements) as parts:
        socket_mode.listen(parts.app, settings, stopped_by_signals(), parts.posting.full)


def _prepared(settings: Settings) -> Statements:
    """Do once, and tell here, what a server's worker would do and tell again and again."""
    logs.configure(settings)
    with reading_aside(settings.knowledge_dir) as read:
        from bot import assembly
        from bot.starting import preparing

        assembly.load()
        statements = read()
    preparing.prepare(settings, statements[0])
    return statements
