/**
 * Lit's templates as text. Only the parts of Lit that elements use are here: values as content, in attributes, as
 * properties and as listeners. Lit's own renderer also writes markers for hydration, which these elements do without
 * (docs/adr/0009), and takes ten times as long.
 */
import { type TemplateResult, noChange, nothing } from 'lit';
import { escapeHtml } from '@gigsy/schema/rules';

/** A value of a template, after the text before it: content, or an attribute's value between pieces of text. */
interface Hole {
  text: string;
  /** Absent for content; empty for parts that a server does not write: listeners and properties. */
  attribute?: string;
  around: string[];
}

interface Template {
  holes: Hole[];
  /** After the last value. */
  end: string;
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/** The name of an attribute, and the beginning of its value, at the end of a text inside a tag. */
const OPEN_ATTRIBUTE = /\s([@.]?[a-z-]+)=("?)([^"<>=]*)$/i;

/** A value of a template's content: a template, a list, or text, which is escaped. */
export function write(value: unknown): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value == null || value === nothing || value === noChange) return '';
  if (Array.isArray(value)) {
    let markup = '';
    for (const item of value) markup += write(item);
    return markup;
  }
  return (value as TemplateResult).strings ? writeTemplate(value as TemplateResult) : escapeHtml(String(value));
}

function writeTemplate({ strings, values }: TemplateResult): string {
  let template = templates.get(strings);
  if (!template) templates.set(strings, (template = read(strings)));
  let markup = '';
  let next = 0;
  for (const { text, attribute, around } of template.holes) {
    markup += text;
    if (attribute === undefined) markup += write(values[next++]);
    else {
      if (attribute) markup += writeAttribute(attribute, around, values, next);
      next += around.length - 1;
    }
  }
  return markup + template.end;
}

/** Empty where one of its values is `nothing`. They begin at `first`. */
function writeAttribute(name: string, around: string[], values: unknown[], first: number): string {
  let written = around[0]!;
  for (let index = 1; index < around.length; index += 1) {
    const value = values[first + index - 1];
    if (value === nothing) return '';
    written += escapeHtml(String(value ?? '')) + around[index]!;
  }
  return ` ${name}="${written}"`;
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
      holes.push({ text, around: [] });
      text = pieces[index]!;
      continue;
    }
    const around = [first!];
    while (quote && !pieces[index]!.includes(quote)) around.push(pieces[index++]!);
    const [last, rest] = quote ? splitAt(pieces[index]!, quote) : ['', pieces[index]!];
    const written = /^\w/.test(attribute) ? attribute : '';
    holes.push({ text: text.slice(0, -begin.length), attribute: written, around: [...around, last] });
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
