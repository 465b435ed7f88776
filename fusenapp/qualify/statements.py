"""A definition as SQL: one three-valued expression, NULL where the verdict is unknown.

SQLite, PostgreSQL and BigQuery join TRUE, FALSE and NULL by Kleene's logic, as the table reader does.
SQLite keeps dates as ISO text and flags as 1 and 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Any, Literal

from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.errors import InputError
from fusenapp.qualify.dates import reference_date
from fusenapp.qualify.fields import resolve
from fusenapp.qualify.predicates import Among, Blank, Contains, Range, StartsWith, Trend, Within, Words, predicate
from fusenapp.qualify.shape import knock_outs, pointed, required

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Column

Dialect = Literal["sqlite", "postgresql", "bigquery"]

_REAL: Mapping[str, str] = {"postgresql": "DOUBLE PRECISION", "bigquery": "FLOAT64"}


def sql(definition: Definition, dialect: Dialect = "sqlite", *, columns: Sequence[Column] | None = None,
        others: Mapping[str, Definition] | None = None, as_of: str | date | None = None) -> str:
    """The verdict as one SQL expression: TRUE match, FALSE no match, NULL unknown.

    Args:
        definition: to render; included ones are written out.
        dialect: of the database.
        columns: of the dataset, for full names and types; without them names stay as they are and values tell the types.
        others: definitions that may be included, by id.
        as_of: reference date; the current date of the database if None.

    Raises:
        InputError: as `fusenapp.qualify.evaluation.evaluate` does.
    """
    return _Writer(dialect, columns, others or {}, reference_date(as_of)).definition(definition, ())


def select(definition: Definition, dialect: Dialect = "sqlite", *, table: str = "leads", columns: Sequence[Column] | None = None,
           others: Mapping[str, Definition] | None = None, as_of: str | date | None = None) -> str:
    """A whole statement: all columns of ``table`` and ``verdict`` as 1, 0 or NULL. Arguments as for `sql`."""
    verdict = sql(definition, dialect, columns=columns, others=others, as_of=as_of)
    source = _quoted(table, dialect)
    return f"SELECT {source}.*, CASE WHEN {verdict} THEN 1 WHEN NOT ({verdict}) THEN 0 END AS verdict FROM {source}"


class _Writer:
    def __init__(self, dialect: Dialect, columns: Sequence[Column] | None, others: Mapping[str, Definition],
                 as_of: date | None) -> None:
        self.dialect: Dialect = dialect
        self.others, self.as_of = others, as_of
        self.names = None if columns is None else [column.name for column in columns]
        self.types = {column.name: column.type for column in columns or ()}

    # the definition

    def definition(self, definition: Definition, above: tuple[str, ...]) -> str:
        above = (*above, definition.id)
        parts = []
        if needed := required(definition.root):
            parts.append(self.group(needed, above))
        if definition.threshold is not None and (points := pointed(definition.root)):
            parts += self.thresholds(definition.threshold, points, above)
        parts += [f"NOT {self.condition(c, above)}" for c in knock_outs(definition.root)]
        return _joined("AND", parts) if parts else "NULL"

    def group(self, group: Group, above: tuple[str, ...]) -> str:
        parts = [self.group(m, above) if isinstance(m, Group) else self.condition(m, above) for m in group.members]
        if not isinstance(group.match, int):
            return _joined("AND" if group.match == "all" else "OR", parts)
        sure = " + ".join(f"CASE WHEN {p} THEN 1 ELSE 0 END" for p in parts)
        may = " + ".join(f"CASE WHEN NOT {p} THEN 0 ELSE 1 END" for p in parts)
        return f"(CASE WHEN {sure} >= {group.match} THEN TRUE WHEN {may} < {group.match} THEN FALSE END)"

    def condition(self, condition: Clause | Include, above: tuple[str, ...]) -> str:
        if isinstance(condition, Clause):
            type = self.types.get(self.column(condition.field, condition.id))
            asked = predicate(condition, type)
            if isinstance(asked, Blank):
                return self.blank(asked, self.name(condition.field, condition.id), type)
            return f"({self.write(asked, self.name(condition.field, condition.id), condition.id)})"
        if condition.ref in above:
            raise InputError("definition-cycle", condition.id, ref=" → ".join((*above, condition.ref)))
        if condition.ref not in self.others:
            raise InputError("unknown-definition", condition.id, ref=condition.ref)
        return self.definition(self.others[condition.ref], above)

    # points

    def thresholds(self, threshold: Any, points: Group, above: tuple[str, ...]) -> list[str]:
        needs = threshold if isinstance(threshold, Mapping) else {"": threshold}
        found = []
        for axis, needed in needs.items():
            low, high = self.score(points, axis, above)
            found.append(f"(CASE WHEN {low} >= {self.number(needed)} THEN TRUE WHEN {high} < {self.number(needed)} THEN FALSE END)")
        return found

    def score(self, group: Group, axis: str, above: tuple[str, ...]) -> tuple[str, str]:
        parts = [self.score(m, axis, above) if isinstance(m, Group) else self.points(m, above)
                 for m in group.members if isinstance(m, Group) or axis in ("", m.axis)]
        low, high = (" + ".join(part[side] for part in parts) or "0" for side in (0, 1))
        if group.cap is not None:
            return self.least(low, self.number(group.cap)), self.least(high, self.number(group.cap))
        return f"({low})", f"({high})"

    def points(self, condition: Clause | Include, above: tuple[str, ...]) -> tuple[str, str]:
        holds, points = self.condition(condition, above), condition.points or 0
        least, most = (f"{self.number(points)}{worth}" for worth in self.worth(condition))
        if points < 0:
            return f"CASE WHEN NOT {holds} THEN 0 ELSE {most} END", f"CASE WHEN {holds} THEN {least} ELSE 0 END"
        return f"CASE WHEN {holds} THEN {least} ELSE 0 END", f"CASE WHEN NOT {holds} THEN 0 ELSE {most} END"

    def worth(self, condition: Clause | Include) -> tuple[str, str]:
        """Factors of a half-life, at least and at most; empty if there is none."""
        source = condition.half_life_from or (condition.field if isinstance(condition, Clause) else "")
        if not condition.half_life_days or not source:
            return "", ""
        date = self.name(source, condition.id)
        age = self.most(self.days_between(date, self.today()), "0")
        power = f"POWER({self.number(0.5)}, {age} / {self.real(float(condition.half_life_days))})"
        if self.dialect == "postgresql":  # its GREATEST passes over NULL, which would make a missing date the newest
            power = f"CASE WHEN {date} IS NOT NULL THEN {power} END"
        return f" * COALESCE({power}, 0)", f" * COALESCE({power}, 1)"

    def least(self, a: str, b: str) -> str:
        return f"{'MIN' if self.dialect == 'sqlite' else 'LEAST'}({a}, {b})"

    def most(self, a: str, b: str) -> str:
        return f"{'MAX' if self.dialect == 'sqlite' else 'GREATEST'}({a}, {b})"

    # predicates

    @singledispatchmethod
    def write(self, asked: object, name: str, where: str) -> str:
        raise TypeError(asked)

    @write.register
    def _among(self, asked: Among, name: str, where: str) -> str:
        name = self.filled(name) if asked.type == "text" else name
        values = [self.literal(v) for v in asked.values]
        if len(values) == 1:
            return f"{name} {'<>' if asked.negated else '='} {values[0]}"
        return f"{name} {'NOT IN' if asked.negated else 'IN'} ({', '.join(values)})"

    @write.register
    def _range(self, asked: Range, name: str, where: str) -> str:
        if asked.low is not None and asked.high is not None and asked.low_in and asked.high_in:
            return f"{name} BETWEEN {self.literal(asked.low)} AND {self.literal(asked.high)}"
        if asked.low is not None:
            return f"{name} {'>=' if asked.low_in else '>'} {self.literal(asked.low)}"
        return f"{name} {'<=' if asked.high_in else '<'} {self.literal(asked.high)}"

    @write.register
    def _contains(self, asked: Contains, name: str, where: str) -> str:
        function = "instr" if self.dialect == "sqlite" else "strpos"
        return f"{function}({self.filled(name)}, {self.literal(asked.text)}) {'=' if asked.negated else '>'} 0"

    @write.register
    def _starts_with(self, asked: StartsWith, name: str, where: str) -> str:
        text = self.literal(asked.text)
        if self.dialect == "sqlite":
            return f"substr({self.filled(name)}, 1, {len(asked.text)}) = {text}"
        return f"starts_with({self.filled(name)}, {text})"

    @write.register
    def _words(self, asked: Words, name: str, where: str) -> str:
        true, false = (", ".join(self.literal(word) for word in found) for found in (asked.true, asked.false))
        return f"CASE WHEN {name} IN ({true}) THEN TRUE WHEN {name} IN ({false}) THEN FALSE END"

    @write.register
    def _within(self, asked: Within, name: str, where: str) -> str:
        reference = self.name(asked.of, where) if asked.of else self.today()
        return f"{self.days_between(name, reference)} BETWEEN 0 AND {asked.days}"

    @write.register
    def _trend(self, asked: Trend, name: str, where: str) -> str:
        other = self.name(asked.than, where) if asked.than else "0"
        tolerance = self.number(asked.tolerance)
        slack = f"{tolerance} * ABS({other})" if asked.than and asked.tolerance else tolerance
        if asked.direction == "flat":
            return f"ABS({name} - {other}) <= {slack}"
        first, second = (name, other) if asked.direction == "increased" else (other, name)
        return f"{first} - {second} > {slack}"

    def blank(self, asked: Blank, name: str, type: str | None) -> str:
        """An empty text is as blank as none; of an unknown type it is compared as text."""
        if type in (None, "text", "month"):
            text = name if type else f"CAST({name} AS {'STRING' if self.dialect == 'bigquery' else 'TEXT'})"
            return f"(COALESCE({text}, '') {'<>' if asked.negated else '='} '')"
        return f"({name} IS {'NOT ' if asked.negated else ''}NULL)"

    # names and values

    def column(self, field: str, where: str) -> str:
        return field if self.names is None else resolve(field, self.names, where)

    def name(self, field: str, where: str) -> str:
        return _quoted(self.column(field, where), self.dialect)

    @staticmethod
    def filled(name: str) -> str:
        return f"NULLIF({name}, '')"

    def literal(self, value: Any) -> str:
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, date):
            return f"'{value.isoformat()}'" if self.dialect == "sqlite" else f"DATE '{value.isoformat()}'"
        return _text(value, self.dialect) if isinstance(value, str) else self.number(value)

    def number(self, value: float) -> str:
        return str(int(value)) if float(value).is_integer() and abs(value) < 2**53 else self.real(float(value))

    def real(self, value: float) -> str:
        """Typed databases may read a literal with a fraction as an exact decimal; every other reader reckons in floating point."""
        return repr(value) if self.dialect == "sqlite" else f"CAST({value!r} AS {_REAL[self.dialect]})"

    def today(self) -> str:
        if self.as_of:
            return self.literal(self.as_of)
        return "date('now', 'localtime')" if self.dialect == "sqlite" else "CURRENT_DATE"

    def days_between(self, earlier: str, later: str) -> str:
        if self.dialect == "sqlite":
            return f"(julianday({later}) - julianday({earlier}))"
        return f"({later} - {earlier})" if self.dialect == "postgresql" else f"DATE_DIFF({later}, {earlier}, DAY)"


def _joined(word: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({f' {word} '.join(parts)})"


def _text(value: str, dialect: Dialect) -> str:
    if dialect == "bigquery":
        escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        return f"'{escaped}'"
    return "'" + value.replace("'", "''") + "'"


def _quoted(name: str, dialect: Dialect) -> str:
    if dialect == "bigquery":
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"
    return '"' + name.replace('"', '""') + '"'
