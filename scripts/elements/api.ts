/** The elements' public API as data, by tag: the source of editor data, framework types and the committed snapshot. */
import type { ClassDeclaration, ElementsManifest, Member } from './manifest.ts';

export interface Attribute {
  type: string;
  description: string;
  /** Set by the element: hosts only read it. */
  readonly: boolean;
  /** The property of the same meaning, if there is one. */
  property?: string;
}

export interface Property {
  type: string;
  description: string;
  readonly: boolean;
}

export interface ElementApi {
  class: string;
  /** Published path of the class's module. */
  module: string;
  summary: string;
  attributes: Record<string, Attribute>;
  properties: Record<string, Property>;
  methods: Record<string, { type: string; description: string }>;
  events: Record<string, { type: string; description: string }>;
  slots: Record<string, string>;
  parts: Record<string, string>;
  /** Custom properties with their defaults, '' without one. */
  cssProperties: Record<string, { default: string; description: string }>;
}

export function elementsApi(manifest: ElementsManifest): Record<string, ElementApi> {
  const found = manifest.modules.flatMap(({ path, declarations }) =>
    declarations.flatMap((declaration) =>
      declaration.tagName ? [[declaration.tagName, ofClass(path, declaration)] as const] : [],
    ),
  );
  return Object.fromEntries(found.sort(byName));
}

/** The literals of a union such as `'light' | 'dark'`; empty for any other type. */
export function literals(type: string): string[] {
  const parts = type
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'undefined');
  return parts.every((part) => /^'[^']*'$/.test(part)) ? parts.map((part) => part.slice(1, -1)) : [];
}

function ofClass(module: string, declaration: ClassDeclaration): ElementApi {
  const { name, summary = '', members = [], attributes, events, slots, cssParts, cssProperties } = declaration;
  const fields = members.filter(({ kind }) => kind === 'field');
  const readonly = (property?: string) => fields.find((field) => field.name === property)?.readonly === true;
  return {
    class: name,
    module,
    summary: oneLine(summary),
    attributes: byKey(attributes, ({ fieldName, name: own, ...rest }) => {
      const property = fieldName ?? fields.find((field) => field.name === own)?.name;
      return { ...described(rest), readonly: readonly(property), ...(property === undefined ? {} : { property }) };
    }),
    properties: byKey(fields, (field) => ({ ...described(field), readonly: field.readonly === true })),
    methods: byKey(
      members.filter(({ kind }) => kind === 'method'),
      (method) => ({ type: signature(method), description: oneLine(method.description) }),
    ),
    events: byKey(events, described),
    slots: byKey(slots, ({ description }) => oneLine(description)),
    parts: byKey(cssParts, ({ description }) => oneLine(description)),
    cssProperties: byKey(cssProperties, ({ default: value = '', description }) => ({
      default: value,
      description: oneLine(description),
    })),
  };
}

function described({ type, description }: { type?: { text: string }; description?: string }): {
  type: string;
  description: string;
} {
  return { type: type?.text ?? 'string', description: oneLine(description) };
}

function signature({ parameters = [], return: result }: Member): string {
  return `(${parameters.map(({ name, type }) => `${name}: ${type?.text ?? 'unknown'}`).join(', ')}) => ${result?.type.text ?? 'void'}`;
}

function byKey<T extends { name: string }, R>(list: T[] | undefined, value: (item: T) => R): Record<string, R> {
  return Object.fromEntries((list ?? []).map((item) => [item.name, value(item)] as const).sort(byName));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}
