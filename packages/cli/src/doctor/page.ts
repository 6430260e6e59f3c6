/** A page, parsed as browsers parse HTML, with the place of each part in its source. */
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

/** True for tags that show a person to the page's readers. A provider shows nothing itself; a form is for the person alone and comes with code of the host. */
export function showsPerson({ name }: Pick<GigsyTag, 'name'>): boolean {
  return name !== 'gigsy-provider' && !name.endsWith('-form');
}

export interface GigsyTag extends Tag {
  /** The nearest `lang` around it, its own included. */
  lang: string | undefined;
  /** Its own `api`, else the `api` of the provider around it. */
  api: string | undefined;
  /** True if it shows content before its script runs. */
  hasFallback: boolean;
  /** True if it ends in `/>`: HTML reads that as an opening tag. */
  selfClosed: boolean;
  /** Text of the styles in its server-rendered shadow root. */
  styles: readonly string[];
}

export interface Page {
  /** After redirects. */
  url: string;
  source: string;
  /** Base of the page's relative addresses. */
  base: string;
  html: Tag | undefined;
  metas: readonly Tag[];
  /** Scripts with an address. */
  scripts: readonly Tag[];
  /** True if the page has a script without an address. */
  hasInlineScript: boolean;
  elements: readonly GigsyTag[];
  policies: readonly Policy[];
}

/** Most policies to read: each is compared with everything that the page loads. */
const MAX_POLICIES = 50;

export function readPage({ url, headers, text }: Reading): Page {
  const all = elementsIn(parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: true }));
  const tags = (name: string) =>
    all.filter(({ element }) => element.tagName === name).map(({ element }) => tagOf(element));
  const metas = tags('meta');
  const scripts = tags('script');
  const base = tags('base')[0]?.attributes.get('href');
  const talking = sayingSomething(all);
  return {
    url,
    source: text,
    metas,
    base: base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url,
    html: tags('html')[0],
    scripts: scripts.filter(({ attributes }) => attributes.has('src')),
    hasInlineScript: scripts.some(
      ({ attributes }) => !attributes.has('src') && !/json|importmap|speculation/i.test(attributes.get('type') ?? ''),
    ),
    elements: all
      .filter(({ element }) => element.tagName.startsWith('gigsy-'))
      .map((place) => gigsyTag(place, talking, text)),
    policies: policiesOf(headers, metas),
  };
}

/** The first meta of this name, as `document.querySelector` finds it. */
export function metaNamed(page: Page, name: string): Tag | undefined {
  return page.metas.find(({ attributes }) => attributes.get('name') === name);
}

/** An element with the values that it inherits. */
interface Place {
  element: Element;
  lang: string | undefined;
  /** The `api` of the nearest provider that has one. */
  api: string | undefined;
}

/**
 * Every element in document order, without the content of templates. Keeps its own stack, so that depth does no harm.
 */
function elementsIn(root: Node): Place[] {
  const found: Place[] = [];
  const open: { node: Node; lang: string | undefined; api: string | undefined }[] = [
    { node: root, lang: undefined, api: undefined },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    let { lang, api } = next;
    const { node } = next;
    if ('tagName' in node) {
      lang = attributeOf(node, 'lang') ?? lang;
      if (node.tagName === 'gigsy-provider') api = attributeOf(node, 'api') ?? api;
      found.push({ element: node, lang, api });
    }
    if (!('childNodes' in node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
      open.push({ node: node.childNodes[index]!, lang, api });
  }
  return found;
}

function tagOf(element: Element): Tag {
  const line = element.sourceCodeLocation?.startLine;
  return {
    name: element.tagName,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    where: line === undefined ? `<${element.tagName}>` : `line ${line}`,
  };
}

function gigsyTag({ element, lang, api }: Place, talking: ReadonlySet<Element>, source: string): GigsyTag {
  const tag = tagOf(element);
  const place = element.sourceCodeLocation?.startTag;
  const shadow = element.childNodes.find(
    (child): child is DefaultTreeAdapterTypes.Template =>
      child.nodeName === 'template' && attributeOf(child as Element, 'shadowrootmode') !== undefined,
  );
  return {
    ...tag,
    lang,
    api: tag.attributes.get('api') ?? api,
    hasFallback: shadow !== undefined || talking.has(element),
    selfClosed: place !== undefined && source.slice(place.startOffset, place.endOffset).endsWith('/>'),
    styles: shadow
      ? elementsIn(shadow.content)
          .map((inner) => inner.element)
          .filter(({ tagName }) => tagName === 'style')
          .map(textOf)
      : [],
  };
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/**
 * Elements that hold words or a picture outside named slots. Inner elements come first, so that each is visited once.
 */
function sayingSomething(all: readonly Place[]): Set<Element> {
  const talking = new Set<Element>();
  for (const { element } of all.toReversed()) {
    const says = element.childNodes.some((child) => {
      if (child.nodeName === '#text') return (child as DefaultTreeAdapterTypes.TextNode).value.trim() !== '';
      if (
        !('tagName' in child) ||
        ['template', 'script', 'style'].includes(child.tagName) ||
        attributeOf(child, 'slot')
      )
        return false;
      return ['img', 'svg'].includes(child.tagName) || talking.has(child);
    });
    if (says) talking.add(element);
  }
  return talking;
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => (child.nodeName === '#text' ? (child as DefaultTreeAdapterTypes.TextNode).value : ''))
    .join('');
}

function policiesOf(headers: Headers, metas: readonly Tag[]): Policy[] {
  const header = (name: string, enforced: boolean) =>
    parsePolicies(headers.get(name) ?? '', `header ${name}`, enforced);
  const inPage = metas
    .filter(({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .flatMap(({ attributes, where }) =>
      parsePolicies(attributes.get('content') ?? '', `<meta http-equiv="Content-Security-Policy">, ${where}`, true),
    );
  return [
    ...header('Content-Security-Policy', true),
    ...header('Content-Security-Policy-Report-Only', false),
    ...inPage,
  ].slice(0, MAX_POLICIES);
}
