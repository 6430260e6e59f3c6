/** Japanese. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: '名前と場所',
    about: '自己紹介',
    contact: '連絡先',
    availability: '稼働状況',
    organisation: '組織',
    mentoring: 'メンタリング',
    skills: 'スキル',
    education: '学歴',
    workExperience: '職歴',
    projects: 'プロジェクト',
    certificates: '資格',
    awards: '受賞',
    publications: '出版物',
    volunteering: 'ボランティア',
    languages: '言語',
    links: 'リンク',
  },
  role: {
    student: '学生',
    employer: '雇用主',
    mentor: 'メンター',
    moderator: 'モデレーター',
    admin: '管理者',
  },
};
