/**
 * House style as rules. Imports are dependency-cruiser's (.dependency-cruiser.cjs); this file holds rules on code, with
 * the two on which the backend's privacy rests: one door for public functions, and one place that writes each table.
 */
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { house } from './scripts/lint/house.mjs';

const sources = ['packages/*/src/**/*.ts', 'convex/**/*.ts'];
/**
 * Node 24 runs the sources as they are, so syntax that must be compiled away is refused. Convex files are checked here,
 * not by tsc.
 */
const erasable = ['TSEnumDeclaration', 'TSParameterProperty', 'TSImportEqualsDeclaration', 'TSExportAssignment'].map(
  (selector) => ({
    selector,
    message: 'Only erasable TypeScript: sources run as they are.',
  }),
);

const wholeZod = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
  message: "Write import * as z from 'zod': the named import keeps all of zod in a bundle.",
};

const everywhere = [...erasable, wholeZod];

/**
 * The parts of the convex package that the client may use; the storeys are dependency-cruiser's, named imports are
 * checked here.
 */
const clientOfConvex = [
  {
    selector: 'ImportDeclaration[source.value=/^convex(?!\\u002f(browser|values|server)$)(\\u002f|$)/]',
    message: 'The sdk uses convex/browser, convex/values and makeFunctionReference of convex/server alone.',
  },
  {
    selector:
      "ImportDeclaration[source.value='convex/server'][importKind!='type'] > :matches(ImportNamespaceSpecifier, ImportSpecifier[importKind!='type'][imported.name!='makeFunctionReference'])",
    message: 'Of convex/server the sdk uses makeFunctionReference alone.',
  },
];

/** The parts of Lit that the embed build's own (scripts/build/read-only-lit.mjs) leaves out, so no element may use them. */
const trimmedLit = [
  {
    selector: 'ImportDeclaration[source.value=/^lit/] > ImportSpecifier[imported.name=/^(svg|mathml|css)$/]',
    message:
      'The embed build has no svg, mathml and css of Lit: write whole <svg> elements in html, and sheets with appearance/css.ts.',
  },
  {
    selector: "Property[key.name='type'] > Identifier[name=/^(Object|Array)$/]",
    message: 'Objects and lists are properties, never attributes: the embed build cannot read them from text.',
  },
  {
    selector:
      "Property[key.name=/^(converter|useDefault|hasChanged|noAccessor)$/], Property[key.name='attribute'][value.value=true]",
    message:
      'The embed build has no such option of Lit: read the attribute as text, and set defaults in the constructor.',
  },
  {
    selector: "PropertyDefinition[static=true][key.name='properties'] > ObjectExpression > Property[computed=true]",
    message: "Properties are named: the embed build's Lit has none by symbol.",
  },
  {
    selector: 'MethodDefinition[key.name=/^(shouldUpdate|firstUpdated|updated|scheduleUpdate|getUpdateComplete)$/]',
    message: "The embed build's Lit never calls this: use willUpdate or update.",
  },
  {
    selector: 'ImportDeclaration[source.value=/^lit(-html)?.(async-)?directive/]',
    message: 'The embed build has no directives: write an expression, or query the render root.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/<(script|style|textarea|title)/i]",
    message: 'The embed build finds no values inside elements that hold raw text: set the property from code.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/<!--|\\s\\?[\\w-]+=$/]",
    message:
      'The embed build finds no values inside comments, and no attributes with a question mark: give the attribute a value or `nothing`.',
  },
  {
    selector: 'ImportDeclaration[source.value=/decorators/]',
    message: 'Declare static properties: the embed build keeps no metadata of decorators.',
  },
];

export default ts.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'releases/',
      '.cache/',
      '.gigsy/',
      'coverage/',
      'storybook-static/',
      'test-results/',
      'convex/_generated/',
      '**/fixtures/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs,cjs}'],
    extends: [js.configs.recommended, ...ts.configs.recommended],
    plugins: { house },
    rules: {
      'house/no-drawer': 'error',
      'house/seven-domains': 'error',
      'house/long-file': ['warn', 300],
      'max-lines': ['error', 350],
      'no-undef': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: sources,
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: [...sources, 'examples/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  { files: ['packages/{schema,sdk,elements}/src/**/*.ts', 'convex/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    // Every ending that Convex deploys; and no comment in a file can switch a rule off.
    files: ['convex/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
    extends: [ts.configs.base],
    plugins: { house },
    linterOptions: { noInlineConfig: true },
    rules: { 'house/registered-by-contract': 'error', 'house/tables': 'error' },
  },
  { files: ['convex/model/operations/logLine.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['packages/elements/types/*.d.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['packages/sdk/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...clientOfConvex] },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...trimmedLit] },
  },
  {
    // Elements that edit, and some that ask by a client, come from the package alone, with Lit in full.
    files: [
      'packages/elements/src/writing/**/*.ts',
      'packages/elements/src/**/*-{form,editor}/**/*.ts',
      'packages/elements/src/privacy/contacts/*.ts',
      'packages/elements/src/client/titled-list.ts',
      'packages/elements/src/events/delivery-monitor/*.ts',
      'packages/elements/src/trust/{endorse-dialog,endorsements-panel,moderating,moderation-queue}/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-bind': 'error',
      'lit/no-useless-template-literals': 'error',
      'wc/guard-super-call': 'off',
    },
  },
);
