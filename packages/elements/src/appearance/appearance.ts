/**
 * The look of elements as one object, for hosts that style from script: each field with its range. Values out of range
 * are brought into it, other values are left out; both leave the host's own custom properties in force.
 */
export interface Appearance {
  /** Colours for a light or a dark page; `auto` follows the page's `color-scheme`. */
  theme?: 'light' | 'dark' | 'auto';
  /**
   * Contrast of muted text, marks and lines, 0 to 1; 0 by default, always 1 if the reader's system asks for more
   * contrast.
   */
  contrast?: number;
  /** Any CSS colour: backgrounds. */
  surface?: string;
  /** Any CSS colour: text, at least 4.5:1 on `surface`. */
  text?: string;
  /** Any CSS colour: links, focus and marks, at least 4.5:1 on `surface`. */
  accent?: string;
  /** Any CSS colour: hairlines. */
  line?: string;
  /** Corners, 0 to 2, in units of the text's size; 0.625 by default. */
  radius?: number;
  /** Multiplies inner space, 0.5 to 1.5; 1 by default. */
  density?: number;
  /** Multiplies the size of text, 0.75 to 2; 1 by default. */
  textSize?: number;
}

const colours = ['surface', 'text', 'accent', 'line'] as const;

/** The declarations that `appearance` stands for, by property. Takes values of any shape. */
export function declarations(appearance: Appearance): Map<string, string> {
  const { theme, contrast, radius, density, textSize } = appearance;
  const found = [
    ['color-scheme', theme === 'light' || theme === 'dark' ? theme : ''],
    ['--gigsy-contrast', within(contrast, 0, 1)],
    ['--gigsy-radius', within(radius, 0, 2, 'em')],
    ['--gigsy-density', within(density, 0.5, 1.5)],
    ['font-size', within(textSize, 0.75, 2, 'em')],
    ...colours.map((name) => [`--gigsy-${name}`, colour(appearance[name])]),
  ] as [string, string][];
  return new Map(found.filter(([, value]) => value));
}

function within(value: unknown, least: number, most: number, unit = ''): string {
  return typeof value === 'number' && !isNaN(value) ? Math.min(Math.max(value, least), most) + unit : '';
}

function colour(value: unknown): string {
  return typeof value === 'string' && CSS.supports('color', value) ? value : '';
}
