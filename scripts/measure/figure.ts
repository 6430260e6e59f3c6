/** What a benchmark or soak run hands over; modules in tests/bench and tests/soak are written against these types. */

export interface Goal {
  /** What is held to it: the value itself, or its ratio to the baseline. */
  of?: 'value' | 'ratio';
  at: 'most' | 'least';
  value: number;
}

export interface Figure {
  /** What was measured: `profile card, first paint`. */
  name: string;
  value: number;
  /** `ms`, `kB`, `1/s` ... */
  unit: string;
  /** What the same measure gives elsewhere: an earlier version, the plain way, a rival. */
  baseline?: number;
  /** When given, missing it fails the run. */
  goal?: Goal;
}

export interface MeasureContext {
  /** True for `--short`: the same in less time, with looser figures. */
  short: boolean;
  /** Says on standard error how far it is. */
  progress: (message: string) => void;
  /** Fires on SIGINT and SIGTERM. */
  signal: AbortSignal;
}

/** A module `tests/bench/<x>.bench.ts` or `tests/soak/<x>.soak.ts` exports these two names. */
export interface Measurement {
  name: string;
  run: (context: MeasureContext) => AsyncIterable<Figure>;
}

export interface FigureLine {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
  goal?: Goal;
  met?: boolean;
}

/** The figure as one line of output says it: `ratio` is value over baseline. */
export function figureLine({ name, value, unit, baseline, goal }: Figure): FigureLine {
  const ratio = baseline ? Number((value / baseline).toPrecision(4)) : null;
  return {
    name,
    value,
    unit,
    baseline: baseline ?? null,
    ratio,
    ...(goal ? { goal, met: meets(goal.of === 'ratio' ? ratio : value, goal) } : {}),
  };
}

function meets(value: number | null, goal: Goal): boolean {
  if (value === null) return false;
  return goal.at === 'most' ? value <= goal.value : value >= goal.value;
}
