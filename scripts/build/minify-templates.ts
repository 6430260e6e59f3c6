/**
 * Rollup plugin: shrinks Lit's html``, svg`` and css`` literals, which terser leaves as written. Only meaningless white
 * space goes: in markup, runs become one space and a line break with its indentation between tags is removed; in style
 * sheets, comments and the spaces around punctuation go too. Quoted CSS strings stay as they are.
 */
import type { Plugin } from 'rollup';

interface Edit {
  start: number;
  end: number;
  text: string;
}

interface TemplateNode {
  type: string;
  tag: { name?: string };
  quasi: { quasis: { start: number; end: number; value: { raw: string } }[] };
}

const shrinkers = new Map([
  ['html', markup],
  ['svg', markup],
  ['css', styles],
]);

export function minifyTemplates(): Plugin {
  return {
    name: 'gigsy-minify-templates',
    transform(code, id) {
      if (!id.endsWith('.js') || id.includes('node_modules') || !/\b(html|svg|css) ?`/.test(code)) return null;
      const edits = templates(this.parse(code)).flatMap(editsOf);
      return edits.length === 0 ? null : { code: apply(code, edits), map: null };
    },
  };
}

/** Lines are indented for people: a line break with its indentation between two tags is not meant as text. */
export function markup(text: string): string {
  return text
    .replace(/>\s*\n\s*</g, '><')
    .replace(/^\s*\n\s*(?=<)/, '')
    .replace(/(>)\s*\n\s*$/, '$1')
    .replace(/\s+/g, ' ');
}

export function styles(text: string): string {
  return text
    .trim()
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : looseStyles(part)))
    .join('');
}

function looseStyles(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/ ([>~/]) /g, '$1')
    .replace(/ \* (?=-?\.?\d|var\()/g, '*')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

function editsOf({ tag, quasi }: TemplateNode): Edit[] {
  const shrink = shrinkers.get(tag.name ?? '');
  return shrink ? quasi.quasis.map(({ start, end, value }) => ({ start, end, text: shrink(value.raw) })) : [];
}

/** From the end to the start, so that earlier positions stay right; an outer template's pieces lie around inner ones. */
function apply(code: string, edits: Edit[]): string {
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: piece }) => text.slice(0, start) + piece + text.slice(end), code);
}

function templates(node: unknown): TemplateNode[] {
  if (Array.isArray(node)) return node.flatMap(templates);
  if (node === null || typeof node !== 'object') return [];
  const inner = Object.values(node).flatMap(templates);
  return (node as TemplateNode).type === 'TaggedTemplateExpression' ? [node as TemplateNode, ...inner] : inner;
}
