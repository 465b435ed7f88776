"""Exports of common tools, known by their headings: what each column means without asking.

The headings are those that the tools write by default, in Japanese and English, compared as `lead.plain` gives them. A heading with
an empty meaning is one of the tool's own and helps to recognise it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fusenapp.domain import lead
from fusenapp.i18n import QT_TRANSLATE_NOOP, translate

_FEWEST, _SHARE, _OF_PRESET = 4, 0.4, 0.5


@dataclass(frozen=True)
class Preset:
    """One kind of export.

    Attributes:
        id: stable word.
        title: English source of its name (context ``Presets``).
        headings: heading → meaning, a key of ``lead.MEANINGS`` or of ``meanings.ATTRIBUTES``; empty for no meaning.
        marks: headings that hardly any other tool writes; one of them must be there. Empty: any.
        needs: meanings of which every one must be there.
    """

    id: str
    title: str
    headings: Mapping[str, str]
    marks: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Recognised:
    """A preset that fits, and column → meaning for the columns that it knows."""

    preset: Preset
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The tool's name in the language in use."""
        return title_of(self.preset.id)


def _headings(**groups: str) -> dict[str, str]:
    """``lead="record id | レコードid"`` → heading → meaning; the group ``other`` has none."""
    return {lead.plain(heading): "" if meaning == "other" else meaning for meaning, text in groups.items() for heading in text.split("|")}


def _marks(text: str) -> frozenset[str]:
    return frozenset(lead.plain(heading) for heading in text.split("|"))


PRESETS: tuple[Preset, ...] = (
    Preset("hubspot-contacts", QT_TRANSLATE_NOOP("Presets", "HubSpot contacts"), _headings(
        lead="Record ID | レコードID | コンタクトID | Contact ID",
        person="First Name | 名",
        email="Email | Eメール | メールアドレス",
        phone="Phone Number | 電話番号 | Mobile Phone Number | 携帯電話番号",
        owner="Contact owner | コンタクト担当者 | コンタクト所有者 | HubSpot Owner | HubSpot担当者",
        stage="Lifecycle Stage | ライフサイクルステージ | Lead Status | リードステータス",
        registered="Create Date | 作成日",
        company="Company Name | 会社名 | Associated Company | Primary Associated Company Name | プライマリーの関連会社"
              " | 関連付けられた会社",
        title="Job Title | 役職",
        route="Original Source | Original Traffic Source | オリジナルソース | 元のトラフィックソース | 元のソース",
        visited="Last Activity Date | 最終アクティビティー日 | 最終アクティビティ日",
        industry="Industry | 業種", employees="Number of Employees | 従業員数",
        revenue="Annual Revenue | 年間収益 | 年間売上高",
        prefecture="State/Region | 都道府県/地域 | 都道府県",
        score="HubSpot Score | HubSpotスコア | Likelihood to close",
        handed_over="Became a Marketing Qualified Lead Date | MQLになった日 | Became a marketing qualified lead date",
        accepted="Became a Sales Qualified Lead Date | SQLになった日",
        opportunity="Became an Opportunity Date | 商談になった日", won="Became a Customer Date | 顧客になった日",
        other="Last Name | 姓 | Favorite Content Topics | Preferred channels | Marketing contact status"
              " | マーケティングコンタクトのステータス"
              " | Associated Company IDs | Associated Company ID | Last Modified Date | 最終更新日 | 国/地域 | Country/Region"),
           _marks("Record ID | レコードID | Contact owner | コンタクト担当者 | コンタクト所有者 | Lifecycle Stage"
                 " | ライフサイクルステージ"),
           frozenset({"email"})),
    Preset("hubspot-deals", QT_TRANSLATE_NOOP("Presets", "HubSpot deals"), _headings(
        lead="Record ID | レコードID | 取引ID | Deal ID",
        result="Deal Stage | 取引ステージ", won="Close Date | クローズ日", won_amount="Amount | 金額",
        owner="Deal owner | 取引担当者 | 取引所有者 | HubSpot Owner | HubSpot担当者",
        opportunity="Create Date | 作成日",
        company="Associated Company | Associated Company (Primary) | プライマリーの関連会社 | 関連付けられた会社"
              " | 関連する会社",
        route="Original Source Type | Original Traffic Source | オリジナルソースタイプ | 元のトラフィックソース",
        lost_reason="Closed Lost Reason | 失注理由 | 不成立の理由 | クローズした失注理由",
        visited="Last Activity Date | 最終アクティビティー日",
        other="Deal Name | 取引名 | Pipeline | パイプライン | Amount in company currency | 会社通貨での金額 | Deal Type"
              " | 取引タイプ"
              " | Deal probability | 取引の確度 | Forecast category | 見込みカテゴリー | Associated Contact"
              " | 関連付けられたコンタクト"
              " | Weighted amount | 加重金額 | Closed Won Reason | 成約理由"),
           _marks("Deal Name | 取引名 | Deal Stage | 取引ステージ"), frozenset({"result"})),
    Preset("salesforce-leads", QT_TRANSLATE_NOOP("Presets", "Salesforce leads"), _headings(
        lead="Lead ID | リードID | リード ID | Id",
        person="First Name | 名 | Name | 名前",
        company="Company | 会社 | 会社名 | Company / Account | 会社 / 取引先",
        title="Title | 役職", email="Email | メール", phone="Phone | 電話 | Mobile | 携帯 | MobilePhone | 携帯電話",
        route="Lead Source | リードソース | LeadSource", stage="Lead Status | リード 状況 | リード状況 | 状況 | Status",
        owner="Lead Owner | リード 所有者 | リード所有者 | 所有者",
        registered="Created Date | Create Date | 作成日 | CreatedDate",
        visited="Last Activity | 最終活動日 | 最終活動 | LastActivityDate",
        industry="Industry | 業種", employees="No. of Employees | Employees | 従業員数 | NumberOfEmployees",
        revenue="Annual Revenue | 年間売上 | AnnualRevenue",
        prefecture="State/Province | 都道府県 | State | State/Province (text only)",
        opportunity="Converted Date | 取引開始日 | ConvertedDate | 取引の開始日",
        other="Last Name | 姓 | LastName | FirstName | Rating | 評価 | Street | 町名・番地 | City | 市区郡"
              " | Zip/Postal Code | 郵便番号 | Country | 国"
              " | Unread By Owner | 所有者未読 | Converted | 取引開始済み | IsConverted | OwnerId | Do Not Call"
              " | 電話をかけない"
              " | Email Opt Out | メール送信除外 | Last Modified Date | 最終更新日 | Website | Web サイト | Fax | 説明"
              " | Description"),
           _marks("Lead Owner | リード 所有者 | リード所有者 | Lead Status | リード 状況 | リード状況 | Lead ID | リード ID"
                 " | IsConverted | 取引開始済み | LeadSource"),
           frozenset({"company"})),
    Preset("salesforce-opportunities", QT_TRANSLATE_NOOP("Presets", "Salesforce opportunities"), _headings(
        lead="Opportunity ID | 商談 ID | 商談ID | Id",
        company="Account Name | 取引先名 | 取引先", result="Stage | フェーズ | StageName",
        won="Close Date | 完了予定日 | CloseDate",
        won_amount="Amount | 金額", owner="Opportunity Owner | 商談 所有者 | 商談所有者 | 所有者",
        route="Lead Source | リードソース | LeadSource", opportunity="Created Date | 作成日 | CreatedDate",
        lost_reason="Loss Reason | Closed Lost Reason | 失注理由", campaign="Primary Campaign Source | 主キャンペーンソース",
        visited="Last Activity | 最終活動日",
        other="Opportunity Name | 商談名 | Probability (%) | 確度 (%) | 確度 | Probability | Expected Revenue | 期待収益"
              " | Fiscal Period | 会計期間"
              " | Age | 期間 | Next Step | 次のステップ | Type | 種別 | Owner Role | 所有者 ロール | Forecast Category"
              " | 売上予測分類 | IsWon | IsClosed"
              " | 成立 | 完了 | Closed | Won | AccountId | OwnerId | Last Modified Date | 最終更新日"),
           _marks("Opportunity Name | 商談名 | Opportunity Owner | 商談 所有者 | 商談所有者"
                 " | StageName"), frozenset({"result"})),
    Preset("ma-leads", QT_TRANSLATE_NOOP("Presets", "Lead list of a marketing tool"), _headings(
        lead="リードID | 見込み客ID | 見込客ID | 顧客ID | 管理番号 | Prospect ID | Lead ID",
        company="会社名 | 企業名 | Company", department="部署 | 部署名 | Department", title="役職 | 役職名 | Job Title",
        person="氏名 | 名前 | お名前 | Name", email="メールアドレス | メール | Email", phone="電話番号 | TEL | Phone",
        prefecture="都道府県 | 所在地 | 地域", industry="業種 | 業界 | Industry", employees="従業員数 | 従業員規模 | Employees",
        revenue="売上高 | 年商 | Revenue",
        registered="登録日 | 登録日時 | 獲得日 | リード獲得日 | 作成日 | 初回登録日 | 初回接触日",
        route="流入経路 | 流入元 | リードソース | 獲得経路 | 獲得チャネル | 参照元",
        campaign="キャンペーン | キャンペーン名 | 施策名 | Campaign",
        score="スコア | リードスコア | 合計スコア | 行動スコア | Score",
        visited="最終アクセス日 | 最終訪問日 | 最終アクセス日時 | 最終アクション日 | 最終接触日 | Last Activity",
        handed_over="引渡日 | トスアップ日 | MQL日 | MQL化日 | 送客日 | ホットリード化日",
        owner="担当者 | 営業担当 | 担当営業",
        other="メール配信 | 配信停止 | オプトイン | オプトアウト | メール開封数 | 開封数 | クリック数 | PV数"
              " | ページビュー数 | 訪問回数 | セッション数 | フォーム送信数"
              " | 資料DL数 | 資料ダウンロード数 | Cookie ID | ランク | ステータス | タグ | セグメント | 最終開封日"),
           _marks("スコア | リードスコア | 合計スコア | 行動スコア | メール配信 | 配信停止 | オプトイン | オプトアウト"
                 " | 開封数 | メール開封数 | クリック数 | PV数"
                  " | ページビュー数 | 訪問回数 | 最終アクセス日 | 最終訪問日 | 最終アクセス日時 | 見込み客ID | 見込客ID"
                  " | Prospect ID"),
           frozenset({"company"})),
    Preset("sfa-opportunities", QT_TRANSLATE_NOOP("Presets", "Opportunities of a sales tool"), _headings(
        lead="案件ID | 案件番号 | 案件コード | 商談ID | 商談番号 | 商談コード | リードID",
        company="顧客名 | 会社名 | 取引先名 | 取引先 | 企業名 | 得意先名",
        owner="担当者 | 営業担当 | 営業担当者 | 担当営業 | 自社担当者",
        opportunity="商談日 | 商談化日 | 案件化日 | 案件作成日 | 商談作成日 | 作成日 | 登録日 | 発生日",
        proposal="提案日 | 提案書提出日", quote_amount="見積金額 | 見積額 | 見積提示額",
        won="受注日 | 成約日 | 契約日 | 受注予定日", won_amount="受注金額 | 受注額 | 成約金額 | 契約金額 | 売上金額",
        result="案件ステータス | 商談ステータス | フェーズ | 商談フェーズ | 案件フェーズ | 結果 | 商談結果 | 受注結果 | 進捗",
        lost_reason="失注理由 | 敗因", route="流入経路 | 案件発生源 | 発生源 | 獲得経路 | リードソース",
        appointment="アポ日 | アポイント日 | 初回訪問日",
        other="案件名 | 商談名 | 確度 | 受注確度 | 予定金額 | 見込金額 | 受注予定金額 | 商品 | 商品名 | 競合"
              " | 次回アクション | 次回訪問日 | 部門 | 粗利 | 原価 | 失注日"),
           _marks("案件名 | 案件ID | 案件番号 | 案件コード | 案件ステータス | 案件フェーズ | 商談番号 | 商談コード"
                 " | 受注確度 | 商談名"),
           frozenset({"company"})),
)
"""In the order in which they go first where two fit equally well."""

_BY_ID: Mapping[str, Preset] = {preset.id: preset for preset in PRESETS}


def title_of(id: str) -> str:
    """The name of a preset in the language in use; the id itself of one that is not known."""
    return translate("Presets", _BY_ID[id].title) if id in _BY_ID else id


def recognise(names: Iterable[str]) -> Recognised | None:
    """The preset whose headings a table has: enough of them, among them one of its own; None where none fits.

    Args:
        names: the names of the columns.
    """
    words = {lead.plain(name): name for name in reversed(list(names))}
    fits = [(_score(preset, words.keys()), -at) for at, preset in enumerate(PRESETS)]
    best = max(fits)
    if best[0] <= 0:
        return None
    preset = PRESETS[-best[1]]
    return Recognised(preset, {name: preset.headings[word] for word, name in words.items() if preset.headings.get(word)})


def _score(preset: Preset, words: Iterable[str]) -> float:
    """Headings in common, those of its own twice; 0 if they are too few or what it needs is not among them."""
    every = set(words)
    common = every & preset.headings.keys()
    own = common & preset.marks
    meanings = {preset.headings[word] for word in common}
    enough = len(common) >= _FEWEST and (len(common) >= _SHARE * len(every) or len(common) >= _OF_PRESET * len(set(preset.headings.values())))
    if not enough or not own or not preset.needs <= meanings:
        return 0.0
    return len(common) + len(own)
