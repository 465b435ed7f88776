<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Waterfall</name>
    <message>
        <source>Why {name} is off its target</source>
        <translation>{name}：目標と実績の差の要因</translation>
    </message>
    <message>
        <source>Why {name} moved</source>
        <translation>{name}：増減の要因</translation>
    </message>
    <message>
        <source>{name} ({span})</source>
        <translation>{name}（{span}）</translation>
    </message>
    <message>
        <source>change {change}</source>
        <translation>差 {change}</translation>
    </message>
    <message>
        <source>Split free of order (Shapley); the range is what each reason brings over all orders.</source>
        <translation>分解：順序によらない方法（Shapley）。「順序による幅」は、あらゆる順序で計算したときの最小値〜最大値です。</translation>
    </message>
    <message>
        <source>Split by the logarithmic mean (LMDI).</source>
        <translation>分解：対数平均（LMDI）</translation>
    </message>
    <message>
        <source>Split into rates and mix (Kitagawa).</source>
        <translation>分解：率と構成（Kitagawa）</translation>
    </message>
    <message>
        <source>as of {month}</source>
        <translation>{month}時点</translation>
    </message>
    <message>
        <source>KPI tree: agreed revision {number}</source>
        <translation>KPIツリー 合意 第{number}版</translation>
    </message>
    <message>
        <source>Source: {parts}</source>
        <translation>出所：{parts}</translation>
    </message>
    <message>
        <source>Output: copy, PDF, picture</source>
        <translation>出力：コピー・PDF・画像</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>The waterfall as PDF…</source>
        <translation>ウォーターフォール図をPDFで保存…</translation>
    </message>
    <message>
        <source>The waterfall as a picture (PNG)…</source>
        <translation>ウォーターフォール図を画像（PNG）で保存…</translation>
    </message>
    <message>
        <source>{name} - why it moved</source>
        <translation>{name} 増減の要因</translation>
    </message>
    <message>
        <source>Save the waterfall</source>
        <translation>ウォーターフォール図の保存</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name}を書き出し中</translation>
    </message>
    <message>
        <source>Making the picture</source>
        <translation>画像を作成中</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>画像をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>with --explain and a PDF or picture: this period …</source>
        <translation>--explain でPDF・画像にするとき：比較元の期間</translation>
    </message>
    <message>
        <source>… against that one, instead of target and actual</source>
        <translation>比較先の期間（省略時は目標と実績の比較）</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>From</source>
        <translation>比較元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>比較先</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>差</translation>
    </message>
</context>
</TS>
