<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message><source>What another copy sent cannot be read ({reason}) and was not taken in. Your own edits are kept.</source><translation>ほかの人から届いた変更を読み取れないため（{reason}）、取り込みませんでした。ご自身の編集内容は残っています。</translation></message>
    <message><source>This was deleted by somebody else meanwhile. Nothing was changed. It can be brought back from the history.</source><translation>編集中に、ほかの人が削除しました。何も変更していません。履歴から元に戻せます。</translation></message>
    <message><source>This number is too large to be kept exactly ({where}). Nothing was changed. Use a larger unit.</source><translation>数値が大きすぎるため、正確に保存できません（{where}）。何も変更していません。千円、百万円など、より大きな単位で入力してください。</translation></message>
</context>
</TS>
