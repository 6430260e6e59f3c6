/** Japanese. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/ja.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: '数字で見るプロフィール',
  upTo: (time) => `${time}までの集計`,
  none: 'まだ集計されていません。',
  completeness: '充実度別のプロフィール数',
  band: (from, to) => `${from}～${to}`,
  timeToComplete: '80点に達するまでの時間',
  times: ['1時間以内', '1日以内', '1週間以内', '4週間以内', 'それ以上'],
  edits: 'セクション別の編集数（直近28日）',
  table: '表で表示',
  profiles: 'プロフィール',
  day: '日',
  all: 'すべて',
};
