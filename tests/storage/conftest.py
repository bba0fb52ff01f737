"""Every test of the storage runs on SQLite and on PostgreSQL."""

from tests.support.engines import engine

__all__ = ["engine"]
