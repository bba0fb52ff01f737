"""Which request a line of the log belongs to, from the door to the last thread that works on it.

A thread that is handed work takes the name along by `contextvars.copy_context`.
"""

from contextvars import ContextVar

# Slack's id of the event or of the interaction; empty where nobody asked.
REQUEST: ContextVar[str] = ContextVar("request", default="")
