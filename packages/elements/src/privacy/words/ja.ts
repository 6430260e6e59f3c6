/** Japanese. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/ja.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'プロフィール全体',
  field: {
    'identity.displayName': '名前',
    'identity.headline': '見出し',
    'identity.pronouns': '代名詞',
    'identity.avatarUrl': '写真',
    'identity.location': '場所',
    'contact.email': 'メール',
    'contact.phone': '電話',
    'contact.website': 'ウェブサイト',
    'education.score': '成績',
    'education.gpa': 'GPA',
    'availability.rate': '料金',
    'organisation.openingsEmail': '応募用メール',
    'verification.domain': 'ドメイン',
    'verification.link': 'ページ',
  },
  further: {
    courses: '講座',
    gigs: '仕事',
    badges: 'バッジ',
    contributions: '投稿作品',
    verification: '確認済みの連絡先',
    endorsements: '推薦',
    reviews: 'レビュー',
    reputation: '評判',
  },
  visibility: {
    public: 'ウェブ上の誰でも',
    platform: 'サインインしたメンバー',
    restricted: '指定した人',
    owner: '自分だけ',
  },
  relation: { contact: 'あなたのつながり' },
  of: (whole, part) => `${whole}：${part}`,
  cancel: 'キャンセル',
};
