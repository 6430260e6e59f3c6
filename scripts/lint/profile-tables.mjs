/**
 * Who may touch the tables that hold profiles: read/rows read them, write* writes them, and nobody else. To see which
 * table a call is about, lint wants `ctx.db.method('table', ...)` written out: table first, and `db` under no other name.
 */
import path from 'node:path';

const PROFILE_TABLE = /^(users|profiles|profile[A-Z]\w*)$/;
const READERS = /^convex\/model\/profile\/(read|rows)\.ts$/;
const WRITERS = /^convex\/model\/profile\/write\w*\.ts$/;
const READS = ['get', 'query', 'normalizeId'];
const WRITES = ['insert', 'patch', 'replace', 'delete'];
/** Calls that have one argument more when the table is named. */
const LEAST_ARGUMENTS = { get: 2, normalizeId: 2, patch: 3, replace: 3, delete: 2 };

const messages = {
  alias: "Write ctx.db.method('table', ...) out: lint knows reads and writes by it.",
  unnamed: "Name the table first, as in ctx.db.{{ method }}('table', ...): lint must see which table it is.",
  read: 'Profiles are read in convex/model/profile/read.ts and rows.ts alone.',
  write: 'There is one way to write a profile: convex/model/profile/write.',
};

export const profileTables = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const report = (node, messageId, data = {}) => context.report({ node, messageId, data });
    return {
      MemberExpression(node) {
        if (hidesItsKey(node)) report(node, 'alias');
        if (keyOf(node) !== 'db') return;
        const call = callOn(node);
        if (!call) return void (isVariable(node) || report(node, 'alias'));
        const fault = faultOf(call, file);
        if (fault) report(call.node, fault, { method: call.method });
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

function faultOf({ method, given }, file) {
  const reads = READS.includes(method);
  if (!reads && !WRITES.includes(method)) return 'alias';
  if (reads ? READERS.test(file) : WRITERS.test(file)) return undefined;
  const table = given[0] && nameOf(given[0], true);
  if (table === undefined || given.length < (LEAST_ARGUMENTS[method] ?? 1)) return 'unnamed';
  if (PROFILE_TABLE.test(table)) return reads ? 'read' : 'write';
  return undefined;
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

/** `ctx[key]` with a key that only run time knows. */
function hidesItsKey(node) {
  return node.computed && node.object.name === 'ctx' && keyOf(node) === undefined;
}

function keyOf({ property, computed }) {
  return nameOf(property, computed);
}

/** What an identifier, or a text without parts, says. */
function nameOf(node, computed) {
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return computed ? undefined : node.name;
}
