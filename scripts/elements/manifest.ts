/**
 * The custom-elements manifest (custom-elements.json, schema 1.0.0) of packages/elements, analysed from the sources:
 * the API for hosts, under its published paths. Everything else about elements is made from it.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';

export interface Described {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  inheritedFrom?: { name: string; module: string };
}

export interface Attribute extends Described {
  fieldName?: string;
}

export interface Member extends Described {
  kind: 'field' | 'method';
  privacy?: 'public' | 'protected' | 'private';
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
  parameters?: Described[];
  return?: { type: { text: string } };
}

export interface ClassDeclaration {
  kind: 'class';
  name: string;
  summary?: string;
  tagName?: string;
  superclass?: { name: string; module?: string; package?: string };
  members?: Member[];
  attributes?: Attribute[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

interface Module {
  kind: 'javascript-module';
  path: string;
  declarations: ClassDeclaration[];
  exports: { kind: string; name: string; declaration: { name: string; module: string } }[];
}

export interface ElementsManifest {
  schemaVersion: string;
  readme: string;
  modules: Module[];
}

/** The parts of the analyzer that are used here; it declares no types of them, and its Lit plugin stands in a file of its own. */
interface Analyzer {
  create(options: { modules: unknown[]; plugins: unknown[] }): ElementsManifest;
  ts: {
    createSourceFile(name: string, text: string, target: number, parents: boolean): unknown;
    ScriptTarget: { ES2022: number };
  };
}

const ANALYZER = '@custom-elements-manifest/analyzer/index.js' as string;
const LIT_PLUGIN = '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' as string;

const folder = path.join(root, 'packages/elements');

/** The manifest of the sources in this tree. */
export async function takeManifest(): Promise<ElementsManifest> {
  const { create, ts } = (await import(ANALYZER)) as Analyzer;
  const { litPlugin } = (await import(LIT_PLUGIN)) as { litPlugin: () => unknown[] };
  const files = globSync('src/**/*.ts', { cwd: folder })
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const sources = files.map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
  const modules = sources.map(({ file, text }) => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  const unions = sources.flatMap(({ text }) =>
    [...text.matchAll(UNION_ALIAS)].map(([, name, union]) => [name!, union!.replace(/\s+/g, ' ')] as const),
  );
  const declared = new Map<string, Member['type']>();
  const manifest = create({ modules, plugins: [...litPlugin(), noteTypes(declared)] });
  return published(withNearestTypes(manifest, declared), new Map(unions));
}

/** Notes the type that each class itself declares of a member, before the analyzer adds inherited members. */
function noteTypes(declared: Map<string, Member['type']>): object {
  return {
    name: 'gigsy-note-types',
    moduleLinkPhase({ moduleDoc }: { moduleDoc: Module }) {
      for (const { name, members = [] } of moduleDoc.declarations)
        for (const member of members) declared.set(`${name}.${member.name}`, member.type);
    },
  };
}

/** The analyzer takes the type of a member from the furthest base; here it is that of the nearest class that declares it. */
function withNearestTypes(manifest: ElementsManifest, declared: Map<string, Member['type']>): ElementsManifest {
  const classes = new Map(manifest.modules.flatMap((module) => module.declarations.map((one) => [one.name, one])));
  const nearest = (name: string | undefined, member: string): Member['type'] =>
    name === undefined
      ? undefined
      : (declared.get(`${name}.${member}`) ?? nearest(classes.get(name)?.superclass?.name, member));
  const typed = (declaration: ClassDeclaration) => ({
    ...declaration,
    members: declaration.members?.map((member) => ({ ...member, type: nearest(declaration.name, member.name) })),
  });
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({ ...module, declarations: module.declarations.map(typed) })),
  };
}

/** `export type Name = 'one' | 'two';`, on one line or on several. */
const UNION_ALIAS = /^export type (\w+) =(?:\s*\|)?\s*('[^']*'(?:\s*\|\s*'[^']*')*);$/gm;

/**
 * Elements and the classes that they extend, without members that are not for hosts; names of unions are replaced by
 * the unions.
 */
function published(
  { schemaVersion, readme, modules }: ElementsManifest,
  unions: Map<string, string>,
): ElementsManifest {
  const bases = new Set(modules.flatMap(({ declarations }) => declarations.map(({ superclass }) => superclass?.name)));
  const wanted = modules
    .map((module) => ({
      ...module,
      declarations: module.declarations
        .filter(({ kind, name, tagName }) => kind === 'class' && (tagName !== undefined || bases.has(name)))
        .map(ofHosts),
    }))
    .filter(({ declarations }) => declarations.length > 0);
  const manifest = { schemaVersion, readme, modules: wanted.flatMap(withDefinition) };
  return JSON.parse(
    JSON.stringify(manifest, (key, value: unknown) => readable(key, value, unions)),
  ) as ElementsManifest;
}

/** `src/a.ts`, as the analyzer read it, is `dist/a.js` in the package. */
function readable(key: string, value: unknown, unions: Map<string, string>): unknown {
  if (typeof value !== 'string') return value;
  if (key === 'path' || key === 'module') return value.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
  return key === 'text' ? (unions.get(value) ?? value) : value;
}

function ofHosts(declaration: ClassDeclaration): ClassDeclaration {
  const hidden = new Set(declaration.members?.filter((member) => !isPublic(member)).map(({ name }) => name));
  const attributes = declaration.attributes?.filter(
    ({ fieldName }) => fieldName === undefined || !hidden.has(fieldName),
  );
  const description = (member: Member) =>
    member.description ?? attributes?.find(({ fieldName }) => fieldName === member.name)?.description;
  return {
    ...declaration,
    /** A base that is not a class of ours belongs to the platform. */
    ...(declaration.superclass?.name === 'Base' ? { superclass: { name: 'HTMLElement' } } : {}),
    members: declaration.members?.filter(isPublic).map((member) => ({ ...member, description: description(member) })),
    attributes,
    /** Only events that a class comment describes; the analyzer also lists events in `dispatchEvent` calls. */
    events: declaration.events?.filter(({ name }) => name.startsWith('gigsy-')),
  };
}

/** Members that are assigned in a constructor and not declared, such as a deferred method of Lit, have no type. */
function isPublic({ kind, name, type, privacy, static: isStatic }: Member): boolean {
  return (
    (privacy ?? 'public') === 'public' &&
    !isStatic &&
    !name.startsWith('#') &&
    (kind === 'method' || type !== undefined)
  );
}

/** The module, and the one beside it that defines its tag. */
function withDefinition(module: Module): Module[] {
  const [{ name, tagName } = {} as ClassDeclaration] = module.declarations;
  const define = module.path.replace(/\.ts$/, '.define.ts');
  if (tagName === undefined) return [module];
  return [
    module,
    {
      kind: 'javascript-module',
      path: define,
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: module.path } }],
    },
  ];
}
