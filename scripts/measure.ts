/**
 * `npm run bench` and `npm run soak`: runs the measurements in tests/bench or tests/soak and prints a line a figure.
 * Progress goes to standard error; exit code 1 if a figure misses its goal or a measurement fails.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect, parseArgs } from 'node:util';
import { build } from './build.ts';
import { root } from './build/stamp.ts';
import { type FigureLine, type MeasureContext, type Measurement, figureLine } from './measure/figure.ts';

const help = (kind: string, names: string[]) => `npm run ${kind} -- [--json] [--only NAME]... [--short] [--help]

--json    one line a figure: {"name","value","unit","baseline","ratio"}, and "goal", "met" where one is stated
--only    only this measurement, or all whose names start with it and a hyphen; there are: ${names.join(', ') || 'none yet'}
--short   the same in less time
Exit code 1 when a figure misses its stated goal.
`;

async function main([kind = '', ...args]: string[]): Promise<number> {
  if (kind !== 'bench' && kind !== 'soak') throw new Error('Say what to run: bench or soak.');
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      short: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const measurements = await load(kind);
  const names = measurements.map(({ name }) => name);
  if (values.help) {
    process.stdout.write(help(kind, names));
    return 0;
  }
  const unknown = values.only?.find((name) => !names.some((known) => isNamed(known, name)));
  if (unknown !== undefined)
    throw new Error(`There is no ${kind} named "${unknown}": choose from ${names.join(', ') || 'none yet'}.`);
  const chosen = measurements.filter(({ name }) => values.only?.some((asked) => isNamed(name, asked)) ?? true);
  if (chosen.length === 0) throw new Error(`There is no ${kind} to run yet.`);
  await build({ ifStale: true });
  return run(chosen, { json: values.json ?? false, short: values.short ?? false });
}

/** `local` names `local` and `local-crash`. */
function isNamed(name: string, asked: string): boolean {
  return name === asked || name.startsWith(`${asked}-`);
}

async function load(kind: string): Promise<Measurement[]> {
  const folder = path.join(root, 'tests', kind);
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(`.${kind}.ts`))
        .sort()
    : [];
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(path.join(folder, file)).href)) as Partial<Measurement>;
      if (!module.name || !module.run) throw new Error(`tests/${kind}/${file} must export a name and a run function.`);
      return module as Measurement;
    }),
  );
}

/** One after the other: measurements on one machine would disturb each other. */
async function run(chosen: Measurement[], { json, short }: { json: boolean; short: boolean }): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let failed = 0;
  for (const { name, run: measure } of chosen) {
    const progress: MeasureContext['progress'] = (message) => process.stderr.write(`${name}: ${message}\n`);
    try {
      for await (const figure of measure({ short, progress, signal: stop.signal })) {
        const line = figureLine(figure);
        if (line.met === false) failed += 1;
        process.stdout.write(`${json ? JSON.stringify(line) : forPeople(line)}\n`);
      }
    } catch (error) {
      failed += 1;
      progress(`fell over: ${inspect(error)}`);
    }
    if (stop.signal.aborted) break;
  }
  return failed > 0 || stop.signal.aborted ? 1 : 0;
}

function forPeople({ name, value, unit, baseline, ratio, goal, met }: FigureLine): string {
  const against = baseline === null ? '' : `  (baseline ${baseline} ${unit}, x${ratio})`;
  const bound = goal?.of === 'ratio' ? `x${goal.value}` : `${goal?.value} ${unit}`;
  const aim = goal ? `  goal: at ${goal.at} ${bound}${met ? '' : '  MISSED'}` : '';
  return `${name}: ${value} ${unit}${against}${aim}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
