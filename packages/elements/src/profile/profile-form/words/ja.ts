/** Japanese. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'プロフィールはまだありません。',
  shared: {
    startDate: { label: '開始' },
    endDate: { label: '終了' },
    endStatus: {
      label: '終了日がない場合',
      choices: { ongoing: '継続中', open: '記載しない', unknown: '終了（日付不明）' },
    },
    url: { label: 'ウェブアドレス' },
    summary: { label: '概要' },
    highlights: { label: '主な成果', help: '1行に1つずつ。' },
    keywords: { label: 'キーワード', help: '1行に1つずつ。' },
    organisation: { label: '組織' },
    position: { label: '役職' },
  },
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
  about: { title: '自己紹介', fields: { text: { label: '紹介文', help: 'あなたがどんな人で、何を探しているか。' } } },
  availability: {
    title: '稼働状況',
    fields: {
      status: { label: '状態' },
      from: { label: '開始日' },
      hoursPerWeek: { label: '週あたりの時間' },
      remote: { label: 'リモートワーク', choices: { true: 'はい', false: 'いいえ' } },
      timeZone: { label: 'タイムゾーン' },
      'rate.amount': { label: '料金' },
      'rate.currency': { label: '通貨' },
      'rate.per': { label: '単位', choices: { hour: '時間', day: '日', month: '月', project: 'プロジェクト' } },
    },
  },
  contact: {
    title: '連絡先',
    fields: { email: { label: 'メール' }, phone: { label: '電話' }, website: { label: 'ウェブサイト' } },
  },
  organisation: {
    title: '所属組織',
    fields: {
      name: { label: '名称' },
      website: { label: 'ウェブサイト' },
      industry: { label: '業種' },
      size: { label: '人数' },
      about: { label: '組織について' },
      openingsEmail: { label: '応募用メール' },
      openingsUrl: { label: '募集のアドレス' },
    },
  },
  mentoring: {
    title: 'メンタリング',
    fields: {
      expertise: { label: '支援できること', help: '1行に1つずつ。' },
      formats: { label: '会い方', choices: { chat: 'チャット', call: '通話', 'in-person': '対面' } },
      capacity: { label: '同時に担当できる人数' },
      about: { label: '進め方' },
    },
  },
  skills: {
    title: 'スキル',
    fields: {
      name: { label: 'スキル名' },
      category: { label: '分類' },
      level: { label: 'レベル' },
      years: { label: '経験年数' },
    },
  },
  workExperience: { title: '職歴', fields: { location: { label: '場所' } } },
  education: {
    title: '学歴',
    fields: {
      institution: { label: '学校・大学' },
      studyType: { label: '学位' },
      area: { label: '専攻' },
      score: { label: '成績', help: '学校の表記どおりに。' },
      'gpa.value': { label: 'GPA' },
      'gpa.scale': { label: '満点' },
      courses: { label: '履修科目', help: '1行に1つずつ。' },
    },
  },
  projects: {
    title: 'プロジェクト',
    fields: {
      name: { label: '名称' },
      description: { label: '説明' },
      roles: { label: '担当した役割', help: '1行に1つずつ。' },
    },
  },
  certificates: {
    title: '資格',
    fields: {
      name: { label: '名称' },
      issuer: { label: '発行元' },
      date: { label: '発行日' },
      expires: { label: '有効期限' },
    },
  },
  awards: {
    title: '受賞歴',
    fields: { title: { label: '賞' }, awarder: { label: '授与者' }, date: { label: '日付' } },
  },
  publications: {
    title: '出版物',
    fields: { name: { label: '題名' }, publisher: { label: '出版社' }, releaseDate: { label: '発行日' } },
  },
  volunteering: { title: 'ボランティア' },
  languages: {
    title: '言語',
    fields: {
      name: { label: '言語名' },
      level: { label: 'レベル', choices: { native: '母語' } },
      fluency: { label: '自分の言葉で' },
      tag: { label: '言語タグ', help: '例：pt-BR' },
    },
  },
  links: { title: 'リンク', fields: { label: { label: '名前' }, username: { label: 'ユーザー名' } } },
};
