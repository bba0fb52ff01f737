"""Every test of what is done at start runs on SQLite and on PostgreSQL."""

from tests.support.engines import engine

__all__ = ["engine"]
