/**
 * JSON Schemas (draft 2020-12) of the documents that the schema package exports, of each function's arguments and result and
 * of each event's data, for programs in any language. The build writes them into packages/schema/dist/schemas.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as schema from '@gigsy/schema';
import * as z from 'zod';
import { root } from '../build/stamp.ts';
import { docstrings } from './docstrings.ts';
import type { JsonSchema } from './shapes.ts';

const FOLDER = 'packages/schema/dist/schemas';
const SUFFIX = 'Schema';

interface Described {
  schema: z.ZodType;
  title: string;
  /** Empty where there is none. */
  description: string;
}

/** Each schema by its file in the folder of schemas, and `index.json`, which lists them. */
export function jsonSchemas(): Record<string, JsonSchema> {
  const docs = docstrings();
  const registry = registryOf(docs);
  const described = { ...documents(docs), ...functions(), ...events() };
  const made = Object.entries(described)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [`${name}.json`, jsonSchemaOf(name, one, registry)] as const);
  const schemas = made.map(([file, { $id, title, description }]) => ({
    file,
    $id,
    title,
    ...(description !== undefined && { description }),
  }));
  return { 'index.json': { schemas }, ...Object.fromEntries(made) };
}

/** Returns the files written, from the repository's root. */
export function writeJsonSchemas(): string[] {
  rmSync(path.join(root, FOLDER), { recursive: true, force: true });
  return Object.entries(jsonSchemas()).map(([name, made]) => {
    const file = path.join(FOLDER, name);
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), `${JSON.stringify(made, null, 2)}\n`);
    return file;
  });
}

type Docs = ReturnType<typeof docstrings>;

/** The exported schemas, by name. */
function exported(): [name: string, schema: z.ZodType][] {
  return Object.entries<unknown>(schema).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType);
}

/** `ownProfileSchema` is `documents/own-profile`. */
function documents(docs: Docs): Record<string, Described> {
  return Object.fromEntries(
    exported()
      .filter(([name]) => name.endsWith(SUFFIX))
      .map(([name, found]) => {
        const words = name.slice(0, -SUFFIX.length).replace(/[A-Z0-9]+/g, (part) => `-${part.toLowerCase()}`);
        const title = words.charAt(0).toUpperCase() + words.slice(1).replaceAll('-', ' ');
        return [`documents/${words}`, { schema: found, title, description: docs.get(name)?.text ?? '' }];
      }),
  );
}

function functions(): Record<string, Described> {
  return Object.fromEntries(
    schema.listFunctions(schema.contract).flatMap(({ name, contract: { summary, args, result } }) => [
      [`functions/${name}.arguments`, { schema: args, title: `Arguments of ${name}`, description: summary }],
      [`functions/${name}.result`, { schema: result, title: `Result of ${name}`, description: summary }],
    ]),
  );
}

/** Of each event that leaves or enters, the data of its latest version: the last that is listed. */
function events(): Record<string, Described> {
  return Object.fromEntries(
    schema
      .describedEvents()
      .map(({ type, summary, data }) => [
        `events/${type}`,
        { schema: data, title: `Data of ${type}`, description: summary },
      ]),
  );
}

interface Meta extends Record<string, unknown> {
  id?: string;
  description?: string;
}

/**
 * The descriptions of exported schemas and of the fields of objects, and the names under which other schemas refer to the
 * forms of documents.
 */
function registryOf(docs: Docs): z.core.$ZodRegistry<Meta> {
  const registry = z.registry<Meta>();
  for (const [name, found] of exported()) {
    const { text = '', fields = {} } = docs.get(name) ?? {};
    const id = name.endsWith(SUFFIX) ? { id: name.charAt(0).toUpperCase() + name.slice(1, -SUFFIX.length) } : {};
    if (text !== '' || id.id !== undefined) registry.add(found, { ...id, ...(text !== '' && { description: text }) });
    for (const [field, description] of Object.entries(fields)) {
      const member = shapeOf(found)[field];
      if (member && !registry.get(member)?.id) registry.add(member, { ...registry.get(member), description });
    }
  }
  return registry;
}

function shapeOf(found: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return found instanceof z.ZodObject ? (found.shape as Record<string, z.ZodType>) : {};
}

/** The form of data on the wire: before zod's transforms. Rules that JSON Schema cannot say are left out. */
function jsonSchemaOf(
  name: string,
  { schema: given, title, description }: Described,
  metadata: z.core.$ZodRegistry<Meta>,
): JsonSchema {
  const made = z.toJSONSchema(given, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    metadata,
    override: ({ jsonSchema }) => void delete (jsonSchema as JsonSchema).id,
  }) as JsonSchema;
  const { $schema, $id: _named, description: _own, ...rest } = atTheTop(made);
  const about = { $schema, $id: `urn:gigsy:schema:${name.replaceAll('/', ':')}`, title };
  return { ...about, ...(description !== '' && { description }), ...rest };
}

/** A schema that is one definition and nothing else has that at its top. */
function atTheTop({ $ref: reference, $defs, ...rest }: JsonSchema): JsonSchema {
  const { [String(reference).replace('#/$defs/', '')]: top, ...others } = ($defs ?? {}) as Record<string, JsonSchema>;
  if (!top)
    return { ...rest, ...($defs !== undefined && { $defs }), ...(reference !== undefined && { $ref: reference }) };
  return { ...rest, ...top, ...(Object.keys(others).length > 0 && { $defs: others }) };
}
