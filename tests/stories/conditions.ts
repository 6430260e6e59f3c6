/** The languages, themes and widths under which every story is checked. */

const locales = ['en', 'ar', 'en-XA'];
const themes = ['light', 'dark'];
const widths = [320, 768, 1280];

export interface Condition {
  locale: string;
  theme: string;
  /** Of the viewport, in pixels. */
  width: number;
}

export const everyCondition: readonly Condition[] = locales.flatMap((locale) =>
  themes.flatMap((theme) => widths.map((width) => ({ locale, theme, width }))),
);

/** Any two values of a condition meet in one of these: half of all conditions. */
export const pairedConditions: readonly Condition[] = everyCondition.filter(
  ({ locale, theme, width }) => (locales.indexOf(locale) + widths.indexOf(width)) % 2 === themes.indexOf(theme),
);
