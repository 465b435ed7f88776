"""Beginnings for common roles and account types: what is often true, to be checked and written over.

Everything here is a hypothesis; a template fills only what is still empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fusenapp.domain.persona import ACCOUNT
from fusenapp.domain.wording import Wording


@dataclass(frozen=True)
class PersonaTemplate:
    """A beginning. ``texts`` and ``notes`` are by id of the `PersonaField`; notes are one wording each."""

    id: str
    name: Wording
    texts: Mapping[str, Wording]
    notes: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    account: bool = False


def templates_for(role: str) -> list[PersonaTemplate]:
    """Account types for the account, roles in a company for people."""
    return [t for t in TEMPLATES if t.account == (role == ACCOUNT)]


def _person(id: str, name: Wording, texts: Mapping[str, Wording], **notes: Wording) -> PersonaTemplate:
    return PersonaTemplate(id, name, texts, {key: (said,) for key, said in notes.items()})


def _account(id: str, name: Wording, issue: Wording, **texts: Wording) -> PersonaTemplate:
    return PersonaTemplate(id, name, texts, {"business_issues": (issue,)}, account=True)


W = Wording

TEMPLATES: tuple[PersonaTemplate, ...] = (
    _person("it-head", W("情報システム部長", "Head of IT"), {
        "department": W("情報システム部", "IT department"), "position": W("部長", "Head of department"),
        "duties": W("社内システムの企画・運用、情報セキュリティの責任者", "Plans and runs company systems, answers for security"),
        "own_kpi": W("障害件数・運用費・計画の達成", "Incidents, running costs, projects on plan"),
        "authority": W("部門予算の範囲", "Within the department's budget"),
        "trigger": W("基幹システムの更新時期、保守期限", "The core system is due for renewal"),
        "goal": W("運用の手間を増やさずに現場の要望に応える", "Serve the users without more work to run it"),
        "channels": W("専門誌、ベンダーの説明、同業の情報システム部門", "Trade press, vendors, peers in other companies"),
        "influencers": W("現場部門の課長、システム会社", "Managers of the users, system integrator")},
        issues=W("人手が足りず、保守に追われている", "Short of people, busy with maintenance"),
        concerns=W("既存システムと連携できるか、情報漏えいはないか", "Does it connect to what we have, is the data safe"),
        criteria=W("セキュリティ基準、連携の方法、サポート体制", "Security, interfaces, support"),
        message=W("「既存の仕組みを変えずに始められます」", "“Begin without changing what you have”"),
        materials=W("セキュリティチェックシート", "Security check sheet")),
    _person("line-manager", W("現場課長", "Line manager"), {
        "department": W("業務部", "Operations"), "position": W("課長", "Manager"),
        "duties": W("日々の業務の進行と、課員の管理", "Runs the daily work and leads the section"),
        "own_kpi": W("処理件数・残業時間・ミスの件数", "Output, overtime, errors"),
        "authority": W("なし（起案）", "None (drafts the request)"),
        "trigger": W("繁忙期に残業が続いた", "Overtime in the busy season"),
        "goal": W("課員の負担を減らし、納期を守る", "Less load on the team, on time"),
        "channels": W("検索、比較サイト、展示会", "Web search, comparison sites, trade fairs"),
        "influencers": W("部長、課員", "Head of department, team members")},
        issues=W("手作業が多く、担当者が休むと止まる", "Much is done by hand and stops when somebody is away"),
        concerns=W("課員が使いこなせるか", "Will the team be able to use it"),
        criteria=W("操作のやさしさ、導入までの期間", "Ease of use, time to start"),
        message=W("「翌月から残業を減らせます」", "“Less overtime from next month”"), materials=W("試用の手順書", "Guide to the trial")),
    _person("accounting", W("経理", "Accounting"), {
        "department": W("経理部", "Accounting"), "position": W("課長", "Manager"),
        "duties": W("月次・年次の決算、支払、予算の管理", "Monthly and yearly closing, payments, budgets"),
        "own_kpi": W("月次決算の日数・監査の指摘件数", "Days to close, audit findings"), "authority": W("予算の確認", "Checks budgets"),
        "trigger": W("法改正、監査での指摘", "A change of law, an audit finding"),
        "goal": W("締めの作業を短くし、証憑を確実に残す", "Close sooner with sound records"),
        "channels": W("会計ソフトの会社、税理士、専門誌", "Accounting software vendors, tax adviser, trade press"),
        "influencers": W("税理士、監査法人", "Tax adviser, auditors")},
        issues=W("紙と表計算での突き合わせに時間がかかる", "Matching paper and spreadsheets takes long"),
        concerns=W("法令の要件を満たしているか", "Does it meet the law"),
        criteria=W("法令対応、会計ソフトとの連携", "Compliance, link to the accounting software"),
        message=W("「締めを3日短くできます」", "“Close three days sooner”"), materials=W("法令対応の説明資料", "Note on compliance")),
    _person("director", W("役員", "Director"), {
        "department": W("経営層", "Board"), "position": W("取締役", "Director"),
        "duties": W("投資の判断、事業の責任", "Decides investments, answers for the business"),
        "own_kpi": W("営業利益・中期計画の達成", "Operating profit, mid-term plan"), "authority": W("1,000万円まで", "Up to ¥10 million"),
        "trigger": W("中期計画の重点施策", "A priority of the mid-term plan"),
        "goal": W("投資を2年以内に回収する", "Pay back within two years"),
        "channels": W("役員会の資料、取引銀行、経済紙", "Board papers, the bank, business press"),
        "influencers": W("部長、顧問", "Heads of department, advisers")},
        issues=W("人手不足の中で売上を伸ばす必要がある", "Growth is needed although people are scarce"),
        concerns=W("投資に見合う効果が出るか", "Is it worth the money"),
        criteria=W("費用対効果、会社の信用度", "Return, standing of the vendor"),
        message=W("「24か月で回収できます」", "“Paid back in 24 months”"),
        materials=W("稟議書のひな型", "Template for the approval request"),
        ringi_cost=W("初期費用と年額", "Initial and yearly cost"), ringi_effect=W("削減時間と金額", "Hours and money saved"),
        ringi_risk=W("止まったときの手順", "What to do when it stops"), ringi_setup=W("担当者と期間", "Who runs it, how long")),
    _person("purchasing", W("購買・調達", "Purchasing"), {
        "department": W("購買部", "Purchasing"), "position": W("課長", "Manager"),
        "duties": W("相見積もり、取引条件の交渉、取引先の審査", "Quotations, terms, vetting of vendors"),
        "own_kpi": W("調達費の削減率", "Savings"), "authority": W("取引先の選定に同意", "Agrees to the vendor"),
        "trigger": W("契約の更新", "A contract is due"),
        "goal": W("同じ品質をより安く、条件よく買う", "The same quality on better terms"),
        "channels": W("相見積もり、取引先リスト", "Quotations, list of vendors"),
        "influencers": W("依頼部門、法務", "The requesting department, legal")},
        issues=W("比べる基準がそろわない", "Offers cannot be compared"), concerns=W("後から費用が増えないか", "Hidden cost"),
        criteria=W("総費用、契約条件", "Total cost, terms"), message=W("「3年間の総額を約束します」", "“One price for three years”"),
        materials=W("見積の内訳", "Breakdown of the quotation")),
    _person("owner", W("中小企業の社長", "Owner of a small company"), {
        "department": W("経営", "Management"), "position": W("代表取締役", "President"),
        "duties": W("経営と営業の全般", "Runs the company and sells"),
        "own_kpi": W("売上・資金繰り", "Sales, cash"), "authority": W("全額", "Any amount"),
        "trigger": W("人が辞めた、後継者の課題", "Somebody left, succession"),
        "goal": W("少ない人数で回る会社にする", "A company that runs with few people"),
        "channels": W("商工会議所、取引銀行、知人の社長", "Chamber of commerce, bank, other owners"),
        "influencers": W("顧問税理士、家族", "Tax adviser, family")},
        issues=W("社長に仕事が集中している", "Everything hangs on the owner"), concerns=W("使いこなせる社員がいるか", "Who could use it"),
        criteria=W("月額、すぐ始められるか", "Monthly price, quick start"), message=W("「明日から使えます」", "“Use it tomorrow”"),
        materials=W("補助金の案内", "Note on subsidies")),
    _account("manufacturer", W("製造業・中堅", "Manufacturer, mid-sized"),
    W("熟練者の退職で技術が引き継げない", "Skills are lost as people retire"),
             industry=W("製造業", "Manufacturing"), revenue=W("30億〜500億円", "¥3–50 billion"), employees=W("100〜1,000名", "100–1,000"),
             business=W("多品種少量の受注生産、代理店経由の販売", "Made to order, sold through dealers"),
             systems=W("基幹システム（生産管理）と表計算", "Core system (production) and spreadsheets"),
             budget_season=W("1〜2月に次年度予算を申請", "Applies for next year's budget in January and February"),
             approval_amounts=W("部長 100万円まで／役員 1,000万円まで", "Head of department ¥1 million, director ¥10 million"),
             committee_size=W("4〜6名", "4–6"), approval_route=W("課長 → 部長 → 担当役員", "Manager → head → director")),
    _account("wholesaler", W("卸売", "Wholesaler"), W("利幅が薄く、人を増やせない", "Thin margins, no room for more people"),
             industry=W("卸売業", "Wholesale"), revenue=W("50億〜300億円", "¥5–30 billion"), employees=W("50〜500名", "50–500"),
             business=W("電話・FAXの受注が多く、得意先ごとに価格が違う", "Orders by phone and fax, a price per customer"),
             systems=W("販売管理システム", "Sales management system"),
             budget_season=W("決算月の2か月前", "Two months before the year ends"),
             approval_amounts=W("部長 50万円まで／社長 それ以上", "Head ¥500,000, president above"),
             committee_size=W("3〜5名", "3–5"), approval_route=W("営業課長 → 部長 → 社長", "Sales manager → head → president")),
    _account("it-services", W("ITサービス", "IT services"), W("エンジニアの採用が追いつかない", "Engineers are hard to hire"),
             industry=W("情報通信業", "Information services"), revenue=W("5億〜100億円", "¥0.5–10 billion"),
             employees=W("30〜500名", "30–500"),
             business=W("受託開発と自社サービス", "Projects and services of its own"),
             systems=W("複数のクラウドサービス", "Several cloud services"),
             budget_season=W("随時（四半期ごとに見直し）", "Any time, reviewed each quarter"),
             approval_amounts=W("部長 100万円まで", "Head ¥1 million"),
             committee_size=W("2〜4名", "2–4"), approval_route=W("担当者 → 部長 → 役員", "User → head → director")),
    _account("healthcare", W("医療・病院", "Hospital"), W("働き方改革で残業を減らす必要がある", "Overtime must come down by law"),
             industry=W("医療・福祉", "Healthcare"), revenue=W("20億〜200億円", "¥2–20 billion"), employees=W("200〜1,500名", "200–1,500"),
             business=W("外来・入院の診療、地域の医療機関との連携", "In- and outpatients, work with local clinics"),
             systems=W("電子カルテ、医事会計", "Medical records, billing"),
             budget_season=W("前年度の秋", "Autumn of the year before"),
             approval_amounts=W("事務長 100万円まで／理事会 それ以上", "Administrator ¥1 million, board above"),
             committee_size=W("5〜8名", "5–8"), approval_route=W("情報担当 → 事務長 → 理事会", "IT → administrator → board")),
    _account("construction", W("建設", "Construction"), W("現場監督の書類仕事が多い", "Site managers drown in paper"),
             industry=W("建設業", "Construction"), revenue=W("20億〜300億円", "¥2–30 billion"), employees=W("50〜500名", "50–500"),
             business=W("元請けと協力会社の多層構造", "General contractor with many partners"),
             systems=W("原価管理と表計算", "Cost control and spreadsheets"),
             budget_season=W("2〜3月", "February and March"), approval_amounts=W("支店長 100万円まで", "Branch manager ¥1 million"),
             committee_size=W("3〜6名", "3–6"), approval_route=W("現場所長 → 支店長 → 本社役員", "Site → branch → head office")),
)
