"""Every test of what is scheduled runs on SQLite and on PostgreSQL."""

from tests.support.engines import engine

__all__ = ["engine"]
