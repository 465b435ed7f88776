"""Runs verbs of the command line, in this process or as a user would."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fusenapp import cli

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "files" / "samples"


@dataclass(frozen=True)
class Answer:
    """What a verb printed, read as JSON, and its exit status."""

    status: int
    json: dict[str, Any]


def fusen(*words: object) -> Answer:
    """Run a verb with ``--json`` in this process."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = cli.main([*map(str, words), "--json"])
    lines = out.getvalue().splitlines()
    assert len(lines) == 1, "one JSON object on one line, nothing else"
    return Answer(status, json.loads(lines[0]))


def done(*words: object) -> dict[str, Any]:
    """Run a verb that must succeed with nothing to look at; its JSON."""
    answer = fusen(*words)
    assert answer.status == 0, answer.json.get("error") or answer.json.get("problems")
    return answer.json


def refused(*words: object) -> dict[str, Any]:
    """Run a verb that must fail; its error."""
    answer = fusen(*words)
    assert answer.status == 2
    assert set(answer.json["error"]) == {"code", "message", "where"}
    return answer.json["error"]


def shell(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m fusenapp`` as a process of its own, without a screen."""
    return subprocess.run([sys.executable, "-m", "fusenapp", *map(str, words)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                          timeout=120, check=False, env={**os.environ, "FUSEN_NO_SETUP": "1", **environment})


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def facts(sample: str) -> dict[str, Any]:
    """The true figures of a sample company."""
    return json.loads((SAMPLES / f"{sample}_facts.json").read_text(encoding="utf-8"))


TARGET: dict[str, Any] = {"id": "root", "match": "all", "clauses": [
    {"id": "T1", "field": "業種", "operator": "one-of", "value": ["製造業", "情報通信業", "卸売業"], "kind": "required"},
    {"id": "T2", "field": "従業員数", "operator": ">=", "value": 100},
    {"id": "T3", "field": "資本金（万円）", "operator": ">=", "value": 5000},
    {"id": "T4", "field": "売上推移", "operator": "one-of", "value": ["増加", "安定"]}]}
"""The target definition that the facts of the samples use."""

HOT_LEAD: dict[str, Any] = {"id": "root", "match": "all", "clauses": [
    {"id": "H1", "ref": "target"},
    {"id": "H2", "field": "比較社数", "operator": "between", "value": [2, 3]},
    {"id": "H3", "match": "any", "clauses": [
        {"id": "H4", "field": "トライアル申込", "operator": "is-true"}, {"id": "H5", "field": "見積依頼", "operator": "is-true"}]}]}
"""The hot-lead definition that the facts of the samples use."""


def write_json(path: Path, value: object) -> Path:
    """A JSON file; returns its path."""
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path
