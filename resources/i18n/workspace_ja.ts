<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>{where} is not a Fusen workspace. Nothing was changed. Choose a .fusen file.</source>
        <translation>{where} は Fusen のワークスペースではありません。何も変更していません。.fusen ファイルを選んでください。</translation>
    </message>
    <message>
        <source>{where} is damaged: a part of it is missing or was changed. Nothing was changed. Use “Repair” to get back everything that can be read.</source>
        <translation>{where} は壊れています（一部が欠けているか、書き換わっています）。何も変更していません。「修復」を使うと、読み取れる内容をすべて取り戻せます。</translation>
    </message>
    <message>
        <source>{where} was made by a newer Fusen (format {version}). Nothing was changed. Update Fusen to open it.</source>
        <translation>{where} は、より新しい Fusen で作成されています（形式 {version}）。何も変更していません。Fusen を更新してから開いてください。</translation>
    </message>
    <message>
        <source>{where} is there already. Nothing was changed. Choose another name.</source>
        <translation>{where} はすでにあります。何も変更していません。別の名前を指定してください。</translation>
    </message>
    <message>
        <source>{where} cannot be read ({reason}). Nothing was changed. Check the connection and your rights to the file.</source>
        <translation>{where} を読み取れません（{reason}）。何も変更していません。接続と、ファイルへのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>There is no room left to write {where}. The file is as it was and your edits are kept on this computer. Free some space; Fusen goes on trying.</source>
        <translation>空き容量が足りないため、{where} に書き込めません。ファイルは元のままで、編集内容はこのパソコンに保存しています。空き容量を増やしてください。Fusen は保存を試み続けます。</translation>
    </message>
    <message>
        <source>{where} may not be written: the file or its folder is read-only. Your edits are kept on this computer. Save a copy elsewhere, or have the folder unlocked; Fusen goes on trying.</source>
        <translation>{where} に書き込めません（ファイルまたはフォルダーが読み取り専用です）。編集内容はこのパソコンに保存しています。別の場所にコピーを保存するか、書き込みを許可してください。Fusen は保存を試み続けます。</translation>
    </message>
    <message>
        <source>{where} is being used by another program. Your edits are kept on this computer; Fusen goes on trying.</source>
        <translation>{where} は別のプログラムが使用中です。編集内容はこのパソコンに保存しています。Fusen は保存を試み続けます。</translation>
    </message>
    <message>
        <source>The folder of {where} cannot be reached ({reason}). Your edits are kept on this computer. Connect the drive again; Fusen goes on trying.</source>
        <translation>{where} のフォルダーに接続できません（{reason}）。編集内容はこのパソコンに保存しています。ドライブを接続し直してください。Fusen は保存を試み続けます。</translation>
    </message>
    <message>
        <source>Edits cannot be written to {where} ({reason}). They are kept in memory and not lost while Fusen is open. Free some space; Fusen goes on trying.</source>
        <translation>編集内容を {where} に書き込めません（{reason}）。Fusen を開いている間はメモリーに保持されています。閉じずに空き容量を増やしてください。Fusen は保存を試み続けます。</translation>
    </message>
    <message>
        <source>{where} is no longer this workspace, or it is damaged. It was left as it is and your edits are kept on this computer. Save a copy under another name.</source>
        <translation>{where} は、このワークスペースではなくなっているか、壊れています。そのファイルには触れず、編集内容はこのパソコンに保存しています。別の名前でコピーを保存してください。</translation>
    </message>
    <message>
        <source>{where} is not a copy of {other}, so the two cannot be merged. Nothing was changed.</source>
        <translation>{where} は {other} のコピーではないため、統合できません。何も変更していません。</translation>
    </message>
    <message>
        <source>Imported data or a picture is no longer in {where} ({hash}). Everything else is there. Import it again.</source>
        <translation>{where} に、取り込んだデータまたは画像がありません（{hash}）。ほかの内容はそろっています。もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>Imported data or a picture in {where} is damaged ({hash}). Everything else is there. Import it again.</source>
        <translation>{where} の、取り込んだデータまたは画像が壊れています（{hash}）。ほかの内容はそろっています。もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>The state of that moment in {where} was thinned out after 30 days. Choose a named version or a later moment.</source>
        <translation>{where} のその時点の状態は、30日を過ぎたため間引かれています。名前付きの版か、より新しい時点を選んでください。</translation>
    </message>
    <message>
        <source>Edit {where} of the history is damaged.</source>
        <translation>履歴の編集 {where} が壊れています。</translation>
    </message>
    <message>
        <source>The saved state {where} is damaged.</source>
        <translation>保存された状態 {where} が壊れています。</translation>
    </message>
    <message>
        <source>{where}: an edit by {author} could not be taken in and was set aside.</source>
        <translation>{where}：{author} さんの編集は取り込めなかったため、別に保管しています。</translation>
    </message>
</context>
</TS>
