/** Japanese. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = {
  title: 'あなたのプロフィール',
  picture: {
    title: '写真',
    choose: '写真を選ぶ',
    another: '別の写真を選ぶ',
    help: 'PNG、JPEG、WebP、GIF、AVIF。ここにファイルをドロップするか、貼り付けることもできます。',
    remove: '写真を削除',
    waiting: '写真をアドレスから取得しています。',
    address: {
      address_not_allowed: 'このアドレスからは写真を取得できません。公開されている https:// のアドレスが必要です。',
      unreachable: '写真のアドレスに接続できませんでした。',
      not_a_picture: 'このアドレスのファイルは、表示できる画像ではありません。',
      too_large: 'このアドレスの写真は大きすぎます。2 MiB 以下、一辺 4,096 ピクセル以下にしてください。',
      rate_limited: 'アドレスの変更が多すぎます。1 時間後にもう一度お試しください。',
    },
    opening: '写真を開いています…',
    part: '表示する部分',
    partHelp:
      '写真をドラッグするか、中心にしたい所を押してください。キーボードでは、矢印キーで移動し、+ と − で拡大・縮小します。',
    zoom: '拡大率',
    at: (zoom, fromLeft, fromTop) => `拡大率 ${zoom}、左から ${fromLeft}、上から ${fromTop}`,
    preview: 'プレビュー',
    use: 'この写真を使う',
    cancel: 'キャンセル',
    sending: (percent) => `送信中: ${percent}`,
    stored: '写真を保存しました。',
    removed: '写真を削除しました。',
    faults: {
      notAPicture:
        'このファイルは画像として読み込めませんでした。PNG、JPEG、WebP、GIF、AVIF のファイルを選んでください。',
      tooHeavy: 'このファイルは大きすぎます。20 MB 以下にしてください。',
      tooManyPixels: 'この画像はピクセル数が多すぎます。6400 万以下にしてください。',
      over: '写真の受け付けが終わっていました。選択は残っています。もう一度お試しください。',
      offline: '接続がありません。選択は残っています。接続が戻ったら、もう一度お試しください。',
      lost: '途中で接続が切れました。選択は残っています。もう一度お試しください。',
      tooOften: '一度に送る写真が多すぎます。選択は残っています。後でもう一度お試しください。',
      signedOut: 'サインアウトしています。もう一度サインインしてください。',
      failed: 'うまくいきませんでした。もう一度お試しください。',
    },
  },
  removed: {
    show: '削除した項目',
    none: 'この 30 日間にこのセクションから削除した項目はありません。',
    until: (date) => `${date} まで元に戻せます`,
    restore: '元に戻す',
    restored: (name) => `「${name}」をリストに戻しました。`,
    failed: 'この項目を元に戻せませんでした。もう一度お試しください。',
    gone: 'この項目はもう元に戻せません。',
    most: (written) => `プロフィール全体で最後に削除した ${written} 件だけが残ります。`,
  },
};
