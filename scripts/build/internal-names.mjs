/** The embed build's own Lit, and short names for members that only elements use. */
import path from 'node:path';

const READ_ONLY_LIT = path.join(import.meta.dirname, 'read-only-lit.mjs');

/** Rollup plugin: `lit` is read-only-lit.mjs. */
export function readOnlyLit() {
  return { name: 'gigsy-read-only-lit', resolveId: (source) => (source === 'lit' ? READ_ONLY_LIT : null) };
}

/**
 * Names of members of Lit and of our elements that no page uses. They get short names, the same in each chunk, since
 * elements in one chunk override or read members of another. Exported names stay. Code must not name one in a string.
 */
export const INTERNAL = [
  'isUpdatePending',
  'hasUpdated',
  'renderRoot',
  'enableUpdating',
  'willUpdate',
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
  'provided',
  'askFor',
  'finalize',
  'opened',
  'renderContent',
  'innerLevel',
  'addressOf',
];

/** terser's option `mangle.properties`. */
export const internalNames = {
  regex: new RegExp(`^(${INTERNAL.join('|')})$`),
  cache: { props: Object.fromEntries(INTERNAL.map((name, index) => [`$${name}`, `$${index.toString(36)}`])) },
};

/** Custom properties that only the elements' own styles use, most used first. */
const PROPERTIES = [
  'space',
  'surface',
  'text',
  'line',
  'muted',
  'soft',
  'contrast',
  'accent',
  'mark',
  'tint',
  'box',
  'clip',
  'hue',
  'covered',
  'own-accent',
].map((name) => `--_${name}`);

/** Rollup plugin: gives them short names, the same in each chunk. */
export function shortProperties() {
  return {
    name: 'gigsy-short-properties',
    transform: (code, id) =>
      id.includes('node_modules') || !code.includes('--_')
        ? null
        : { code: code.replace(/--_[a-z-]+/g, (name) => shortened(name)), map: null },
  };
}

function shortened(name) {
  const index = PROPERTIES.indexOf(name);
  return index < 0 ? name : `--_${String.fromCharCode(97 + index)}`;
}
