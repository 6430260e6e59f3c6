/**
 * Lit's templates as text. Only what elements use of Lit is here: values as content, in attributes, as properties and as
 * listeners. Lit's own renderer also writes what hydration needs, which these elements do without (docs/adr/0009), and takes
 * ten times as long.
 */
import { type TemplateResult, noChange, nothing } from 'lit';
import { escaped } from './attributes.ts';

/** What stands at one value of a template: content, or an attribute with the text around its values. */
type Hole = { text: string; attribute?: undefined } | { text: string; attribute: string; around: string[] };

interface Template {
  holes: Hole[];
  /** After the last value. */
  end: string;
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/** The name of an attribute, and the beginning of its value, at the end of a text inside a tag. */
const OPEN_ATTRIBUTE = /\s([@.]?[a-z-]+)=("?)([^"<>=]*)$/i;

/** Text of a template's content: `html`, lists, words. Everything that is no template is escaped. */
export function write(value: unknown): string {
  if (typeof value === 'string') return escaped(value);
  if (value == null || value === nothing || value === noChange) return '';
  if (Array.isArray(value)) return value.map(write).join('');
  if (typeof value === 'object' && '_$litType$' in value) return writeTemplate(value as TemplateResult);
  return escaped(String(value));
}

function writeTemplate({ strings, values }: TemplateResult): string {
  let template = templates.get(strings);
  if (!template) templates.set(strings, (template = read(strings)));
  let markup = '';
  let next = 0;
  for (const hole of template.holes) {
    markup += hole.text;
    if (hole.attribute === undefined) markup += write(values[next++]);
    else {
      const own = values.slice(next, (next += hole.around.length - 1));
      markup += writeAttribute(hole.attribute, hole.around, own);
    }
  }
  return markup + template.end;
}

/** Nothing for a listener, for a property, and where a value says so. */
function writeAttribute(name: string, around: string[], values: unknown[]): string {
  if (/^[@.]/.test(name) || values.includes(nothing)) return '';
  return ` ${name}="${around.map((text, index) => text + escaped(String(values[index] ?? ''))).join('')}"`;
}

/** Finds where in the markup each value stands. */
function read(strings: TemplateStringsArray): Template {
  const pieces = strings.map(withoutIndentation);
  const holes: Hole[] = [];
  let text = pieces[0]!;
  let inTag = false;
  for (let index = 1; index < pieces.length; index += 1) {
    if (/[<>]/.test(text)) inTag = text.lastIndexOf('<') > text.lastIndexOf('>');
    const [begin = '', attribute, quote, first] = (inTag && OPEN_ATTRIBUTE.exec(text)) || [];
    if (attribute === undefined) {
      holes.push({ text });
      text = pieces[index]!;
      continue;
    }
    const around = [first!];
    while (quote && !pieces[index]!.includes(quote)) around.push(pieces[index++]!);
    const [last, rest] = quote ? splitAt(pieces[index]!, quote) : ['', pieces[index]!];
    holes.push({ text: text.slice(0, -begin.length), attribute, around: [...around, last] });
    text = rest;
  }
  return { holes, end: text };
}

/** What stands before and after the first `mark`. */
function splitAt(text: string, mark: string): [before: string, after: string] {
  const place = text.indexOf(mark);
  return [text.slice(0, place), text.slice(place + mark.length)];
}

/** Lines of templates are indented for people: the embed build takes the same away. */
function withoutIndentation(text: string): string {
  return text
    .replace(/>\s*\n\s*</g, '><')
    .replace(/^\s*\n\s*(?=<|$)/, '')
    .replace(/>\s*\n\s*$/, '>');
}
