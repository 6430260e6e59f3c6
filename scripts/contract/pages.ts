/** The pages made from the contract: the API reference and the privacy matrix, in Markdown. */
import { type MatrixKey, privacyMatrix, roles, rowOf } from '@gigsy/schema';
import type { FunctionSnapshot, JsonSchema, Snapshot } from './snapshot.ts';

const GENERATED = '<!-- Generated from packages/schema by `npm run generate`: change it there. -->';

export function referencePage(snapshot: Snapshot): string {
  const errors = Object.entries(snapshot.errors).map(
    ([code, status]) => `| \`${code}\` | ${status || 'client side'} |`,
  );
  return [
    '# API reference',
    GENERATED,
    'Every public function, under the name it has in the contract, as a Convex path and in the SDK. Beside the errors' +
      ' listed, each may answer `invalid_argument` with all faulty fields, and `internal`. The SDK throws all errors; a mutation called' +
      ' by another client returns those that count towards its rate limit, as `{ refused: { code, message } }`.',
    ...snapshot.functions.map(functionSection),
    '## Errors',
    table(['code', 'HTTP status'], errors),
  ]
    .join('\n\n')
    .concat('\n');
}

function functionSection(declared: FunctionSnapshot): string {
  const { rate } = declared;
  const facts = [
    `- Kind: ${declared.kind}`,
    `- Callers: ${declared.callers.join(', ')}`,
    `- Errors: ${declared.errors.map((code) => `\`${code}\``).join(', ') || 'none of its own'}`,
    `- Reveals: ${declared.reveals}`,
    ...(rate ? [`- Rate: ${rate.rate} in ${rate.periodMs / 1000} s, ${rate.capacity} at once`] : []),
  ];
  return [
    `## ${declared.name}`,
    declared.summary,
    facts.join('\n'),
    ...fieldTable('Arguments', declared.args),
    ...fieldTable('Result', declared.result),
  ].join('\n\n');
}

/** Fields with their dotted paths; `[]` stands for each item of a list. */
function fieldTable(title: string, shape: JsonSchema): string[] {
  const rows = fields(shape, '').map(
    ({ path, type, required }) => `| \`${path}\` | ${type} | ${required ? 'yes' : 'no'} |`,
  );
  if (rows.length === 0) return [`${title}: ${describe(shape)}.`];
  return [`${title}: ${describe(shape)}.`, table(['field', 'type', 'required'], rows)];
}

interface Field {
  path: string;
  type: string;
  required: boolean;
}

function fields(shape: JsonSchema, prefix: string): Field[] {
  const alternatives = Array.isArray(shape.anyOf) ? (shape.anyOf as JsonSchema[]) : [];
  const own = Object.entries((shape.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, inner]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const required = Array.isArray(shape.required) && shape.required.includes(name);
    return [{ path, type: describe(inner), required }, ...fields(inner, path)];
  });
  const items = typeof shape.items === 'object' && shape.items ? fields(shape.items as JsonSchema, `${prefix}[]`) : [];
  return [...own, ...items, ...alternatives.flatMap((alternative) => fields(alternative, prefix))];
}

function describe(shape: JsonSchema): string {
  if (Array.isArray(shape.anyOf)) return (shape.anyOf as JsonSchema[]).map(describe).join(' or ');
  if (shape.const !== undefined) return `\`${String(shape.const)}\``;
  if (Array.isArray(shape.enum)) return shape.enum.map((value) => `\`${String(value)}\``).join(', ');
  const noun = NOUNS[String(shape.type)] ?? 'anything';
  return [noun, bounds(shape)].filter(Boolean).join(', ');
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

export function privacyMatrixPage(): string {
  const rows = (Object.keys(privacyMatrix) as MatrixKey[]).map((key) => {
    const { defaults, widest, note, fixed } = rowOf(key);
    return `| \`${key}\` | ${roles.map((role) => defaults[role]).join(' | ')} | ${fixed ? 'follows the profile' : widest} | ${note} |`;
  });
  return [
    '# Privacy matrix',
    GENERATED,
    "Who may see what before the owner chooses otherwise, by the owner's role, and how wide the owner may open it. A field" +
      " is seen by those who may see the profile, its section's row and its own row; one without a row is its owner's alone.",
    table(['what', ...roles, 'widest', 'why'], rows),
  ]
    .join('\n\n')
    .concat('\n');
}

function table(heads: readonly string[], rows: string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- |').join('')}`, ...rows].join('\n');
}
