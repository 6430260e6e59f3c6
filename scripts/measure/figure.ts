/** The results of a benchmark or soak run; modules in tests/bench and tests/soak are written against these types. */

export interface Goal {
  /** The measure that the goal applies to: the value itself, or its ratio to the baseline. */
  of?: 'value' | 'ratio';
  at: 'most' | 'least';
  value: number;
}

export interface Figure {
  /** The measured thing: `profile card, first paint`. */
  name: string;
  value: number;
  /** `ms`, `kB`, `1/s` ... */
  unit: string;
  /** The same measure of an earlier version, the plain way or a rival. */
  baseline?: number;
  /** A figure that misses its goal fails the run. */
  goal?: Goal;
}

export interface MeasureContext {
  /** True for `--short`: the same in less time, with looser figures. */
  short: boolean;
  /** Reports progress on standard error. */
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

/** The figure as one line of output; `ratio` is value over baseline. */
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
