"""Names of companies and people, mail addresses, telephone numbers and ids as they are compared between two lists.

Every function gives the same text for different writings of one thing, and an empty text where nothing can be compared. Only what
is safe is made equal: half and full width, legal forms, spaces, points and dashes, old forms of characters. What merely looks alike
(a long vowel left out, another spelling) stays different and is a matter of `join_similar`.
"""

from __future__ import annotations

import re
import unicodedata

JAPANESE_FORMS: dict[str, str] = {
    "株式会社": "株", "(株)": "株", "有限会社": "有", "(有)": "有", "合同会社": "同", "(同)": "同", "合資会社": "資", "(資)": "資",
    "合名会社": "名", "(名)": "名", "相互会社": "相互", "一般社団法人": "一社", "(一社)": "一社", "公益社団法人": "公社", "(公社)": "公社",
    "一般財団法人": "一財", "(一財)": "一財", "公益財団法人": "公財", "(公財)": "公財", "社団法人": "社", "(社)": "社", "財団法人": "財",
    "(財)": "財", "学校法人": "学", "(学)": "学", "医療法人社団": "医", "医療法人財団": "医", "医療法人": "医", "(医)": "医",
    "社会福祉法人": "福", "(福)": "福", "特定非営利活動法人": "npo", "npo法人": "npo", "(特非)": "npo", "独立行政法人": "独", "(独)": "独",
    "地方独立行政法人": "地独", "国立大学法人": "国大", "宗教法人": "宗", "(宗)": "宗",
    "カ)": "株", "(カ)": "株", "(カ": "株", "ユ)": "有", "(ユ)": "有", "(ユ": "有", "ド)": "同", "(ド)": "同", "(ド": "同",
}
"""Legal form as written (after NFKC) → its short name; the last lines are the writings of bank transfers."""

_FREE = """
    gmail.com googlemail.com yahoo.co.jp yahoo.com yahoo.ne.jp ymail.com ybb.ne.jp hotmail.com hotmail.co.jp outlook.com outlook.jp
    live.jp live.com msn.com icloud.com me.com mac.com aol.com aol.jp proton.me protonmail.com gmx.com mail.com zoho.com
    docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp disney.ne.jp vodafone.ne.jp willcom.com ymobile.ne.jp rakumail.jp
    nifty.com nifty.ne.jp biglobe.ne.jp so-net.ne.jp ocn.ne.jp plala.or.jp dion.ne.jp wakwak.com excite.co.jp infoseek.jp goo.jp
    goo.ne.jp asahi-net.or.jp eonet.ne.jp jcom.home.ne.jp jcom.zaq.ne.jp zaq.ne.jp tiki.ne.jp mopera.net dti.ne.jp hi-ho.ne.jp
    iij4u.or.jp kcn.jp inter7.jp freemail.ne.jp qq.com 163.com 126.com naver.com hanmail.net
"""
FREE_MAIL = frozenset(_FREE.split())
"""Domains that many people share who have nothing else in common; they never count."""

_SHARED = "info contact sales support office admin mail webmaster inquiry toiawase soumu eigyo pr hello post"
_SHARED_BOXES = frozenset(_SHARED.split())

_OLD = str.maketrans(
    "髙﨑濵濱邊邉邉澤齋齊國廣櫻瀧學會榮條眞龍圓藏豐實與總關鐵應惠德寶壽團黑嶋嶌峯舘顯禮假壯號處彌爲澁曾來藝醫體發變黃萬淺礒",
    "高崎浜浜辺辺辺沢斎斉国広桜滝学会栄条真竜円蔵豊実与総関鉄応恵徳宝寿団黒島島峰館顕礼仮壮号処弥為渋曽来芸医体発変黄万浅磯",
)
_DASHES = "-‐‑‒–—―−﹣－─━ｰー"
_KANA_DASH = re.compile(rf"(?<=[ァ-ヺ])[{_DASHES}]")
_DROPPED = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef・･.,，、。'’‘`\"“”_/\\-]+")
_OTHER_DASHES = re.compile("[‐‑‒–—―−─━]")
_MARKS = re.compile("[\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FORMS = "|".join(re.escape(form) for form in sorted(JAPANESE_FORMS, key=len, reverse=True))
_FORM_FIRST = re.compile(rf"\s*({_FORMS})\s*")
_FORM_LAST = re.compile(rf"\s*({_FORMS})\s*$")
_ENGLISH_LAST = re.compile(
    r"[\s,.]*(?<![a-z0-9])(?:(?P<kk>k\.?\s?k\.?|kabushiki\s?(?:kaisha|gaisha))|(?P<llc>l\.?l\.?c\.?|g\.?k\.?|godo\s?kaisha)|"
    r"co\.?\s*,?\s*ltd\.?|co\.?\s*,?\s*inc\.?|inc\.?|incorporated|ltd\.?|limited|corp\.?|corporation|company|co\.)\s*$")
_FORM_ENDS = frozenset(form[-1] for form in JAPANESE_FORMS)
_ENGLISH_ENDS = frozenset("kacdpny.")
_NOBODY = frozenset((
    "", "個人", "個人事業主", "自営業", "フリーランス", "なし", "無し", "不明", "未記入", "未定", "none", "na", "n/a", "unknown", "-"))
_ENGLISH_FIRST = re.compile(r"^(?:(?P<kk>k\.?k\.?)|(?P<llc>g\.k\.))\s+")
_HONORIFIC = re.compile(r"(様|さま|さん|殿|氏|先生)$")
_MAIL = re.compile(r"[^\s@<>,;:()\[\]]+@[^\s@<>,;:()\[\]]+\.[^\s@<>,;:()\[\]]+")


def _wide(text: str) -> str:
    """NFKC, lower case, every dash in one writing: a long vowel after kana, a hyphen elsewhere."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()
    return _OTHER_DASHES.sub("-", _KANA_DASH.sub("ー", plain))


def company(text: str) -> tuple[str, str]:
    """``"㈱ ｻﾝﾌﾟﾙ・商事"`` → ``("サンプル商事", "株")``: the bare name, and the short name of the legal form (empty if none is written).

    ``Inc.`` and ``Co., Ltd.`` are dropped without a form, since companies of every form call themselves so.
    """
    bare, form = _without_form(_wide(text).strip())
    found = _DROPPED.sub("", bare).translate(_OLD)
    return ("", "") if found in _NOBODY else (found, form)


def _without_form(text: str) -> tuple[str, str]:
    """Looks at the ends only, and for a form only where the last letter could be one: most of the time goes here."""
    form = ""
    for _ in range(2):  # サンプル株式会社 K.K. has two
        if found := _FORM_FIRST.match(text) or (text[-1:] in _FORM_ENDS and _FORM_LAST.search(text)) or None:
            text, form = text[:found.start()] + text[found.end():], form or JAPANESE_FORMS[found[1]]
        elif found := (text[-1:] in _ENGLISH_ENDS and _ENGLISH_LAST.search(text)) or _ENGLISH_FIRST.match(text):
            text = text[:found.start()] + text[found.end():]
            form = form or ("株" if found["kk"] else "同" if found["llc"] else "")
        else:
            break
    return text, form


def person(text: str) -> str:
    """``"髙橋　太郎 様"`` → ``"高橋太郎"``; Latin names regardless of the order of their parts."""
    plain = _wide(text).strip()
    parts = _DROPPED.sub(" ", _HONORIFIC.sub("", plain)).split()
    return " ".join(sorted(parts)) if plain.isascii() else "".join(parts).translate(_OLD)


def mail(text: str) -> str:
    """The address in lower case and half width; of several the first; empty if there is none."""
    found = _MAIL.search(unicodedata.normalize("NFKC", text).lower().replace("mailto:", ""))
    return found[0].rstrip(".") if found else ""


def domain(address: str) -> str:
    """The company's domain of an address made by `mail`; empty for free mail."""
    host = address.rpartition("@")[2]
    return "" if host in FREE_MAIL or host.endswith((".ezweb.ne.jp", ".vodafone.ne.jp", ".biz.ezweb.ne.jp")) else host


def is_shared_box(address: str) -> bool:
    """Whether an address belongs to nobody in particular: ``info@…``."""
    return address.partition("@")[0].rstrip("0123456789-_") in _SHARED_BOXES


def phone(text: str) -> str:
    """Digits only, ``+81`` as ``0``; empty if they are too few for a number."""
    plain = unicodedata.normalize("NFKC", text).strip()
    digits = re.sub(r"\D", "", re.sub(r"^\+\s*81[\s-]*(\(0\))?", "0", plain))
    return digits if 9 <= len(digits) <= 13 else ""


def identifier(text: str) -> str:
    """An id in half width and lower case, without spaces around it; leading zeros stay."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
