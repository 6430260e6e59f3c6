/** Data with which editors complete and explain the tags: VS Code's HTML custom data and JetBrains' web-types. */
import { type ElementApi, literals } from './api.ts';

type Api = Record<string, ElementApi>;

const settable = ({ attributes }: ElementApi) => Object.entries(attributes).filter(([, { readonly }]) => !readonly);

/** https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.schema.json */
export function vscodeData(api: Api): object {
  return {
    version: 1.1,
    tags: Object.entries(api).map(([name, element]) => ({
      name,
      description: element.summary,
      attributes: settable(element).map(([attribute, { type, description }]) => ({
        name: attribute,
        description,
        ...(type === 'boolean' ? { valueSet: 'v' } : {}),
        ...(literals(type).length > 0 ? { values: literals(type).map((value) => ({ name: value })) } : {}),
      })),
    })),
  };
}

/** https://json.schemastore.org/web-types */
export function webTypes(api: Api, { name, version }: { name: string; version: string }): object {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: Object.entries(api).map(([tag, element]) => webTypesElement(tag, element)) } },
  };
}

function webTypesElement(name: string, element: ElementApi): object {
  const { summary, properties, events, slots, parts, cssProperties } = element;
  return {
    name,
    description: summary,
    attributes: settable(element).map(([attribute, { type, description }]) => ({
      name: attribute,
      description,
      value: type === 'boolean' ? { kind: 'no-value', type } : { kind: 'plain', type },
    })),
    slots: named(slots, (description) => ({ description })),
    js: {
      properties: named(properties, ({ type, description, readonly }) => ({
        description,
        type,
        ...(readonly ? { 'read-only': true } : {}),
      })),
      events: named(events, ({ type, description }) => ({ description, type })),
    },
    css: {
      parts: named(parts, (description) => ({ description })),
      properties: named(cssProperties, ({ default: value, description }) => ({
        description,
        ...(value ? { default: value } : {}),
      })),
    },
  };
}

function named<T>(record: Record<string, T>, fields: (value: T) => object): object[] {
  return Object.entries(record).map(([name, value]) => ({ name, ...fields(value) }));
}
