/**
 * Restricts access to tables. A table is written in the model of its domain and nowhere else; the domain is the file or
 * folder in convex/tables that declares the table. Stricter for tables that hold profiles (profile/rows* reads them,
 * profile/write* writes them) and for view tables (privacy/views reads and writes them). To see which table a call is
 * about, lint wants `ctx.db.method('table', ...)` written out: table first, and `db` under no other name.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parser } from 'typescript-eslint';

const TABLES = 'convex/tables';
/** Declares no tables: the form of their fields. */
const NO_DOMAIN = 'contract.ts';
const PROFILE_TABLE = /^(users|profiles|profile[A-Z]\w*)$/;
const PROFILE_READER = /^convex\/model\/profile\/rows\w*\.ts$/;
const PROFILE_WRITER = /^convex\/model\/profile\/write\w*\.ts$/;
const VIEWS = 'convex/model/privacy/views.ts';
/** Reads the deployment's own table of stored files, which holds no content. */
const FILES = 'convex/model/privacy/files.ts';
const READS = ['get', 'query', 'normalizeId'];
const WRITES = ['insert', 'patch', 'replace', 'delete'];
/** Calls that have one argument more when the table is named. */
const LEAST_ARGUMENTS = { get: 2, normalizeId: 2, patch: 3, replace: 3, delete: 2 };
/** Names that stand for several tables, each in the files that may touch all of them. */
const SEVERAL = [
  { name: 'itemTables[section]', files: [PROFILE_READER, PROFILE_WRITER] },
  { name: 'model.table', files: [/^convex\/model\/privacy\/views\.ts$/] },
];

const messages = {
  alias: "Write ctx.db.method('table', ...) out: lint knows reads and writes by it.",
  unnamed: "Name the table first, as in ctx.db.{{ method }}('table', ...): lint must see which table it is.",
  unknown: 'No file in convex/tables declares a table {{ table }}.',
  domain: '{{ table }} is written in convex/model/{{ domain }} alone, as convex/tables/{{ domain }}.ts declares it.',
  read: 'Profiles are read in convex/model/profile/rows* alone.',
  write: 'There is one way to write a profile: convex/model/profile/write.',
  view: 'Views are read and written in convex/model/privacy/views.ts alone.',
};

export const tables = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const declared = declaredTables(context.cwd);
    const report = (node, messageId, data = {}) => context.report({ node, messageId, data });
    return {
      MemberExpression(node) {
        if (hidesItsKey(node)) report(node, 'alias');
        if (keyOf(node) !== 'db') return;
        const call = callOn(node);
        if (!call) return void (isVariable(node) || (isSystem(node) && file === FILES) || report(node, 'alias'));
        const { method, given } = call;
        if (!READS.includes(method) && !WRITES.includes(method)) return report(call.node, 'alias');
        const several = given[0] && SEVERAL.find(({ name }) => name === context.sourceCode.getText(given[0]));
        if (several?.files.some((allowed) => allowed.test(file)) && isNamed(call)) return;
        const table = given[0] && nameOf(given[0], true);
        if (table === undefined || !isNamed(call)) return report(call.node, 'unnamed', { method });
        const { domain, isView } = declared.get(table) ?? {};
        const fault = domain ? faultOf({ table, domain, isView }, READS.includes(method), file) : 'unknown';
        if (fault) report(call.node, fault, { table, domain });
      },
      'ObjectPattern > Property'(node) {
        if (nameOf(node.key, node.computed) === 'db') report(node, 'alias');
      },
      "CallExpression[callee.object.name=/^(Object|Reflect)$/] > Identifier.arguments[name='ctx']": (node) =>
        report(node, 'alias'),
      "VariableDeclarator[init.type='Identifier'][init.name='ctx'], AssignmentExpression[right.name='ctx'], SpreadElement[argument.name='ctx']":
        (node) => report(node, 'alias'),
    };
  },
};

function faultOf({ table, domain, isView }, reads, file) {
  if (isView) return file === VIEWS ? undefined : 'view';
  const holdsProfiles = domain === 'profile' && PROFILE_TABLE.test(table);
  if (reads) return holdsProfiles && !PROFILE_READER.test(file) ? 'read' : undefined;
  if (holdsProfiles && !PROFILE_WRITER.test(file)) return 'write';
  return file.startsWith(`convex/model/${domain}/`) ? undefined : 'domain';
}

function isNamed({ method, given }) {
  return given.length >= (LEAST_ARGUMENTS[method] ?? 1);
}

const known = new Map();

/** By table: its domain, and whether it is a view table. From the objects `...Tables` that convex/tables exports. */
function declaredTables(root) {
  if (!known.has(root)) {
    const files = readdirSync(path.join(root, TABLES), { recursive: true }).filter(
      (name) => name.endsWith('.ts') && name !== NO_DOMAIN,
    );
    known.set(root, new Map(files.flatMap((name) => tablesIn(root, name))));
  }
  return known.get(root);
}

/** The domain is the name of the file, or of the folder that it is in. */
function tablesIn(root, name) {
  const domain = path.basename(name.split(path.sep)[0], '.ts');
  return parser
    .parseForESLint(readFileSync(path.join(root, TABLES, name), 'utf8'), { sourceType: 'module' })
    .ast.body.flatMap(({ type, declaration }) =>
      type === 'ExportNamedDeclaration' && declaration?.type === 'VariableDeclaration' ? declaration.declarations : [],
    )
    .filter(({ id, init }) => id.name.endsWith('Tables') && init?.type === 'ObjectExpression')
    .flatMap(({ init }) => init.properties)
    .map(({ key, value }) => [nameOf(key, false), { domain, isView: makerOf(value) === 'viewTable' }]);
}

/** The function at the start of a chain such as `defineTable({}).index(...)`. */
function makerOf(node) {
  let call = node;
  while (call.callee?.type === 'MemberExpression') call = call.callee.object;
  return call.callee?.name;
}

/** `ctx.db.method(...)`, where `node` is `ctx.db`. */
function callOn(node) {
  const member = node.parent;
  const call = member.parent;
  if (
    member.type !== 'MemberExpression' ||
    member.object !== node ||
    call?.type !== 'CallExpression' ||
    call.callee !== member
  )
    return undefined;
  return { node: call, method: keyOf(member), given: call.arguments };
}

/** `ctx.db.vars`: no row, but values of the transaction. */
function isVariable({ parent }) {
  return parent.type === 'MemberExpression' && keyOf(parent) === 'vars';
}

/** `ctx.db.system`: the deployment's own tables. */
function isSystem({ parent }) {
  return parent.type === 'MemberExpression' && keyOf(parent) === 'system';
}

/** `ctx[key]` with a key that only run time knows. */
function hidesItsKey(node) {
  return node.computed && node.object.name === 'ctx' && keyOf(node) === undefined;
}

function keyOf({ property, computed }) {
  return nameOf(property, computed);
}

/** The text of an identifier or of a string without parts. */
function nameOf(node, computed) {
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return computed ? undefined : node.name;
}
