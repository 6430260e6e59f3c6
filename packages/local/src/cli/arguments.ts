/** Reads a verb's command line. A fault in it becomes one sentence. */
import { parseArgs } from 'node:util';
import { LocalDeploymentError, errorText } from '../errors.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const VERBS = {
  serve: {
    options: {
      functions: text,
      data: text,
      port: text,
      'site-port': text,
      env: { type: 'string', multiple: true },
      settings: text,
      logs: text,
      watch: flag,
      json: flag,
    },
    allowPositionals: false,
  },
  codegen: { options: { functions: text, check: flag }, allowPositionals: false },
  check: { options: { functions: text, env: { type: 'string', multiple: true } }, allowPositionals: false },
  snapshot: { options: { data: text }, allowPositionals: true },
} as const;

type Parsed<V extends keyof typeof VERBS> = ReturnType<
  typeof parseArgs<{ options: (typeof VERBS)[V]['options']; allowPositionals: true }>
>;
export type ServeValues = Parsed<'serve'>['values'];

export function parse<V extends keyof typeof VERBS>(args: string[], verb: V): Parsed<V> {
  try {
    return parseArgs({ args, strict: true, ...VERBS[verb] }) as Parsed<V>;
  } catch (error) {
    const [sentence = ''] = errorText(error).split(/\. (?=To|[A-Z])/);
    throw new LocalDeploymentError(
      'usage',
      `${sentence.replace(/\.$/, '').replaceAll('\n', ' ')}; see gigsy-local --help.`,
      { cause: error },
    );
  }
}

export function required(value: string | undefined, what: string, verb: string): string {
  if (value === undefined || value === '')
    throw new LocalDeploymentError('usage', `gigsy-local ${verb} needs ${what}; see gigsy-local --help.`);
  return value;
}
