"""Inserts that say whether there was something new."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: sa.Connection, table: sa.Table, values: Mapping[str, Any]) -> bool:
    """Insert the row unless one of its unique keys is taken; True where it was inserted."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).values(values).on_conflict_do_nothing()
    # A row count is not kept for every insert; what is returned is.
    inserted = connection.execute(statement.returning(*table.primary_key))
    return inserted.first() is not None


def put(connection: sa.Connection, table: sa.Table, values: Mapping[str, Any]) -> None:
    """Insert the row, or overwrite the one of the same primary key."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in values.items() if name not in keys}
    statement = dialect.insert(table).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))


def count_up(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[Mapping[str, Any]],
    counter: str,
) -> None:
    """Insert the rows, one at least, each or else add its counter to that of the same primary key.

    The rest of what is there is overwritten. They are sent together: one by one, a hundred took the
    interpreter from requests for 20 ms (bench.peers).
    """
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    keys = [column.name for column in table.primary_key]
    statement = dialect.insert(table)
    rest = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    rest[counter] = table.c[counter] + statement.excluded[counter]
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest), rows)
