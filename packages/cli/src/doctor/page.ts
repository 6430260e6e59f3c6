/** A page as the doctor needs it: parsed as browsers parse HTML, with the place of each thing in its source. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Policy, parsePolicies } from './policy.ts';
import type { Reading } from './reading.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** `line 12`. */
  where: string;
}

export interface GigsyTag extends Tag {
  /** The nearest `lang` around it, its own included. */
  lang: string | undefined;
  /** Its own `api`, else that of the provider around it. */
  api: string | undefined;
  /** True if it says something before, or without, its script. */
  hasFallback: boolean;
  /** True if it ends in `/>`, which HTML takes for an opening tag. */
  selfClosed: boolean;
  /** Text of the styles in its server-made shadow root. */
  styles: readonly string[];
}

export interface Page {
  /** After redirects. */
  url: string;
  source: string;
  /** What addresses in the page are relative to. */
  base: string;
  html: Tag | undefined;
  metas: readonly Tag[];
  /** With an address. */
  scripts: readonly Tag[];
  /** True if a script without address stands in the page. */
  hasInlineScript: boolean;
  elements: readonly GigsyTag[];
  policies: readonly Policy[];
}

export function readPage({ url, headers, text }: Reading): Page {
  const all = [...walk(parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: true }))];
  const tags = (name: string) => all.filter((element) => element.tagName === name);
  const metas = tags('meta').map(tagOf);
  const base = tags('base').map(tagOf)[0]?.attributes.get('href');
  const html = tags('html')[0];
  return {
    url, source: text, metas,
    base: base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url,
    html: html && tagOf(html),
    scripts: tags('script').map(tagOf).filter(({ attributes }) => attributes.has('src')),
    hasInlineScript: tags('script').map(tagOf).some(({ attributes }) => !attributes.has('src') && !/json|importmap|speculation/i.test(attributes.get('type') ?? '')),
    elements: all.filter((element) => element.tagName.startsWith('gigsy-')).map((element) => gigsyTag(element, text)),
    policies: policiesOf(headers, metas),
  };
}

/** The content of the first meta of this name, as `document.querySelector` finds it. */
export function metaNamed(page: Page, name: string): Tag | undefined {
  return page.metas.find(({ attributes }) => attributes.get('name') === name);
}

/** Every element in the order of the document; what stands in templates is none of it until a script takes it out. */
function* walk(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) yield* walk(child);
}

function tagOf(element: Element): Tag {
  const line = element.sourceCodeLocation?.startLine;
  return {
    name: element.tagName,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    where: line === undefined ? `<${element.tagName}>` : `line ${line}`,
  };
}

function gigsyTag(element: Element, source: string): GigsyTag {
  const tag = tagOf(element);
  const place = element.sourceCodeLocation?.startTag;
  const shadow = element.childNodes.find((child): child is DefaultTreeAdapterTypes.Template =>
    child.nodeName === 'template' && (child as Element).attrs.some(({ name }) => name === 'shadowrootmode'));
  const provider = around(element, (candidate) => candidate.tagName === 'gigsy-provider' && tagOf(candidate).attributes.has('api'));
  return {
    ...tag,
    lang: attributeOf(around(element, (candidate) => tagOf(candidate).attributes.has('lang')), 'lang'),
    api: tag.attributes.get('api') ?? attributeOf(provider, 'api'),
    hasFallback: shadow !== undefined || saysSomething(element),
    selfClosed: place !== undefined && source.slice(place.startOffset, place.endOffset).endsWith('/>'),
    styles: shadow ? [...walk(shadow.content)].filter(({ tagName }) => tagName === 'style').map(textOf) : [],
  };
}

function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element && tagOf(element).attributes.get(name);
}

function around(element: Element, isWanted: (candidate: Element) => boolean): Element | undefined {
  for (let at: Node | null = element; at; at = 'parentNode' in at ? at.parentNode : null) {
    if ('tagName' in at && isWanted(at)) return at;
  }
  return undefined;
}

/** Words or a picture, outside named slots. */
function saysSomething(element: Element): boolean {
  return element.childNodes.some((child) => {
    if (child.nodeName === '#text') return (child as DefaultTreeAdapterTypes.TextNode).value.trim() !== '';
    if (!('tagName' in child) || ['template', 'script', 'style'].includes(child.tagName) || attributeOf(child, 'slot')) return false;
    return ['img', 'svg'].includes(child.tagName) || saysSomething(child);
  });
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => (child.nodeName === '#text' ? (child as DefaultTreeAdapterTypes.TextNode).value : '')).join('');
}

function policiesOf(headers: Headers, metas: readonly Tag[]): Policy[] {
  const header = (name: string, enforced: boolean) => parsePolicies(headers.get(name) ?? '', `header ${name}`, enforced);
  const inPage = metas.filter(({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .flatMap(({ attributes, where }) => parsePolicies(attributes.get('content') ?? '', `<meta http-equiv="Content-Security-Policy">, ${where}`, true));
  return [...header('Content-Security-Policy', true), ...header('Content-Security-Policy-Report-Only', false), ...inPage];
}
