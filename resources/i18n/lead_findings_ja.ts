<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>LeadFindings</name>
    <message>
        <source>One reason stands out</source>
        <translation>特定の理由での差し戻しが目立ちます</translation>
    </message>
    <message>
        <source>Quality leads without an answer</source>
        <translation>質リードへの回答がありません</translation>
    </message>
    <message>
        <source>Won customers outside the target</source>
        <translation>ターゲット外の受注が目立ちます</translation>
    </message>
    <message>
        <source>Definitions past their review date</source>
        <translation>見直し期限を過ぎた定義があります</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Of {of} leads that sales gave back, {count} ({share}) came back for “{name}”. Look at the condition that this reason points at.</source>
        <translation>営業が差し戻した{of}件のうち{count}件（{share}）の理由は「{name}」です。この理由にあたる条件を見直してください。</translation>
    </message>
    <message>
        <source>Quality leads that were handed over and got no answer within {hours} hours: {count}. Each of them is a lost chance.</source>
        <translation>引き渡しから{hours}時間たっても回答のない質リードが{count}件あります（機会損失）。</translation>
    </message>
    <message>
        <source>{count} of {of} won customers ({share}) are not what the target asks for. See whether the target still fits.</source>
        <translation>受注{of}件のうち{count}件（{share}）はターゲットの条件に当てはまりません。ターゲットが実態に合っているか確認してください。</translation>
    </message>
    <message>
        <source>Past its review date ({due}): {rules}. Review it and let the departments renew it.</source>
        <translation>{rules}の定義が見直し期限（{due}）を過ぎています。内容を見直し、各部門で合意を更新してください。</translation>
    </message>
</context>
</TS>
