/** Attempts that Convex refuses under any schema, by its documentation and source. */

/* A program's tables are known only at run time, so there are no types for them. */
type Loose = any;

export interface Attempt {
  ctx: Loose;
  table: string;
  /** A document of the table, if there is one. */
  id: string | null;
  self: Loose;
}

const nested = (levels: number): unknown => (levels === 0 ? 1 : { d: nested(levels - 1) });
const many = (count: number, prefix: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}${at}`, 1]));

/** Documents that no table takes. */
const DOCUMENTS: Record<string, () => object> = {
  'field with an underscore': () => ({ _own: 1 }),
  'field with a dollar sign': () => ({ $own: 1 }),
  'field name that is not ASCII': () => ({ größe: 1 }),
  'field name with a control character': () => ({ 'a\u0007': 1 }),
  'field name that is too long': () => ({ ['n'.repeat(1_025)]: 1 }),
  'lone surrogate': () => ({ text: 'x\udbff' }),
  'too deep': () => nested(17) as object,
  'too many fields': () => many(1_025, 'f'),
  'too many items': () => ({ list: Array.from({ length: 8_193 }, () => 0) }),
  'too large': () => ({ text: 'x'.repeat(1 << 20) }),
  'an array': () => [1],
};

const WRITES = Object.entries(DOCUMENTS).flatMap(
  ([what, document]): [string, (attempt: Attempt) => Promise<unknown>][] => [
    [`insert: ${what}`, ({ ctx, table }) => ctx.db.insert(table, document())],
    [`patch: ${what}`, ({ ctx, id }) => ctx.db.patch(present(id), document())],
    [`replace: ${what}`, ({ ctx, id }) => ctx.db.replace(present(id), document())],
  ],
);

export const REFUSALS: Record<string, (attempt: Attempt) => Promise<unknown>> = {
  ...Object.fromEntries(WRITES),
  'insert: own id': ({ ctx, table, id }) => ctx.db.insert(table, { _id: present(id) }),
  'insert: own creation time': ({ ctx, table }) => ctx.db.insert(table, { _creationTime: 1 }),
  'patch: other id': ({ ctx, id }) => ctx.db.patch(present(id), { _id: 'another' }),
  'replace: other creation time': ({ ctx, id }) => ctx.db.replace(present(id), { _creationTime: 1 }),
  'page: none': ({ ctx, self, table }) =>
    ctx.runQuery(self.page, { query: scan(table), slots: [], options: { numItems: 0, cursor: null } }),
  'page: half': ({ ctx, self, table }) =>
    ctx.runQuery(self.page, { query: scan(table), slots: [], options: { numItems: 1.5, cursor: null } }),
  'page: no rows': ({ ctx, self, table }) =>
    ctx.runQuery(self.page, {
      query: scan(table),
      slots: [],
      options: { numItems: 1, cursor: null, maximumRowsRead: 0 },
    }),
  'result: too deep': ({ ctx, self }) => ctx.runQuery(self.large, { what: 'deep' }),
  'result: too many items': ({ ctx, self }) => ctx.runQuery(self.large, { what: 'items' }),
  'result: too many fields': ({ ctx, self }) => ctx.runQuery(self.large, { what: 'fields' }),
  'result: lone surrogate': ({ ctx, self }) => ctx.runQuery(self.large, { what: 'surrogate' }),
  'calls: too deep': ({ ctx, self }) => ctx.runQuery(self.descend, { levels: 9 }),
};

const DOCUMENTS_LET_PASS = [
  'field with an underscore',
  'lone surrogate',
  'too deep',
  'too many fields',
  'too many items',
  'too large',
  'an array',
];

/** Attempts that convex-test lets pass, where no validator forbids them: there Convex's documentation is the only reference. */
export const LET_PASS_BY_CONVEX_TEST: ReadonlySet<string> = new Set([
  ...DOCUMENTS_LET_PASS.flatMap((what) => [`insert: ${what}`, `patch: ${what}`, `replace: ${what}`]),
  'insert: own id',
  'insert: own creation time',
  'page: none',
  'page: half',
  'page: no rows',
  'result: too deep',
  'result: too many items',
  'result: too many fields',
  'result: lone surrogate',
  'calls: too deep',
]);

/** Results that no function may have. */
export const LARGE: Record<string, () => unknown> = {
  deep: () => nested(65),
  items: () => Array.from({ length: 8_193 }, () => 0),
  fields: () => many(1_025, 'f'),
  surrogate: () => '\ud800',
};

function present(id: string | null): string {
  if (id === null) throw new Error('no document yet');
  return id;
}

function scan(table: string): string {
  return JSON.stringify({ table, index: null, range: [], order: null, filters: [] });
}
