/** Letters that the filter of the skill matrix treats as equal, in several scripts, and letters that it does not. */
import { waitUntil } from '@open-wc/testing';
import '@gigsy/elements/skill-matrix/define';
import { put, rendered, said, within } from './element.ts';
import { manySkilled } from './people.ts';

/** By kind of likeness: names of skills, the query, and its matches; without matches, all of them. */
const RIGHT: Record<string, [names: string[], typed: string, found?: string[]][]> = {
  'case, also where letters become two or look different at the end': [
    [['Wahrsagekunst'], 'WAHRSAGE'],
    [['Straßenbau'], 'STRASSEN'],
    [['STRAẞENBAU'], 'straßen'],
    [['Strassenbau'], 'straße'],
    [['ΜΑΓΕΙΡΟΣ'], 'μάγειρος'],
    [['μάγειρος'], 'ΜΑΓΕΙΡΟΣ'],
    [['ſchreiben'], 'SCHREIBEN'],
    [['ქართული'], 'ᲥᲐᲠᲗᲣᲚᲘ'],
    [['Живопись'], 'ЖИВОПИСЬ'],
  ],
  'i with and without its dot': [
    [['kılavuz'], 'KILAVUZ'],
    [['İplik'], 'iplik'],
    [['iplik'], 'İPLİK'],
    [['ışık', 'şirket'], 'isik', ['ışık']],
  ],
  'letters with strokes and hooks, and ligatures': [
    [['Đàn bầu'], 'dan bau'],
    [['Kućna radinost: đumbir'], 'dumbir'],
    [['Ślusarz, łowiectwo'], 'lowiectwo'],
    [['Brødbagning'], 'BRODBAGNING'],
    [['Ħarsa'], 'harsa'],
    [['Ɓoye'], 'boye'],
    [['Cœlioscopie'], 'coelio'],
    [['Coelioscopie'], 'cœlio'],
    [['Hæklearbejde'], 'haekle'],
    [['Þýðing'], 'thyding'],
    [['ﬂuides'], 'fluides'],
  ],
  'accents of Latin, Greek and Cyrillic, however they are written': [
    [['Crème brûlée'], 'creme brulee'],
    [['Cre\u0300me'], 'crème'],
    [['Tiếng Việt'], 'tieng viet'],
    [['ᾠδή'], 'ωδη'],
    [['Ёлочные игрушки'], 'елоч'],
    [['за\u0301мок'], 'замок'],
  ],
  'letters of Cyrillic that are no accents': [
    [['йога', 'икона'], 'й', ['йога']],
    [['їжа', 'історія'], 'ї', ['їжа']],
    [['ўрокі', 'урокі'], 'ў', ['ўрокі']],
  ],
  'vowel signs and tones, which are no accents': [
    [['पढ़ना', 'पीना', 'पुताई'], 'पी', ['पीना']],
    [['ไม้', 'ไม่'], 'ไม้', ['ไม้']],
    [['น้ำ', 'นำ'], 'นำ', ['นำ']],
    [['কবিতা', 'কাব্য'], 'কা', ['কাব্য']],
    [['தையல்', 'தமிழ்'], 'தை', ['தையல்']],
    [['ខ្មែរ', 'ខមរ'], 'ខ្មែរ', ['ខ្មែរ']],
  ],
  'kana, whose voicing is no accent, in any width': [
    [['デザイン', 'テニス'], 'デ', ['デザイン']],
    [['パン', 'ハンコ', 'バン'], 'ハ', ['ハンコ']],
    [['ﾃﾞｻﾞｲﾝ'], 'デザイン'],
    [['Ｅｘｃｅｌ'], 'excel'],
    [['テ\u3099ザイン'], 'デザイン'],
  ],
  'Hangul as far as it has been typed': [
    [['한글', '가구'], 'ㅎ', ['한글']],
    [['한글', '가구'], '하', ['한글']],
    [['한글', '하늘'], '한', ['한글']],
    [['안경', '나무'], '나', ['나무']],
  ],
  'points and the stretching of Arabic and Hebrew, and the seats of hamza': [
    [['كِتَابَة'], 'كتابة'],
    [['كتـــابة'], 'كتابة'],
    [['إدارة الأعمال'], 'ادارة الاعمال'],
    [['آلات'], 'الات'],
    [['ٱلرسم'], 'الرسم'],
    [['مستوى'], 'مستوي'],
    [['كتابة'], 'كتابه'],
    [['فارسی', 'کتاب'], 'كتاب', ['کتاب']],
    [['כְּתִיבָה'], 'כתיבה'],
    [['می\u200cنویسم'], 'مینویسم'],
  ],
  'what draws nothing': [
    [['Data\u00adbase'], 'database'],
    [['\u2060Rust\ufe0f'], 'rust'],
  ],
};

for (const [alike, rows] of Object.entries(RIGHT)) {
  it(`the filter knows ${alike}`, async () => {
    const matrix = await put('gigsy-skill-matrix', {});
    for (const [names, typed, found = names] of rows) {
      matrix.profile = manySkilled({ handle: 'x', skills: names.map((name) => ({ name })) } as never);
      await rendered(matrix);
      const field = within(matrix, 'input')[0] as HTMLInputElement;
      field.value = typed;
      field.dispatchEvent(new Event('input'));
      // The first time its code comes.
      await waitUntil(
        () => said(matrix, 'tbody .name').join() === found.join(),
        `${typed} finds not ${found.join()} in ${names.join()}`,
      );
    }
  });
}
