/** The pages made from the contract: the API reference and the catalog of events, in Markdown. */
import {
  type EventContracts,
  EVENT_SCHEMAS_PATH,
  type InboundContracts,
  eventCatalog,
  inboundCatalog,
} from '@gigsy/schema';
import { GENERATED, table } from './markdown.ts';
import { type JsonSchema, type Shapes, jsonSchema, nameIn } from './shapes.ts';
import type { FunctionSnapshot, Snapshot } from './snapshot.ts';

export function referencePage({ errors: codes, functions, shapes = {} }: Snapshot): string {
  const describe = new Describer(shapes);
  const errors = Object.entries(codes).map(([code, status]) => `| \`${code}\` | ${status || 'client side'} |`);
  return [
    '# API reference',
    GENERATED,
    'Every public function, under its name in the contract, which is its Convex path and its path in the SDK too. Every' +
      ' function may also answer `invalid_argument`, with all faulty fields, and `internal`. The SDK throws all errors. A' +
      ' mutation that another client calls returns those errors that count towards its rate limit, as' +
      ' `{ refused: { code, message } }`.',
    ...functions.map((declared) => functionSection(declared, describe)),
    '## Shapes',
    'The shapes that several functions take or return.',
    ...Object.entries(shapes)
      .filter(([, shape]) => isComposed(shape))
      .map(([name, shape]) => [`### ${name}`, ...describe.table('Form', shape)].join('\n\n')),
    '## Errors',
    table(['code', 'HTTP status'], errors),
  ]
    .join('\n\n')
    .concat('\n');
}

function functionSection(declared: FunctionSnapshot, describe: Describer): string {
  const { rate, http, audit } = declared;
  const facts = [
    `- Kind: ${declared.kind}`,
    `- Callers: ${declared.callers.join(', ')}`,
    `- Errors: ${declared.errors.map((code) => `\`${code}\``).join(', ') || 'none of its own'}`,
    `- Reveals: ${declared.reveals}`,
    ...(rate ? [`- Rate: ${rate.rate} in ${rate.periodMs / 1000} s, ${rate.capacity} at once`] : []),
    ...(http ? [`- Over HTTP: \`GET /v1/read/${declared.name}\`, ${http.batch} in one request at most`] : []),
    ...(audit ? [`- Audit: a row about the ${audit.subject}; \`changed\` lists ${audit.changed}`] : []),
  ];
  return [
    `## ${declared.name}`,
    declared.summary,
    facts.join('\n'),
    ...describe.table('Arguments', declared.args),
    ...describe.table('Result', declared.result),
  ].join('\n\n');
}

interface Field {
  path: string;
  type: string;
  required: boolean;
}

/** Describes a shape. A composed shape with a name is a link to its own section. */
class Describer {
  readonly #shapes: Shapes;

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  /** Fields with their dotted paths; `[]` stands for each item of a list. */
  table(title: string, shape: JsonSchema): string[] {
    const rows = joined(this.#fields(shape, '')).map(
      ({ path, type, required }) => `| \`${path}\` | ${type} | ${required ? 'yes' : 'no'} |`,
    );
    const sentence = `${title}: ${this.#type(shape)}.`;
    return rows.length === 0 ? [sentence] : [sentence, table(['field', 'type', 'required'], rows)];
  }

  #fields(shape: JsonSchema, prefix: string): Field[] {
    const alternatives = Array.isArray(shape.anyOf) ? (shape.anyOf as JsonSchema[]) : [];
    const own = Object.entries((shape.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, inner]) => {
      const path = prefix ? `${prefix}.${name}` : name;
      const required = Array.isArray(shape.required) && shape.required.includes(name);
      return [{ path, type: this.#type(inner), required }, ...this.#fields(inner, path)];
    });
    const items = isObject(shape.items) ? this.#fields(shape.items, `${prefix}[]`) : [];
    return [...own, ...items, ...alternatives.flatMap((alternative) => this.#fields(alternative, prefix))];
  }

  #type(shape: JsonSchema): string {
    const name = nameIn(shape);
    if (name !== undefined) {
      const meant = this.#shapes[name]!;
      return isComposed(meant) ? `[${name}](#${name.toLowerCase().replaceAll('.', '')})` : this.#type(meant);
    }
    if (Array.isArray(shape.anyOf))
      return [...new Set((shape.anyOf as JsonSchema[]).map((inner) => this.#type(inner)))].join(' or ');
    if (shape.const !== undefined) return `\`${String(shape.const)}\``;
    if (Array.isArray(shape.enum)) return shape.enum.map((value) => `\`${String(value)}\``).join(', ');
    const nouns = [shape.type].flat().map((type) => NOUNS[String(type)] ?? 'anything');
    const of = isObject(shape.items) && nameIn(shape.items) !== undefined ? ` of ${this.#type(shape.items)}` : '';
    return [nouns.join(' or ') + of, bounds(shape)].filter(Boolean).join(', ');
  }
}

/** One row for each path: fields of one name in several alternatives stand together, required if each that has it requires it. */
function joined(fields: readonly Field[]): Field[] {
  const rows = new Map<string, { types: Set<string>; required: boolean }>();
  for (const { path, type, required } of fields) {
    const row = rows.get(path) ?? { types: new Set<string>(), required: true };
    for (const one of type.split(' or ')) row.types.add(one);
    row.required &&= required;
    rows.set(path, row);
  }
  return [...rows].map(([path, { types, required }]) => ({ path, type: [...types].join(' or '), required }));
}

function isComposed({ type }: JsonSchema): boolean {
  return type === 'object' || type === 'array';
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

const NOUNS: Record<string, string> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object',
  array: 'list',
  null: 'null',
};

function bounds(shape: JsonSchema): string {
  const range = (low: unknown, high: unknown, unit: string) => {
    const bounded = [low, high].map((bound) =>
      typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined,
    );
    if (bounded[0] === undefined && bounded[1] === undefined) return '';
    if (bounded[1] === undefined) return `at least ${bounded[0]}${unit}`;
    return bounded[0] === undefined ? `at most ${bounded[1]}${unit}` : `${bounded[0]} to ${bounded[1]}${unit}`;
  };
  return (
    range(shape.minLength, shape.maxLength, ' characters') ||
    range(shape.minItems, shape.maxItems, ' items') ||
    range(shape.minimum, shape.maximum, '')
  );
}

export function eventCatalogPage(
  catalog: EventContracts = eventCatalog,
  inbound: InboundContracts = inboundCatalog,
): string {
  const leaving = Object.entries(catalog).map(
    ([type, { version, subject, data, summary, earlier = {} }]) =>
      `| \`${type}\` | ${[...Object.keys(earlier), version].join(', ')} | ${subject} | ${fieldsIn(data)} | ${summary} |`,
  );
  const entering = Object.entries(inbound).map(
    ([type, { versions, summary }]) =>
      `| \`${type}\` | ${versions.map((_, index) => index + 1).join(', ')} | ${fieldsIn(versions.at(-1)!.data)} | ${summary} |`,
  );
  return [
    '# Catalog of events',
    GENERATED,
    `Every event that leaves or enters, under its type, as a CloudEvents 1.0 envelope. A deployment serves the JSON Schema of the data of each version at \`GET ${EVENT_SCHEMAS_PATH}{type}/{version}\`. The fields are those of the latest version.`,
    '## The log',
    '[events.md](events.md) says what the log promises.',
    table(['type', 'versions', 'subject', 'data', 'what happened'], leaving),
    '## The inbox',
    'Sent by registered sources to `POST /v1/events`. The subject is a person, by handle or by the id that the partner has for them.',
    table(['type', 'versions', 'data', 'what happened'], entering),
  ]
    .join('\n\n')
    .concat('\n');
}

function fieldsIn(data: EventContracts[string]['data']): string {
  const fields = Object.keys((jsonSchema(data).properties ?? {}) as object);
  return fields.map((name) => `\`${name}\``).join(', ') || 'none';
}
