"""The shared glossary: words that departments use differently, and the terms that Fusen brings along."""

from __future__ import annotations

from dataclasses import dataclass

from fusenapp.domain.snapshot import Record, value
from fusenapp.domain.wording import Wording


@dataclass(frozen=True)
class DefaultTerm:
    """A term of a new workspace: its name, a first agreed wording and a quantitative test."""

    id: str
    name: Wording
    meaning: Wording
    test: Wording


DEFAULT_TERMS = (
    DefaultTerm("lead", Wording("リード", "Lead"),
                Wording("連絡先が分かっている、ある会社の一人", "One person at one company whom we can contact"),
                Wording("リード一覧の1行（同じメールアドレスは1件と数える）", "One row of the lead list; the same mail address counts once")),
    DefaultTerm("quality-lead", Wording("質リード", "Quality lead"),
                Wording("合意したターゲットの条件を満たすリード", "A lead that meets the agreed target definition"),
                Wording("ターゲットの定義の判定が「該当」", "Verdict of the target definition is “match”")),
    DefaultTerm("general-lead", Wording("一般リード", "General lead"),
                Wording("質リードではないリード", "A lead that is not a quality lead"),
                Wording("ターゲットの定義の判定が「該当」以外", "Verdict of the target definition is not “match”")),
    DefaultTerm("hot-lead", Wording("ホットリード", "Hot lead"),
                Wording("マーケティングと営業が、引き渡してよいと合意したリード", "A lead that marketing and sales agreed may be handed over"),
                Wording("ホットリードの定義の判定が「該当」", "Verdict of the hot-lead definition is “match”")),
    DefaultTerm("mql", Wording("MQL", "MQL"),
                Wording("マーケティングが営業に引き渡したリード", "A lead that marketing handed over to sales"),
                Wording("引渡日が入っている", "The hand-over date is filled")),
    DefaultTerm("sal", Wording("SAL", "SAL"),
                Wording("営業が受領したリード", "A lead that sales accepted"),
                Wording("営業の受領が「受領」", "Accepted by sales")),
    DefaultTerm("srl", Wording("Sales Rejected Lead", "Sales Rejected Lead"),
                Wording("営業が理由を付けて戻したリード。理由のない却下は却下と数えない",
                        "A lead that sales gave back with a reason; a rejection without a reason is none"),
                Wording("営業の受領が「却下」で、却下理由が入っている", "Rejected by sales, and the reason is filled")),
    DefaultTerm("appointment", Wording("アポ", "Appointment"),
                Wording("訪問またはオンラインで会う約束が取れた状態", "A meeting, on site or online, is arranged"),
                Wording("アポ日が入っている", "The appointment date is filled")),
    DefaultTerm("opportunity", Wording("商談", "Opportunity"),
                Wording("課題・予算・時期を確認し、提案に進むと双方が決めた場",
                        "Issue, budget and timing are clear, and both sides want a proposal"),
                Wording("課題・予算・時期の3項目が記録されている", "Issue, budget and timing are on record")),
    DefaultTerm("proposal", Wording("提案", "Proposal"),
                Wording("見積を含む提案書を顧客に提示した状態", "A proposal with a quotation has been presented"),
                Wording("提案日が入っている", "The proposal date is filled")),
    DefaultTerm("won", Wording("受注", "Won"),
                Wording("契約書または注文書を受け取った状態", "The contract or the order has arrived"),
                Wording("結果が「受注」", "The result is “won”")),
)


def shown_name(term: Record, language: str) -> str:
    """What a term is called on a screen in that language: its English name in English, where it has one."""
    name = value("terms", term, "name")
    return (value("terms", term, "english") or name) if language == "en" else name


def other_name(term: Record, language: str) -> str:
    """Its name in the other language, empty where that says nothing new."""
    name, english = value("terms", term, "name"), value("terms", term, "english")
    shown = shown_name(term, language)
    return next((other for other in (english, name) if other and other != shown), "")
