/** Japanese. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'プロフィールはまだありません。',
  identity: {
    title: '名前と場所',
    fields: {
      displayName: { label: '名前', help: 'ほかの人に表示される名前です。' },
      headline: { label: '見出し', help: '何をしているかを1行で。' },
      pronouns: { label: '代名詞', help: '例：they/them' },
      'location.city': { label: '市区町村' },
      'location.region': { label: '地域' },
      'location.countryCode': { label: '国' },
      avatarUrl: {
        label: '写真のアドレス',
        help: 'https:// で始まります。写真は一度だけ取得され、Gigsy から表示されます。',
      },
    },
  },
};
