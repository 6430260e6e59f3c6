/** Breaking differences between two states of the elements' API, and the changesets that admit them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { breakingElementChanges } from '../../scripts/elements/breaking.ts';
import { type ElementSnapshot, type ElementsSnapshot, takeElementsSnapshot } from '../../scripts/elements/snapshot.ts';
import { isAnnounced } from '../../scripts/snapshots/surface.ts';

function api(change: Partial<ElementSnapshot> = {}): ElementsSnapshot {
  const base: ElementSnapshot = {
    class: 'GigsyThing',
    attributes: { theme: { type: "'light' | 'dark'" }, state: { type: "'loading' | 'ready'", readonly: true } },
    properties: { profile: { type: 'Map<string, A | B> | null' } },
    methods: { reload: '() => void' },
    events: { 'gigsy-load': 'CustomEvent<A>' },
    slots: ['', 'badge'],
    parts: ['card'],
    cssProperties: { '--gigsy-text': '' },
  };
  return { entries: ['.', './thing'], elements: { 'gigsy-thing': { ...base, ...change } } };
}

test.each<[expected: string, after: ElementsSnapshot]>([
  ['<gigsy-thing> was removed', { ...api(), elements: {} }],
  ['entry ./thing was removed', { ...api(), entries: ['.'] }],
  ['<gigsy-thing> attribute theme was removed', api({ attributes: {} })],
  [
    "<gigsy-thing> attribute theme is now 'light', was 'light' | 'dark'",
    api({ attributes: { theme: { type: "'light'" } } }),
  ],
  [
    '<gigsy-thing> attribute theme can no longer be set',
    api({ attributes: { theme: { type: "'light' | 'dark'", readonly: true } } }),
  ],
  [
    "<gigsy-thing> attribute state is now 'loading' | 'ready' | 'new', was 'loading' | 'ready'",
    api({ attributes: { state: { type: "'loading' | 'ready' | 'new'", readonly: true } } }),
  ],
  [
    '<gigsy-thing> property profile is now Map<string, A> | null, was Map<string, A | B> | null',
    api({ properties: { profile: { type: 'Map<string, A> | null' } } }),
  ],
  ['<gigsy-thing> method reload was removed', api({ methods: {} })],
  [
    '<gigsy-thing> method reload is now (how: string) => void, was () => void',
    api({ methods: { reload: '(how: string) => void' } }),
  ],
  [
    '<gigsy-thing> event gigsy-load is now CustomEvent<B>, was CustomEvent<A>',
    api({ events: { 'gigsy-load': 'CustomEvent<B>' } }),
  ],
  ['<gigsy-thing> slot (default) was removed', api({ slots: ['badge'] })],
  ['<gigsy-thing> part card was removed', api({ parts: [] })],
  ['<gigsy-thing> custom property --gigsy-text was removed', api({ cssProperties: {} })],
])('%s', (expected, after) => {
  expect(breakingElementChanges(api(), after)).toContain(expected);
});

test('additions are not breaking', () => {
  const wider = api({
    attributes: {
      theme: { type: "'dark' | 'light' | 'auto'" },
      state: { type: "'ready'", readonly: true },
      more: { type: 'string' },
    },
    properties: { profile: { type: 'null | Map<string, A | B> | undefined' } },
    methods: { reload: '() => void', stop: '() => void' },
    slots: ['', 'badge', 'actions'],
    parts: ['card', 'name'],
    cssProperties: { '--gigsy-text': 'black', '--gigsy-line': '' },
  });
  expect(breakingElementChanges(api(), wider)).toEqual([]);
});

test('the current API has every element with its inherited members, and no private ones', async () => {
  const snapshot = await takeElementsSnapshot();
  expect(breakingElementChanges(snapshot, snapshot)).toEqual([]);
  const matrix = snapshot.elements['gigsy-skill-matrix']!;
  expect(Object.keys(matrix.properties)).toEqual([
    'api',
    'empty',
    'handle',
    'headingLevel',
    'hideEmpty',
    'live',
    'profile',
    'source',
    'state',
    'ungrouped',
    'view',
  ]);
  expect(matrix.attributes).toMatchObject({
    handle: { type: 'string | undefined' },
    state: { readonly: true },
    view: { type: "'grid' | 'table'" },
  });
  expect(matrix.attributes).not.toHaveProperty('query');
  expect(Object.keys(matrix.events)).toEqual(['gigsy-error', 'gigsy-load']);
  expect(matrix.parts).toContain('retry');
  expect(matrix.methods).toEqual({ reload: '() => void' });
});

test('a changeset admits a breaking change of its own package only, from a minor version on', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-changeset-'));
  try {
    writeFileSync(
      path.join(folder, 'one.md'),
      "---\n'@gigsy/elements': minor\n'@gigsy/sdk': patch\n---\n\n'@gigsy/schema': major\n",
    );
    expect(['@gigsy/elements', '@gigsy/sdk', '@gigsy/schema'].map((name) => isAnnounced(name, folder))).toEqual([
      true,
      false,
      false,
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
