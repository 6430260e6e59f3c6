/** Japanese. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: 'プロフィール読み取りの切り替え',
  offline: '現在接続がありません。',
  drift: (_, written) => `ずれ：未解決 ${written}件`,
  noDrift: 'ずれ：未解決なし',
  cohorts: {
    staff: { name: 'スタッフ', who: 'モデレーターと管理者' },
    pilot: { name: '試験グループ', who: 'その他の100人中5人' },
    early: { name: '先行グループ', who: 'さらに100人中25人' },
    rest: { name: '残り', who: 'その他の全員' },
  },
  phases: {
    'dual-write': '二重書き込み',
    'shadow-read': '比較読み取り',
    normalized: '正規化済み',
    retired: '廃止済み',
  },
  progress: 'フェーズ',
  since: (date) => `${date}から`,
  compared: (_, written) => `${written}件のプロフィールを比較済み`,
  emptied: (_, written) => `${written}件のスナップショットを削除済み`,
  going: '進行中',
  differences: (_, written) => `${written}件のプロフィールで読み取り結果が異なります：`,
  moreThan: (written) => `${written}超の`,
  obstacles: {
    drift: '未解決のずれがあります。',
    differences: 'スナップショットと行の読み取り結果が異なります。',
    comparison: 'まだ比較していないプロフィールがあります。',
  },
  forward: (phase) => `「${phase}」へ進む`,
  back: (phase) => `「${phase}」へ戻る`,
  ask: 'このグループのスナップショットを削除しますか？元に戻せません。',
  retire: 'スナップショットを削除',
  keep: '残す',
  moving: '切り替え中',
  moved: (cohort, phase) => `${cohort}は現在「${phase}」です。`,
  conflict: '他の人がこのグループを切り替えました。現在の状態を表示しています。',
  notReady: 'このステップはまだ実行できません。',
  failed: 'このステップは失敗しました。何も変更されていません。',
};
