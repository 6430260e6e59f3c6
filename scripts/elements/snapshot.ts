/** The elements' public API without its descriptions: committed, and compared with the API after a change. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import { type ElementApi, elementsApi } from './api.ts';
import { elementDescriptors } from './descriptors.ts';
import { exportsOf } from './exports.ts';
import { type ElementsManifest, takeManifest } from './manifest.ts';

export interface Setting {
  type: string;
  readonly?: true;
}

export interface ElementSnapshot {
  class: string;
  attributes: Record<string, Setting>;
  properties: Record<string, Setting>;
  /** Signatures and event types, by name. */
  methods: Record<string, string>;
  events: Record<string, string>;
  slots: string[];
  parts: string[];
  /** Custom properties with their defaults. */
  cssProperties: Record<string, string>;
}

export interface ElementsSnapshot {
  /** The entries that may be imported from the package. */
  entries: string[];
  elements: Record<string, ElementSnapshot>;
}

/** The snapshot of the sources in this tree, whose manifest may be at hand. */
export async function takeElementsSnapshot(taken?: ElementsManifest): Promise<ElementsSnapshot> {
  const manifest = taken ?? (await takeManifest());
  const { exports } = JSON.parse(readFileSync(path.join(root, 'packages/elements/package.json'), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const entries = Object.keys(exportsOf(exports, elementDescriptors(manifest))).sort();
  return { entries, elements: each(elementsApi(manifest), ofElement) };
}

function ofElement({
  class: name,
  attributes,
  properties,
  methods,
  events,
  slots,
  parts,
  cssProperties,
}: ElementApi): ElementSnapshot {
  const setting = ({ type, readonly }: { type: string; readonly: boolean }): Setting => ({
    type,
    ...(readonly ? { readonly } : {}),
  });
  return {
    class: name,
    attributes: each(attributes, setting),
    properties: each(properties, setting),
    methods: each(methods, ({ type }) => type),
    events: each(events, ({ type }) => type),
    slots: Object.keys(slots),
    parts: Object.keys(parts),
    cssProperties: each(cssProperties, ({ default: value }) => value),
  };
}

function each<T, R>(record: Record<string, T>, value: (item: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, value(item)]));
}
