/**
 * Lit's templates as text. Only the parts of Lit that elements use are here: values as content, in attributes, as
 * properties and as listeners. Lit's own renderer also writes markers for hydration, which these elements do without
 * (docs/adr/0009), and takes ten times as long.
 */
import { type TemplateResult, noChange, nothing } from 'lit';
import { escapeHtml } from '@gigsy/schema/rules';

/** Values of a template at one place, after the text before them: content, or an attribute's between pieces of text. */
interface Hole {
  text: string;
  /** Of an attribute: the text, and its beginning up to its first value. Absent for content, and for listeners and properties, which a server does not write. */
  begun?: string;
  /** The text after each value of the attribute, the last up to its closing quote. Absent for content. */
  after?: string[];
}

interface Template {
  holes: Hole[];
  /** After the last value. */
  end: string;
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/** The name of an attribute, and the beginning of its value, at the end of a text inside a tag. */
const OPEN_ATTRIBUTE = /\s([@.]?[a-z-]+)=("?)([^"<>=]*)$/i;

/** A text that grows at its end alone: V8 joins such a text faster than one whose pieces are joined texts themselves. */
interface Written {
  text: string;
}

/** A value of a template's content: a template, a list, or text, which is escaped. */
export function write(value: unknown): string {
  const written: Written = { text: '' };
  put(written, value);
  return written.text;
}

function put(written: Written, value: unknown): void {
  if (typeof value === 'string') written.text += escapeHtml(value);
  else if (value == null || value === nothing || value === noChange) return;
  else if (Array.isArray(value)) for (const item of value) put(written, item);
  else if ((value as TemplateResult).strings) putTemplate(written, value as TemplateResult);
  else written.text += escapeHtml(String(value));
}

function putTemplate(written: Written, { strings, values }: TemplateResult): void {
  let template = templates.get(strings);
  if (!template) templates.set(strings, (template = read(strings)));
  let next = 0;
  for (const { text, begun, after } of template.holes) {
    if (!after) {
      written.text += text;
      put(written, values[next++]);
    } else {
      written.text += begun === undefined ? text : attribute(text, begun, after, values, next);
      next += after.length;
    }
  }
  written.text += template.end;
}

/** The text alone where one of the values is `nothing`. They begin at `first`. */
function attribute(text: string, begun: string, after: string[], values: unknown[], first: number): string {
  let written = begun;
  for (let index = 0; index < after.length; index += 1) {
    const value = values[first + index];
    if (value === nothing) return text;
    written += escapeHtml(String(value ?? '')) + after[index]!;
  }
  return written;
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
    const after: string[] = [];
    while (quote && !pieces[index]!.includes(quote)) after.push(pieces[index++]!);
    const [last, rest] = quote ? splitAt(pieces[index]!, quote) : ['', pieces[index]!];
    const before = text.slice(0, -begin.length);
    const begun = /^\w/.test(attribute) ? `${before} ${attribute}="${first!}` : undefined;
    holes.push({ text: before, begun, after: [...after, `${last}"`] });
    text = rest;
  }
  return { holes, end: text };
}

/** The text before and after the first `mark`. */
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
