<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message>
        <source>Begin a review</source>
        <translation>レビューの開始</translation>
    </message>
    <message>
        <source>Keep the figures</source>
        <translation>数字の記録</translation>
    </message>
    <message>
        <source>Set the day of a review</source>
        <translation>レビューの日付の変更</translation>
    </message>
    <message>
        <source>Say who is there</source>
        <translation>出席者の記入</translation>
    </message>
    <message>
        <source>Write minutes</source>
        <translation>議事メモの記入</translation>
    </message>
    <message>
        <source>Answer a check</source>
        <translation>確認事項の回答</translation>
    </message>
    <message>
        <source>Explain an answer</source>
        <translation>回答の理由の記入</translation>
    </message>
    <message>
        <source>Decide on a definition</source>
        <translation>定義の見直しの判断</translation>
    </message>
    <message>
        <source>Close a review</source>
        <translation>議事録の確定</translation>
    </message>
    <message>
        <source>Open a review again</source>
        <translation>議事録の再編集</translation>
    </message>
    <message>
        <source>Delete a review</source>
        <translation>レビューの削除</translation>
    </message>
    <message>
        <source>Write a hypothesis</source>
        <translation>仮説の追加</translation>
    </message>
    <message>
        <source>Change a hypothesis</source>
        <translation>仮説の変更</translation>
    </message>
    <message>
        <source>Delete a hypothesis</source>
        <translation>仮説の削除</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>アクションの追加</translation>
    </message>
    <message>
        <source>Change an action</source>
        <translation>アクションの変更</translation>
    </message>
    <message>
        <source>Say how an action stands</source>
        <translation>アクションの状況の変更</translation>
    </message>
    <message>
        <source>Delete an action</source>
        <translation>アクションの削除</translation>
    </message>
    <message>
        <source>Renew an agreement</source>
        <translation>合意の更新</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The minutes of {where} are closed. Nothing was changed. Open the review again to change them.</source>
        <translation>{where}の議事録は確定済みです。何も変更していません。直すときは、レビューをもう一度開いてください。</translation>
    </message>
    <message>
        <source>“{where}” is no kind of review, only: {known}. Nothing was changed.</source>
        <translation>「{where}」というレビューの種類はありません。使えるのは{known}です。何も変更していません。</translation>
    </message>
    <message>
        <source>“{where}” is none of the checks of a review: {known}. Nothing was changed.</source>
        <translation>「{where}」はレビューの確認事項（{known}）にありません。何も変更していません。</translation>
    </message>
    <message>
        <source>“{where}” cannot be chosen here, only: {known}. Nothing was changed.</source>
        <translation>ここでは「{where}」を選べません。選べるのは{known}です。何も変更していません。</translation>
    </message>
    <message>
        <source>There is no text. Nothing was added. Write what is to be done, or what you think.</source>
        <translation>文章が空です。何も追加していません。何をするか、または考えを書いてください。</translation>
    </message>
    <message>
        <source>{where} is not agreed as it is now, so it cannot be renewed. Nothing was changed. Stamp it instead.</source>
        <translation>{where}は今の内容では合意されていないため、更新できません。何も変更していません。合意印を押してください。</translation>
    </message>
    <message>
        <source>There is no review “{where}”. Nothing was changed. Reviews: {known}.</source>
        <translation>「{where}」というレビューはありません。何も変更していません。あるレビュー：{known}</translation>
    </message>
    <message>
        <source>There is no action “{where}”, or more than one. Nothing was changed. Actions: {known}.</source>
        <translation>「{where}」というアクションがないか、2つ以上あります。何も変更していません。アクション：{known}</translation>
    </message>
</context>
</TS>
