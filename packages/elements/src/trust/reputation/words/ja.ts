/** Japanese. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: '評判',
  score: (score, most) => `${most}中${score}`,
  sure: { little: 'まだ情報はわずかです。', some: 'ある程度の情報があります。', much: '多くの情報があります。' },
  range: (from, to) => `まだ分からない点によって、${from}から${to}になり得ます。`,
  madeOf: '内訳',
  kind: '種類',
  votes: '票',
  points: '点',
  kinds: { endorsement: '推薦', review: 'レビュー', completion: '完了した仕事' },
  counts: '票の重みは、投じた人への信頼によって決まります。数えるのは、あなたが見られる票だけです。',
};
