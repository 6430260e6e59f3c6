/** Japanese. */
import type { PartnerConsentTerms } from '../terms.ts';

export const words: PartnerConsentTerms = {
  title: 'あなたを知っているパートナー',
  ask: (partner) => `${partner} に、Gigsy でのあなたが誰かを知らせますか？`,
  sites: 'パートナーのサイト：',
  may: 'そのサイトにサインインしている間、サインインしたメンバーに見える内容が、ご自身のプロフィールとページ上のプロフィールについて表示されます。',
  mayNot: 'パートナーはプロフィールを変更できず、あなただけ、またはあなたが指名した人だけに見える内容は見えません。',
  end: 'いつでもここで終了できます。開いているページからもすぐに消えます。',
  allow: '許可する',
  refuse: '今はしない',
  over: 'この依頼は終了したか、すでに回答済みです。パートナーのサイトで新しい依頼を受け取ってください。',
  refused: '許可しませんでした。依頼は自然に終了します。',
  allowed: (partner) => `${partner} にあなたのことを知らせました。`,
  links: '許可したパートナー',
  none: '許可したパートナーはありません。',
  since: (date) => `${date} から`,
  as: (user) => `そこでの名前：${user}`,
  revoke: '終了する',
  revoked: (partner) => `${partner} への許可を終了しました。`,
  tooMany: '許可できるパートナーの上限に達しています。先に一つ終了してください。',
};
