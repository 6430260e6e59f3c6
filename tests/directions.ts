/** Language tags and the direction that their readers read in, by CLDR's likely scripts; for the server and the browser alike. */
export const directions: Record<'rtl' | 'ltr', string[]> = {
  rtl: [
    'ar', 'ar-EG', 'AR', 'ar_EG', 'ar-Arab', 'arc', 'arz', 'bal', 'ckb', 'ckb-IR', 'dv', 'fa', 'fa-AF', 'prs', 'glk', 'he', 'iw', 'ji', 'yi', 'ks', 'lrc',
    'mzn', 'nqo', 'pnb', 'ps', 'sd', 'sdh', 'skr', 'syr', 'ug', 'ur', 'ur-IN', 'rhg', 'azb', 'aii',
    'ha-Arab', 'ku-Arab', 'ku-IQ', 'pa-Arab', 'pa-PK', 'uz-Arab', 'uz-AF', 'az-Arab', 'az-IR', 'man-Nkoo', 'ff-Adlm', 'kk-CN', 'ms-Arab', 'en-Arab', 'lad-Hebr', 'und-Thaa',
    'ar-u-nu-latn', 'ar-x-private', 'ar-arb', 'ar-EG.UTF-8', 'he--IL', 'fa-', 'ur-toolongasubtag',
  ],
  ltr: [
    'en', 'de', 'ja', 'hi', 'ku', 'pa', 'uz', 'az', 'ha', 'ff', 'ms', 'man', 'sd-IN', 'hy', 'el', 'th', 'mn-Mong',
    'ar-Latn', 'ur-Latn', 'sd-Deva', 'ks-Deva', 'fa-Cyrl', 'he-Latn', 'yi-Latn', 'ug-Cyrl', 'en-XA',
    '', '-', 'x', 'xx-nothing', 'not a tag!', 'arabic', 'r', '\u0627', 'a'.repeat(10_000), 'i-'.repeat(10_000),
  ],
};
