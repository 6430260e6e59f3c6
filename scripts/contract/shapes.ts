/**
 * Shapes that occur more than once in the contract, each written once under a name and referred to everywhere else. A name
 * is that of the schema which the schema package exports, or the place of the shape in such a schema: `Sections.skills`.
 */
import * as schema from '@gigsy/schema';
import * as z from 'zod';

export type JsonSchema = Record<string, unknown>;
/** By name. */
export type Shapes = Record<string, JsonSchema>;

/** Shapes of fewer characters of JSON are repeated: a reference would say less and be no shorter. */
const LEAST = 100;
const PREFIX = '#/shapes/';

/** The shape for a caller without TypeScript: before zod's transforms. Throws if it is recursive. */
export function jsonSchema(given: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(given, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema: made }) => flatten(made as JsonSchema),
  });
  if (JSON.stringify(shape).includes('"$ref"')) throw new Error('A shape of the contract refers to itself.');
  return shape;
}

/** One list of forms for a union of unions. Whether forms exclude each other (`oneOf`) makes no difference to a caller. */
function flatten(shape: JsonSchema): void {
  const forms = shape.oneOf ?? shape.anyOf;
  if (!Array.isArray(forms)) return;
  delete shape.oneOf;
  shape.anyOf = forms.flatMap((form: JsonSchema) =>
    Array.isArray(form.anyOf) ? (form.anyOf as JsonSchema[]) : [form],
  );
}

/** `roots` by their places, with references for shapes that occur more than once; and the shapes referred to. */
export function shared(roots: Readonly<Record<string, JsonSchema>>): {
  roots: Record<string, JsonSchema>;
  shapes: Shapes;
} {
  const found = new Occurrences();
  for (const [place, shape] of Object.entries(roots)) found.visit(shape, place);
  const names = found.names();
  const shapes: Shapes = {};
  const refer = (shape: JsonSchema): JsonSchema => {
    const name = names.get(JSON.stringify(shape));
    if (name === undefined) return mapInner(shape, refer);
    shapes[name] ??= mapInner(shape, refer);
    return { $ref: PREFIX + name };
  };
  const referring = Object.fromEntries(Object.entries(roots).map(([place, shape]) => [place, refer(shape)]));
  return { roots: referring, shapes: Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** `shape` with every reference replaced by its target. */
export function expanded(shape: JsonSchema, shapes: Shapes): JsonSchema {
  const name = nameIn(shape);
  if (name === undefined) return mapInner(shape, (inner) => expanded(inner, shapes));
  const meant = shapes[name];
  if (!meant) throw new Error(`The snapshot has no shape ${name}.`);
  return expanded(meant, shapes);
}

/** The name that a reference gives; undefined for a shape that is written out. */
export function nameIn({ $ref: reference }: JsonSchema): string | undefined {
  return typeof reference === 'string' && reference.startsWith(PREFIX) ? reference.slice(PREFIX.length) : undefined;
}

/**
 * Counts the occurrences of each shape, with its names. Inner shapes count once, however often the outer one occurs.
 */
class Occurrences {
  readonly #exported = exportedNames();
  readonly #places = new Map<string, string[]>();
  readonly #repeated = new Set<string>();

  visit(shape: JsonSchema, place: string): void {
    const text = JSON.stringify(shape);
    const known = this.#places.get(text);
    if (known) this.#repeated.add(text);
    this.#places.set(text, [...(known ?? []), place]);
    if (known) return;
    const owner = this.#exported.get(text) ?? place;
    for (const [part, inner] of innerShapes(shape)) this.visit(inner, `${owner}${part}`);
  }

  /** By the shape's JSON: an exported name, or the first of the places in which it was found. */
  names(): Map<string, string> {
    const long = [...this.#repeated].filter((text) => text.length >= LEAST);
    return new Map(long.map((text) => [text, this.#exported.get(text) ?? this.#places.get(text)!.sort()[0]!]));
  }
}

/** `handleSchema` is `Handle`. Of two exports with one shape, the first by name. */
function exportedNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, value] of Object.entries(schema).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!(value instanceof z.ZodType) || !key.endsWith('Schema')) continue;
    const name = key.charAt(0).toUpperCase() + key.slice(1, -'Schema'.length);
    const text = JSON.stringify(jsonSchema(value));
    if (!names.has(text)) names.set(text, name);
  }
  return names;
}

/** The shapes directly inside, each with the part of a name that leads to it. */
function innerShapes(shape: JsonSchema): [part: string, inner: JsonSchema][] {
  const inner: [string, JsonSchema][] = [];
  mapInner(shape, (found, part) => {
    inner.push([part, found]);
    return found;
  });
  return inner;
}

/** `shape` with each shape directly inside replaced. An alternative stands in the place of the whole. */
function mapInner(shape: JsonSchema, replace: (inner: JsonSchema, part: string) => JsonSchema): JsonSchema {
  const { properties, items, anyOf, additionalProperties: others } = shape;
  return {
    ...shape,
    ...(isShape(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, replace(inner as JsonSchema, `.${name}`)]),
      ),
    }),
    ...(isShape(items) && { items: replace(items, '.item') }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((inner: JsonSchema) => replace(inner, '')) }),
    ...(isShape(others) && { additionalProperties: replace(others, '.other') }),
  };
}

function isShape(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
