/**
 * Rules on modules that load with every element: types and `import()` are left out here, and the remaining imports may
 * not reach zod, Convex or Clerk.
 */
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'elements-stay-light',
      severity: 'error',
      comment: 'Convex, Clerk and zod load lazily, and only for elements that write or stay live.',
      from: { path: '^packages/elements/src/' },
      to: { path: 'node_modules/(zod|convex|@clerk)/', reachable: true },
    },
    {
      name: 'rules-stay-light',
      severity: 'error',
      comment: 'Elements and readers import these rules at run time.',
      from: { path: '^packages/schema/src/(contract/)?rules[./]' },
      to: { path: 'node_modules/', reachable: true },
    },
    {
      name: 'sandbox-stays-light',
      severity: 'error',
      comment: "The sandbox's source runs in pages: data alone.",
      from: { path: '^packages/sdk/src/sandbox' },
      to: { path: 'node_modules/(zod|convex|@clerk)/', reachable: true },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false, exclude: { dynamic: true } },
};
