"""Definitions: what a target company and a hot lead are, as clauses in groups. The door to `definition_*`.

A rule file (JSON) or the records of a workspace become a frozen `Definition`; `fusenapp.qualify` runs it on leads.

How a definition judges a lead, in every reader of it (table, SQL, Excel):

- A clause is true, false, or unknown where the value it reads is missing; ``is-blank`` and ``not-blank`` are never unknown.
- A group joins its required members by Kleene's logic: *all*, *any*, *at least n*.
- Muted clauses and groups are left out, and so is a group with no effective required member; *at least n* of fewer than n
  that are left asks for all of them. A definition with nothing left says nothing: every lead is unknown.
- A knock-out stands apart from its group: the lead matches only if no knock-out of the definition is true.
- Points stand apart too: true clauses of kind ``points`` add up, a group's sum is at most its cap, and the lead matches only
  if the threshold is reached. While unknown clauses could still tip the sum, the verdict is unknown.
"""

from __future__ import annotations

from fusenapp.domain.definition_json import (
    canonical,
    group_to_json,
    match_from_json,
    match_to_json,
    member_to_json,
    parse_rule,
    to_json,
)
from fusenapp.domain.definition_records import (
    MemberRecord,
    all_from_snapshot,
    definition_fields,
    from_snapshot,
    member_fields,
    to_records,
)
from fusenapp.domain.definition_types import (
    AXES,
    KINDS,
    MAX_NESTING,
    OPERATORS,
    RULES,
    Clause,
    Condition,
    Definition,
    Group,
    Include,
    Match,
    Member,
    Threshold,
    clause_fields,
    clause_id,
    clauses,
    conditions,
    fields,
    includes,
    record_id,
    walk,
)
from fusenapp.domain.definition_value import normal_value, plain_value

__all__ = [
    "AXES", "KINDS", "MAX_NESTING", "OPERATORS", "RULES", "Clause", "Condition", "Definition", "Group", "Include", "Match",
    "Member", "MemberRecord", "Threshold", "all_from_snapshot", "canonical", "clause_fields", "clause_id", "clauses",
    "conditions", "definition_fields", "fields", "from_snapshot", "group_to_json", "includes", "match_from_json",
    "match_to_json", "member_fields", "member_to_json", "normal_value", "parse_rule", "plain_value", "record_id", "to_json",
    "to_records", "walk",
]
