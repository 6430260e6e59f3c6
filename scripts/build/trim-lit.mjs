/**
 * Rollup plugin for the embed build: leaves out of Lit what no page with an embed can reach, 1.0 kB of its 5.6 (gzip).
 * Whoever bundles the packages themselves gets Lit as it is. Each cut names its reason; one that finds nothing to cut
 * fails the build, so that a new Lit is looked at.
 */

/**
 * In the place of css-tag.js. Lit's also serves browsers without adoptable style sheets, which lack `oklch()`,
 * `light-dark()` and `AbortSignal.any` too and never got here. Without `css` and `adoptStyles`: elements write theirs with
 * appearance/css.ts and adopt them with appearance/adopt.ts.
 */
const CSS_TAG = `
export class CSSResult {
  constructor(text) { this.cssText = text; }
}
export const unsafeCSS = (text) => new CSSResult(text);
export const css = undefined;
export const adoptStyles = undefined;
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;
`;

/** Where a host's page has another Lit, these would make it warn of ours. */
const VERSIONS = /\(\w+\.(lit(Html|Element)|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/;

/** @type {[file: RegExp, cuts: [found: RegExp, put: string][]][]} */
const CUTS = [
  [/@lit\/reactive-element\/css-tag\.js$/, [[/^[^]*$/, CSS_TAG]]],
  [/@lit\/reactive-element\/reactive-element\.js$/, [
    [VERSIONS, '0'],
    [/\w+\?\.\(\{ReactiveElement:\w+\}\)/, '0'],
    // Objects and lists are properties, never attributes: lint holds it.
    [/case Object:case Array:(\w)=null==\1\?\1:JSON\.stringify\(\1\)/, ''],
    [/case Object:case Array:try\{(\w)=JSON\.parse\(\w\)\}catch\(\w\)\{\1=null\}/, ''],
    // Decorators keep initializers and metadata there; elements declare static properties.
    [/static addInitializer\((\w)\)\{.*?\.push\(\1\)\}/, ''],
    [/void 0!==(\w)\.l&&\(this\.l=\[\.\.\.\1\.l\]\),/, ''],
    [/,this\.constructor\.l\?\.forEach\((\w)=>\1\(this\)\)/, ''],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?for\(const\[\w,\w\]of \w\)this\.elementProperties\.set\(\w,\w\)\}/, ''],
    // The options `converter` and `useDefault`. Lint holds it.
    [/"function"==typeof (\w)\.converter\?\{fromAttribute:\1\.converter\}:void 0!==\1\.converter\?\.fromAttribute\?\1\.converter:(\w)/, '$2'],
    [/\(void 0!==(\w)\.converter\?\.toAttribute\?\1\.converter:(\w)\)/, '$2'],
    [/\|\|(\w)\.useDefault&&\1\.reflect&&\w===this\._\$Ej\?\.get\(\w\)&&!this\.hasAttribute\(\w\._\$Eu\(\w,\1\)\)/, ''],
    [/C\((\w),(\w),\{useDefault:(\w),reflect:(\w),wrapped:\w\},\w\)\{\3&&.*?\|\|\((.*?\|\|)\3\|\|/, 'C($1,$2,{reflect:$4}){($5'],
    [/(=\w)\?\?this\._\$Ej\?\.get\(\w\)\?\?\w/, '$1'],
    // Elements make their own root.
    [/createRenderRoot\(\)\{.*?elementStyles\),\w\}/, ''],
    [/\w+\.shadowRootOptions=\{mode:"open"\},/, ''],
    // Every style is a sheet of ours.
    [/(static finalizeStyles\((\w)\))\{.*?return \w\}/, '$1{return[$2??[]].flat(1/0)}'],
  ]],
  [/lit-html\/lit-html\.js$/, [
    [VERSIONS, '0'],
    [/(\w+)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\)/, '$1=0;0'],
    // The check stays; its words are for whoever writes templates.
    [/Error\("invalid template strings array"\)/, 'Error()'],
    // Directives. Lint holds it.
    [/function (\w)\((\w),(\w),\w=\2,\w\)\{if\(\3===\w\)return \3;let .*?\.values\),\w,\w\)\),\3\}/, 'function $1($2,$3){return $3}'],
    [/else \w\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(\w\)\)/, ''],
    [/:6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/, ':0'],
    [/\b\w\(this,(\w(\[\w\+\w\])?),\w(,\w)?\)/g, '$1'],
    // That parts are told of their element's coming and going, for directives alone.
    [/get _\$AU\(\)\{return this\._\$AM\??\._\$AU(\?\?this\._\$Cv)?\}/g, ''],
    [/,this\._\$Cv=\w\?\.isConnected\?\?!0/, ''],
    [/this\._\$AP\?\.\(!1,!0,\w\);/, ';'],
    [/setConnected\(\w\)\{.*?\)\}/, ''],
    // For directives, and tests of Lit.
    [/get startNode\(\)\{return this\._\$AA\}get endNode\(\)\{return this\._\$AB\}/, ''],
    [/get tagName\(\)\{return this\.element\.tagName\}/, ''],
    // Values inside comments, and attributes that come and go (`?hidden=`). Lint holds it.
    [/else\{let (\w)=-1;for\(;-1!==.*?\.length-1\}/, ''],
    [/"\?"===\w\[1\]\?\w:/, ''],
    // Values inside elements that hold raw text, such as `<style>`. Lint holds it.
    [/\(\w\.test\((\w)\[2\]\)&&\(\w=RegExp\("<\/"\+\1\[2\],"g"\)\),(\w=\w)\)/, '$2'],
    [/if\(\w\.test\((\w)\.tagName\)\)\{const .*?\}\}\}(?=else if\(8===\1\.nodeType)/, '}'],
    // Templates of pieces of SVG or MathML; whole `<svg>` elements are HTML. Lint holds it.
    [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
    [/\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, '""'],
    [/if\(this\.el=(\w+)\.createElement\((\w),(\w)\),(\w)\.currentNode=this\.el\.content,2===\w\|\|3===\w\)\{.*?replaceWith\(\.\.\.\w\.childNodes\)\}/,
      'this.el=$1.createElement($2,$3),$4.currentNode=this.el.content;'],
  ]],
  [/lit-element\/lit-element\.js$/, [
    [VERSIONS, '0'],
    [/const (\w)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
    [/createRenderRoot\(\)\{.*?firstChild,\w\}/, ''],
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
    [/connectedCallback\(\)\{.*?setConnected\(!0\)\}disconnectedCallback\(\)\{.*?setConnected\(!1\)\}/, ''],
    // Server markup is replaced, not hydrated (docs/adr/0009).
    [/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
  ]],
];

export function trimLit() {
  const left = new Set(CUTS.map(([file]) => file));
  return {
    name: 'gigsy-trim-lit',
    transform(code, id) {
      const [file, cuts] = CUTS.find(([pattern]) => pattern.test(id)) ?? [];
      if (!file) return null;
      left.delete(file);
      return { code: cuts.reduce((text, cut) => trimmed(text, cut, id), code), map: null };
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`Lit has no file ${[...left].join(', ')} any more: see scripts/build/trim-lit.mjs.`);
    },
  };
}

function trimmed(code, [found, put], id) {
  if (!found.test(code)) throw new Error(`There is no ${found} in ${id} any more: see scripts/build/trim-lit.mjs.`);
  return code.replace(found, put);
}

/**
 * Names of members inside Lit and of our elements that no page uses; they get short ones, the same in each chunk, since
 * elements in one override or read what another defines. Never names that a module exports: those stay.
 */
const INTERNAL = [
  'isUpdatePending', 'hasUpdated', 'renderRoot', 'enableUpdating', 'scheduleUpdate', 'performUpdate', 'shouldUpdate', 'willUpdate',
  'firstUpdated', 'updated', 'getUpdateComplete', 'createRenderRoot', 'renderOptions', 'renderBefore',
  'removeController', 'addController', 'hostConnected', 'hostDisconnected', 'hostUpdate', 'hostUpdated', 'elementStyles',
  'finalizeStyles', 'shadowRootOptions', 'getPropertyOptions', 'getPropertyDescriptor', 'createProperty', 'noAccessor', 'hasChanged',
  'useDefault', 'wrapped', 'converter', 'fromAttribute', 'toAttribute', 'creationScope', 'setConnected', 'strings',
  'renderProfile', 'renderSkeleton', 'renderSection', 'localize', 'served', 'widen',
];

/** terser's option `mangle.properties`. Lit's private names begin with `_$` and are all in one chunk. */
export const internalNames = {
  regex: new RegExp(`^(_\\$.*|${INTERNAL.join('|')})$`),
  cache: { props: Object.fromEntries(INTERNAL.map((name, index) => [`$${name}`, `$${index.toString(36)}`])) },
};
