/**
 * The reputation index over twenty seeds and three attacks, with the rankings it is compared with: a line for each, and exit code 1 if one of
 * the bounds is broken. `--limits` prints what stronger attacks reach instead, which no bound holds.
 */
import { parseArgs } from 'node:util';
import { type AttackSize, withBombing, withRing } from '../schema/trust/reputation/attacks.ts';
import {
  BOUNDS,
  MEASURED,
  type RankingName,
  type Trial,
  greatestLoss,
  rankings,
  standing,
  trialOf,
} from '../schema/trust/reputation/trial.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, limits: { type: 'boolean', default: false } },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, seed) => seed + 1);
const names = Object.keys(rankings) as RankingName[];
const shapes = ['honest', 'ring', 'burst', 'bombing'] as const;
const ours = ['index', 'index of endorsements'].flatMap((name) => shapes.map((shape) => `${name}, ${shape}`));

/** Values by the name of a line, one for each seed. */
const measured = new Map<string, number[]>();

function note(line: string, value: number): void {
  measured.set(line, [...(measured.get(line) ?? []), value]);
}

function noteAttacks(trial: Trial): void {
  for (const name of names) {
    for (const shape of shapes) {
      const { attackers, correlation } = standing(name, trial[shape]);
      note(`${name}, ${shape}: correlation`, correlation);
      note(`${name}, ${shape}: attackers in the top`, attackers);
    }
    note(`${name}, bombing: greatest loss of rank`, greatestLoss(name, trial.honest, trial.bombing, trial.victims));
  }
}

function noteLimits({ honest, victims }: Trial): void {
  const rings: Partial<AttackSize>[] = [
    { bribed: 100 },
    { bribed: 300 },
    { bribed: 600 },
    { bribed: 1000 },
    { sellers: 'poor' },
    { verified: 5 },
    { verified: 10 },
    { verified: 15 },
    { verified: 30 },
  ];
  for (const size of rings)
    note(`ring ${JSON.stringify(size)}: attackers in the top`, standing('index', withRing(honest, size)).attackers);
  const bombings: Partial<AttackSize>[] = [
    { camouflage: 0 },
    { camouflage: 0, days: 30 },
    { camouflage: 0, days: 365 },
    { camouflage: 0, days: 365, bribed: 0 },
    { camouflage: 0, days: 365, attackers: 10 },
  ];
  for (const size of bombings)
    note(
      `bombing of one ${JSON.stringify(size)}: loss of rank`,
      greatestLoss('index', honest, withBombing(honest, victims.slice(0, 1), size), victims.slice(0, 1)),
    );
}

/** Lines whose values leave the bounds. */
function broken(): string[] {
  const least: [line: string, value: number][] = [
    ...ours.map((line): [string, number] => [`${line}: correlation`, BOUNDS.correlation]),
    ...Object.entries(MEASURED).map(([name, [low]]): [string, number] => [`${name}, honest: correlation`, low]),
    ...['raw counts', 'Wilson', 'Bayesian average'].map((name): [string, number] => [
      `${name}, ring: attackers in the top`,
      0.9,
    ]),
  ];
  const most: [line: string, value: number][] = [
    ...ours.map((line): [string, number] => [`${line}: attackers in the top`, BOUNDS.attackers]),
    ['index, bombing: greatest loss of rank', BOUNDS.loss],
    ...Object.entries(MEASURED).map(([name, [, high]]): [string, number] => [`${name}, honest: correlation`, high]),
  ];
  return [
    ...least.filter(([line, value]) => Math.min(...measured.get(line)!) < value),
    ...most.filter(([line, value]) => Math.max(...measured.get(line)!) > value),
  ].map(([line, value]) => `${line}: the bound is ${value}`);
}

for (const seed of seeds) (values.limits ? noteLimits : noteAttacks)(trialOf(seed));
for (const [line, each] of measured) {
  const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
  process.stdout.write(
    `${line} ${[mean, Math.min(...each), Math.max(...each)].map((value) => value.toFixed(3)).join(' ')}\n`,
  );
}
const faults = values.limits ? [] : broken();
for (const fault of faults) process.stdout.write(`BROKEN ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
