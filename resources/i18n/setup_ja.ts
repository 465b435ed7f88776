<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Setup</name>
    <message>
        <source>Setting up Fusen in {folder} (once; one or two minutes) …</source>
        <translation>{folder} に Fusen の実行環境を準備しています（初回のみ、1～2分）…</translation>
    </message>
    <message>
        <source>Installing system packages: {names} …</source>
        <translation>システムのパッケージをインストールしています：{names} …</translation>
    </message>
    <message>
        <source>The packages that Fusen needs could not be fetched: there is no connection to the package index. Connect to the network (or set pip&apos;s index and proxy) and start again.</source>
        <translation>必要なパッケージを取得できませんでした。パッケージの配布元に接続できません。ネットワークに接続し（または pip の配布元とプロキシを設定し）、もう一度起動してください。</translation>
    </message>
    <message>
        <source>There is no ready-made package for this Python {version} on this system: {reason}. Python 3.11 to 3.14 on Windows, macOS or a Linux with glibc 2.34 or newer is supported.</source>
        <translation>この環境の Python {version} 向けに用意されたパッケージがありません：{reason}。対応しているのは、Windows、macOS、glibc 2.34 以降の Linux で動く Python 3.11～3.14 です。</translation>
    </message>
    <message>
        <source>The packages that Fusen needs could not be installed: {reason}</source>
        <translation>必要なパッケージをインストールできませんでした：{reason}</translation>
    </message>
    <message>
        <source>The environment {folder} could not be made: {reason}</source>
        <translation>実行環境 {folder} を作成できませんでした：{reason}</translation>
    </message>
    <message>
        <source>The system packages could not be installed ({reason}).</source>
        <translation>システムのパッケージをインストールできませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>System packages are missing. Install them with this line and start again:</source>
        <translation>システムのパッケージが不足しています。次のコマンドでインストールし、もう一度起動してください：</translation>
    </message>
    <message>
        <source>System packages are missing. Under Debian they are called: {names}. Install them and start again.</source>
        <translation>システムのパッケージが不足しています。Debian での名前は次のとおりです：{names}。インストールして、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({reason}). Copy Fusen to a folder of your own.</source>
        <translation>フォルダー {folder} に書き込めません（{reason}）。書き込めるフォルダーに Fusen をコピーしてください。</translation>
    </message>
    <message>
        <source>Another set-up of this folder is running; waiting for it …</source>
        <translation>このフォルダーの準備が別に進行中です。終わるまで待っています …</translation>
    </message>
    <message>
        <source>Another set-up of this folder does not end. Close it and start again.</source>
        <translation>このフォルダーの別の準備が終わりません。それを終了してから、もう一度起動してください。</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Qt could not start on this screen, so no window can be shown: {reason}</source>
        <translation>この画面で Qt を開始できないため、ウィンドウを表示できません：{reason}</translation>
    </message>
    <message>
        <source>There is no screen here (DISPLAY is not set), so no window can be shown. {hint}</source>
        <translation>画面がないため（DISPLAY が未設定）、ウィンドウを表示できません。{hint}</translation>
    </message>
    <message>
        <source>The screen {display} does not answer, so no window can be shown. {hint}</source>
        <translation>画面 {display} が応答しないため、ウィンドウを表示できません。{hint}</translation>
    </message>
    <message>
        <source>A picture of it can be made without one: add --screenshot window.png.</source>
        <translation>画面がなくても、--screenshot window.png を付けると画像を作成できます。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language of the screen and of exports</source>
        <translation>画面と書き出しの言語</translation>
    </message>
    <message>
        <source>Light or dark colours; system follows the computer</source>
        <translation>明るい配色または暗い配色（システム：コンピューターの設定に合わせる）</translation>
    </message>
    <message>
        <source>Size of text and controls in percent</source>
        <translation>文字と部品の大きさ（％）</translation>
    </message>
    <message>
        <source>No animated movement; system follows the computer</source>
        <translation>動きのある表示を控える（システム：コンピューターの設定に合わせる）</translation>
    </message>
    <message>
        <source>Your name, as it appears on edits and stamps</source>
        <translation>編集や押印に表示される氏名</translation>
    </message>
    <message>
        <source>The department you stamp for</source>
        <translation>押印する部門</translation>
    </message>
    <message>
        <source>Workspaces opened last, newest first</source>
        <translation>最近開いたワークスペース（新しい順）</translation>
    </message>
    <message>
        <source>Place and size of the window when it was last closed</source>
        <translation>前回閉じたときのウィンドウの位置と大きさ</translation>
    </message>
    <message>
        <source>The area shown when the window was last closed</source>
        <translation>前回閉じたときに表示していた画面</translation>
    </message>
    <message>
        <source>Whether the inspector beside the page is shown</source>
        <translation>詳細パネルを表示する</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The setting could not be saved to {where}. It holds until Fusen is closed. Check the folder and the free space.</source>
        <translation>設定を {where} に保存できませんでした。Fusen を閉じるまでは有効です。フォルダーと空き容量を確認してください。</translation>
    </message>
    <message>
        <source>Something went wrong inside Fusen ({code}). Your edits are kept. Please try again.</source>
        <translation>Fusen の内部で問題が発生しました（{code}）。編集内容は保たれています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>{where} was not found. Nothing was changed. Check the name and the folder.</source>
        <translation>{where} が見つかりません。何も変更していません。名前とフォルダーを確認してください。</translation>
    </message>
</context>
</TS>
