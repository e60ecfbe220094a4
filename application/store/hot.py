"""Statements that are asked all the time: compiled once, and run on the driver's own cursor.

SQLAlchemy works on each execution of a statement, though it compiled it long ago, longer than SQLite takes to answer:
30 to 130 µs, by the number of values and rows. What is asked once per page, per request or per command goes this way;
everything else is executed as ever.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any]
FEW = 16  # changes; more of them are work, and less waiting


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one database reads it, with lists of certain lengths.

    Args:
        text: in the database's words.
        order: the names of the values, where they go by their place; none, where they go by name.
        fixed: the values that stand in the statement.
        lists: the names under which the members of each list go.
        named: makes the row of a tuple.
        ways_in: how values are changed on their way in.
        ways_out: how columns are changed on their way out, by their place.
    """

    text: str
    order: Sequence[str] | None
    fixed: Mapping[str, Any]
    lists: Mapping[str, Sequence[str]]
    named: Process
    ways_in: Mapping[str, Process]
    ways_out: Sequence[tuple[int, Process]]

    def values(self, given: Mapping[str, Any]) -> Any:
        """The values as the driver takes them."""
        values = dict(self.fixed)
        for name, value in given.items():
            way = self.ways_in.get(name)
            if name in self.lists:
                members = value if way is None else [way(one) for one in value]
                values.update(zip(self.lists[name], members, strict=True))
            else:
                values[name] = value if way is None or value is None else way(value)
        return values if self.order is None else [values[name] for name in self.order]

    @property
    def row(self) -> Process:
        """Makes a row of what the driver has found, with the values that SQLAlchemy would give it."""
        return self._row if self.ways_out else self.named

    def _row(self, found: Sequence[Any]) -> Any:
        values = list(found)
        for place, way in self.ways_out:
            if values[place] is not None:
                values[place] = way(values[place])
        return self.named(values)


class Hot:
    """A statement that is asked all the time.

    Its values are those of its named parameters; those that it does not name are passed over. A list may have any
    length, and is brought to the next power of two by naming its last member again: so there are few forms of the
    statement, and PostgreSQL keeps a plan of each.

    Args:
        statement: of Core.
        planned_anew: PostgreSQL makes a plan for the values each time: one for any values would mistake their number.
    """

    def __init__(self, statement: Executable, *, planned_anew: bool = False) -> None:
        self._statement = statement
        self._planned_anew = planned_anew
        self._compiled: dict[str, SQLCompiler] = {}
        self._forms: dict[tuple[str, tuple[int, ...]], _Form] = {}

    def rows(self, connection: Connection, **values: Any) -> list[Any]:
        """What the statement selects, in named tuples.

        Raises:
            sqlalchemy.exc.DBAPIError: the database refuses it, or does not answer.
        """
        form, given = self._form(connection.dialect, values)
        how: dict[str, Any] = {}
        if self._planned_anew and connection.dialect.name == "postgresql":
            how["prepare"] = False
        with _cursor(connection) as cursor:
            cursor.execute(form.text, form.values(given), **how)
            found = cursor.fetchall()
        return list(map(form.row, found))

    def told(self, dialect: Dialect, **values: Any) -> tuple[str, Any]:
        """What the driver of a database is given: the text and its values."""
        form, given = self._form(dialect, values)
        return form.text, form.values(given)

    def execute(self, connection: Connection, values: Sequence[Mapping[str, Any]]) -> int:
        """Change what the statement says, once with each of these values, none of which is a list.

        The connection is in a transaction. The result is the number of rows changed.

        Raises:
            sqlalchemy.exc.DBAPIError: the database refuses it, or does not answer.
        """
        form = self.form(connection.dialect)
        given = [form.values(each) for each in values]
        if not given:
            return 0
        with _cursor(connection) as cursor:
            if len(given) == 1:  # psycopg would open a pipeline for it
                cursor.execute(form.text, given[0])
            else:
                cursor.executemany(form.text, given)
            return cursor.rowcount

    def form(self, dialect: Dialect) -> _Form:
        """The form of a statement without lists."""
        return self._form(dialect, {})[0]

    def _form(self, dialect: Dialect, values: Mapping[str, Any]) -> tuple[_Form, Mapping[str, Any]]:
        """The form for lists as long as these, and the values with lists of the lengths that it takes."""
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compiled(self._statement, dialect)
        names = [name for name, bind in compiled.binds.items() if bind.expanding and name in values]
        if names:
            values = {**values, **{name: _stretched(list(values[name])) for name in names}}
        key = dialect.name, tuple(len(values[name]) for name in names)
        form = self._forms.get(key)
        if form is None:
            form = self._forms[key] = _form(compiled, {name: values[name] for name in names})
        return form, values


def _compiled(statement: Executable, dialect: Dialect) -> SQLCompiler:
    compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # every statement has it
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(statement)
    return compiled


def _stretched(members: list[Any]) -> list[Any]:
    length = 1 << (len(members) - 1).bit_length() if members else 0
    return members + members[-1:] * (length - len(members))


def _form(compiled: SQLCompiler, lists: Mapping[str, Any]) -> _Form:
    dialect = compiled.dialect
    state = compiled.construct_expanded_state({**compiled.params, **lists}, escape_names=False)
    ways = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()}
    columns = getattr(compiled.statement, "selected_columns", ())
    names = [column.key or "_" for column in columns]
    row: Any = namedtuple("row", names, rename=True)  # type: ignore[misc]  # a list that is not written out
    out = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    return _Form(
        state.statement,
        state.positiontup,
        {name: _way(state.processors, name)(value) for name, value in state.parameters.items()},
        {name: state.parameter_expansion[name] for name in lists},
        row._make,
        {name: way for name, way in ways.items() if way is not None},
        [(place, way) for place, way in enumerate(out) if way is not None],
    )


def _way(processors: Mapping[str, Any], name: str) -> Process:
    way: Process | None = processors.get(name)
    return (lambda value: value) if way is None else way


def execute_together(connection: Connection, changes: Sequence[tuple[Hot, Sequence[Mapping[str, Any]]]]) -> list[int]:
    """Change what several statements say, each with all of its values; PostgreSQL is asked at once, if it is little.

    The connection is in a transaction. The result is the number of rows that each statement has changed.

    Raises:
        sqlalchemy.exc.DBAPIError: the database refuses one of them, or does not answer.
    """
    if connection.dialect.name != "postgresql" or sum(len(values) for _, values in changes) > FEW:
        return [hot.execute(connection, values) for hot, values in changes]
    forms = [(hot.form(connection.dialect), values) for hot, values in changes]
    told = send_together(connection, [(form.text, [form.values(each) for each in values]) for form, values in forms])
    return [sum(counts) for counts in told]


def send_together(connection: Connection, work: Sequence[tuple[str, Sequence[Any]]]) -> list[list[int]]:
    """Have PostgreSQL execute each text with each of its values, and wait for the answers once.

    Nothing large may be among the values: psycopg waits for ever, in a pipeline, if the socket does not take all.

    Returns:
        of each text the numbers of rows changed.

    Raises:
        sqlalchemy.exc.DBAPIError: the database refuses one of them, or does not answer.
    """
    driver: Any = connection.connection.driver_connection
    with ExitStack() as stack:
        # After a failure psycopg would count on prepared statements that the server has never seen.
        stack.enter_context(_told_by_sqlalchemy(connection, lets_go=True))
        sent: list[list[Any]] = []
        with driver.pipeline():
            for text, values in work:
                cursors = [stack.enter_context(driver.cursor()) for _ in values]
                for cursor, each in zip(cursors, values, strict=True):
                    cursor.execute(text, each)
                sent.append(cursors)
        return [[cursor.rowcount for cursor in cursors] for cursors in sent]


@contextmanager
def _cursor(connection: Connection) -> Iterator[DBAPICursor]:
    """A cursor of the driver."""
    cursor = connection.connection.cursor()
    try:
        with _told_by_sqlalchemy(connection, cursor):
            yield cursor
    finally:
        cursor.close()


@contextmanager
def _told_by_sqlalchemy(
    connection: Connection, cursor: DBAPICursor | None = None, *, lets_go: bool = False
) -> Iterator[None]:
    """Tell the driver's errors as SQLAlchemy tells them; a connection that is lost is let go, or any that failed."""
    dialect = connection.dialect
    try:
        yield
    except dialect.loaded_dbapi.Error as error:
        lost = dialect.is_disconnect(error, connection.connection, cursor)
        if lost or lets_go:
            connection.invalidate(error)
        raise DBAPIError.instance(
            None, None, error, dialect.loaded_dbapi.Error, connection_invalidated=lost, dialect=dialect
        ) from error
