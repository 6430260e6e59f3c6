/**
 * The Convex CLI's own templates of generated code, from the installed convex package, so that offline output equals
 * the CLI's. They are not part of convex's public interface; a test compares the output with the CLI's.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dataModelSource } from './data-model.ts';

interface Generated {
  DTS: string;
  JS?: string;
}

export interface Templates {
  /** For paths of modules relative to the functions folder, extension included. */
  api(modulePaths: string[]): Required<Generated>;
  server(): Required<Generated>;
  dataModel(hasSchema: boolean): string;
  header(oneLine: string): string;
  /** The TypeScript type of a validator in its exported JSON form. */
  typeOf(validator: string): string;
  /** The CLI's order of names. */
  compare(a: string, b: string): number;
  format(source: string): Promise<string>;
}

/** A deployment gives the CLI the fields of objects in the order of their names. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const require = createRequire(import.meta.url);

export function loadTemplates(): Templates {
  const convex = require.resolve('convex/package.json');
  const load = (name: string) =>
    require(join(dirname(convex), 'dist/cjs/cli/codegen_templates', `${name}.js`)) as Record<
      string,
      (...args: never[]) => unknown
    >;
  const prettier = createRequire(convex)('prettier') as { format(source: string, options: object): Promise<string> };
  const [api, server, common, validators] = [load('api'), load('server'), load('common'), load('validator_helpers')];
  return {
    api: (paths) => api.apiCodegen!(paths as never) as Required<Generated>,
    server: () => server.serverCodegen!({ useTypeScript: false, envVars: undefined } as never) as Required<Generated>,
    dataModel: dataModelSource,
    header: common.header as Templates['header'],
    compare: common.compareStrings as Templates['compare'],
    typeOf(validator) {
      const parsed: unknown = JSON.parse(validator, sorted);
      return parsed ? (validators.validatorToType!(parsed as never, false as never) as string) : 'any';
    },
    format: (source) => prettier.format(source, { parser: 'typescript', pluginSearchDirs: false }),
  };
}
