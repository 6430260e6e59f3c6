/**
 * Rollup plugin for the embed build: leaves out of Lit what no page with an embed can reach, 1.5 kB of its 5.6 (gzip).
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
  [
    /@lit\/reactive-element\/reactive-element\.js$/,
    [
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
      [
        /const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?for\(const\[\w,\w\]of \w\)this\.elementProperties\.set\(\w,\w\)\}/,
        '',
      ],
      // The options `converter` and `useDefault`. Lint holds it.
      [
        /"function"==typeof (\w)\.converter\?\{fromAttribute:\1\.converter\}:void 0!==\1\.converter\?\.fromAttribute\?\1\.converter:(\w)/,
        '$2',
      ],
      [/\(void 0!==(\w)\.converter\?\.toAttribute\?\1\.converter:(\w)\)/, '$2'],
      [
        /\|\|(\w)\.useDefault&&\1\.reflect&&\w===this\._\$Ej\?\.get\(\w\)&&!this\.hasAttribute\(\w\._\$Eu\(\w,\1\)\)/,
        '',
      ],
      [
        /C\((\w),(\w),\{useDefault:(\w),reflect:(\w),wrapped:\w\},\w\)\{\3&&.*?\|\|\((.*?\|\|)\3\|\|/,
        'C($1,$2,{reflect:$4}){($5',
      ],
      [/(=\w)\?\?this\._\$Ej\?\.get\(\w\)\?\?\w/, '$1'],
      // Elements make their own root.
      [/createRenderRoot\(\)\{.*?elementStyles\),\w\}/, ''],
      [/\w+\.shadowRootOptions=\{mode:"open"\},/, ''],
      // Options that elements leave alone, and their defaults, which are as good as nothing. Lint holds it.
      [/\{attribute:!0,type:String,converter:\w,reflect:!1,useDefault:!1,hasChanged:\w\}/, '{}'],
      [/\(\w\.hasChanged\?\?(\w)\)/, '$1'],
      [/"string"==typeof (\w)\?\1:"string"==typeof (\w)\?\2\.toLowerCase\(\):void 0/, '$1??$2.toLowerCase()'],
      // Properties whose names are symbols, and that have accessors of the element's own. A test holds the latter.
      [
        /const (\w)=this\.properties,\w=\[\.\.\.\w\(\1\),\.\.\.\w\(\1\)\];for\(const (\w) of \w\)/,
        'const $1=this.properties;for(const $2 in $1)',
      ],
      [/getOwnPropertyDescriptor:\w,getOwnPropertyNames:\w,getOwnPropertySymbols:\w,/, ''],
      [
        /if\((\w\.state&&\(\w\.attribute=!1\)),this\._\$Ei\(\),.*?,(this\.elementProperties\.set\(\w,\w\)),!\w\.noAccessor\)\{.*?\}\}/,
        '$1,$2,this.getPropertyDescriptor(...arguments)}',
      ],
      [
        /getPropertyDescriptor\((\w),(\w),(\w)\)\{.*?enumerable:!0\}\}/,
        'getPropertyDescriptor($1,$3){const $2=Symbol();Object.defineProperty(this.prototype,$1,{get(){return this[$2]},set(v){const o=this[$2];this[$2]=v,this.requestUpdate($1,o,$3)},configurable:!0,enumerable:!0})}',
      ],
      [/const (\w)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(const.*?void 0,\w,\w\)\}(?=\}let)/, ''],
      [
        /,\w=!1,(\w)\)\{if\(void 0!==(\w)\)\{const (\w)=this\.constructor;if\(!1===\w&&\(\1=this\[\2\]\),(\w)\?\?=\3(\.\w+\(\w\)),!\((\w)\(\1,/,
        '){if(void 0!==$2){if($4??=this.constructor$5,!($6(this[$2],',
      ],
      // Steps of an update that elements take no part in. Lint holds it.
      [
        /let (\w)=!1;const (\w)=this\._\$AL;try\{\1=this\.shouldUpdate\(\2\),\1\?\((.*?)\):this\._\$EM\(\)\}catch\(\w\)\{throw \1=!1,this\._\$EM\(\),\w\}\1&&/,
        'const $2=this._$$AL;try{$3}catch($1){throw this._$$EM(),$1}',
      ],
      [/const (\w)=this\.scheduleUpdate\(\);return null!=\1&&await \1,/, 'this.performUpdate();return '],
      [/scheduleUpdate\(\)\{.*?\}/, ''],
      [/this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return (.*?)\}shouldUpdate\(\w\)\{.*?\}/, '$1}'],
      [
        /this\.hasUpdated\|\|\(this\.hasUpdated=!0,this\.firstUpdated\(\w\)\),this\.updated\(\w\)/,
        'this.hasUpdated=!0',
      ],
      [/updated\(\w\)\{\}firstUpdated\(\w\)\{\}/, ''],
      // No attribute that elements reflect holds script.
      [/(\w)=\w\.trustedTypes,(\w)=\1\?\1\.emptyScript:""/, '$2=""'],
      // For Closure Compiler.
      [/\b\w\("(elementProperties|finalized|properties)"\)/g, '"$1"'],
      // Every style is a sheet of ours.
      [/(static finalizeStyles\((\w)\))\{.*?return \w\}/, '$1{return[$2??[]].flat(1/0)}'],
    ],
  ],
  [
    /lit-html\/lit-html\.js$/,
    [
      [VERSIONS, '0'],
      [/(\w+)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\)/, '$1=0;0'],
      // The check stays; its words are for whoever writes templates.
      [/Error\("invalid template strings array"\)/, 'Error()'],
      // Directives. Lint holds it.
      [
        /function (\w)\((\w),(\w),\w=\2,\w\)\{if\(\3===\w\)return \3;let .*?\.values\),\w,\w\)\),\3\}/,
        'function $1($2,$3){return $3}',
      ],
      [/else \w\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(\w\)\)/, ''],
      [/:6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/, ':0'],
      [/\b\w\(this,(\w(\[\w\+\w\])?),\w(,\w)?\)/g, '$1'],
      // That parts are told of their element's coming and going, for directives alone.
      [/get _\$AU\(\)\{return this\._\$AM\??\._\$AU(\?\?this\._\$Cv)?\}/g, ''],
      [/,this\._\$Cv=\w\?\.isConnected\?\?!0/, ''],
      [/this\._\$AP\?\.\(!1,!0,\w\);/, ';'],
      [/setConnected\(\w\)\{.*?\)\}/, ''],
      [/this\._\$AN=void 0,/g, ''],
      [/,this\._\$AM=\w/g, ''],
      [/get parentNode\(\)\{(return this\._\$AM\.parentNode|let .*?,\w)\}/g, ''],
      [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=\d\}/g, ''],
      [/constructor\(\w,\w,\w,\w,\w\)\{super\(\w,\w,\w,\w,\w\),this\.type=5\}/, ''],
      [/this\.type=\d,/g, ''],
      // For directives, and tests of Lit.
      [/get startNode\(\)\{return this\._\$AA\}get endNode\(\)\{return this\._\$AB\}/, ''],
      [/get tagName\(\)\{return this\.element\.tagName\}/, ''],
      // Values inside comments, and attributes that come and go (`?hidden=`). Lint holds it.
      [/else\{let (\w)=-1;for\(;-1!==.*?\.length-1\}/, ''],
      [/"\?"===\w\[1\]\?\w:/, ''],
      // Values inside elements that hold raw text, such as `<style>`. Lint holds it.
      [/\(\w\.test\((\w)\[2\]\)&&\(\w=RegExp\("<\/"\+\1\[2\],"g"\)\),(\w=\w)\)/, '$2'],
      [/if\(\w\.test\((\w)\.tagName\)\)\{const .*?\}\}\}(?=else if\(8===\1\.nodeType)/, '}'],
      [/(\w)=\w\?\?(\w),(\w)=-1/, '$1=$2,$3=-1'],
      [/"!--"===(\w)\[1\]\?\w=\w:void 0!==\1\[1\]\?\w=\w:/, ''],
      [/(\w)===\w\|\|\1===\w\?\1=\w:(?=\(\1=\w,\w=void 0\))/, ''],
      // Templates that a compiler made.
      [/"number"==typeof (\w)\?(this\._\$AC\(\w\)):\(.*?\),\1\)/, '$2'],
      // Listeners are functions, without options.
      [/\|\|(\w)\.capture!==(\w)\.capture\|\|\1\.once!==\2\.once\|\|\1\.passive!==\2\.passive/, ''],
      [
        /"function"==typeof this\._\$AH\?(this\._\$AH\.call\(this\.options)\?(\.host)\?\?this\.element(,\w\)):this\._\$AH\.handleEvent\(\w\)/,
        '$1$2$3',
      ],
      // What Lit's server module asks for.
      [/(_\$AI\(\w,\w=this,\w),(\w)(\).*?)&&!\2&&/, '$1$3&&'],
      // Templates of pieces of SVG or MathML; whole `<svg>` elements are HTML. Lint holds it.
      [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
      [/\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, '""'],
      [
        /if\(this\.el=(\w+)\.createElement\((\w),(\w)\),(\w)\.currentNode=this\.el\.content,2===\w\|\|3===\w\)\{.*?replaceWith\(\.\.\.\w\.childNodes\)\}/,
        'this.el=$1.createElement($2,$3),$4.currentNode=this.el.content;',
      ],
    ],
  ],
  [
    /lit-element\/lit-element\.js$/,
    [
      [VERSIONS, '0'],
      [/const (\w)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
      [/createRenderRoot\(\)\{.*?firstChild,\w\}/, ''],
      [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
      [/connectedCallback\(\)\{.*?setConnected\(!0\)\}disconnectedCallback\(\)\{.*?setConnected\(!1\)\}/, ''],
      [/,this\._\$Do=void 0/, ''],
      [/this\._\$Do=/, ''],
      [/\w\._\$litElement\$=!0,/, ''],
      // Server markup is replaced, not hydrated (docs/adr/0009).
      [/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
    ],
  ],
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
      if (!error && left.size > 0)
        this.error(`Lit has no file ${[...left].join(', ')} any more: see scripts/build/trim-lit.mjs.`);
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
  'isUpdatePending',
  'hasUpdated',
  'renderRoot',
  'enableUpdating',
  'scheduleUpdate',
  'performUpdate',
  'shouldUpdate',
  'willUpdate',
  'firstUpdated',
  'updated',
  'getUpdateComplete',
  'createRenderRoot',
  'renderOptions',
  'renderBefore',
  'removeController',
  'addController',
  'hostConnected',
  'hostDisconnected',
  'hostUpdate',
  'hostUpdated',
  'elementStyles',
  'finalizeStyles',
  'shadowRootOptions',
  'getPropertyOptions',
  'getPropertyDescriptor',
  'createProperty',
  'noAccessor',
  'hasChanged',
  'useDefault',
  'wrapped',
  'converter',
  'fromAttribute',
  'toAttribute',
  'creationScope',
  'setConnected',
  'strings',
  'renderProfile',
  'renderSkeleton',
  'renderSection',
  'localize',
  'renderValue',
  'callOf',
  'loadFurther',
  'further',
  'served',
  'handed',
  'given',
  'subject',
  'asking',
];

/** terser's option `mangle.properties`. Lit's private names begin with `_$` and are all in one chunk. */
export const internalNames = {
  regex: new RegExp(`^(_\\$.*|${INTERNAL.join('|')})$`),
  cache: { props: Object.fromEntries(INTERNAL.map((name, index) => [`$${name}`, `$${index.toString(36)}`])) },
};
