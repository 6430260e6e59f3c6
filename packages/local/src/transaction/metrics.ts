/** Counts the reads and writes of one transaction against Convex's limits. Nested calls count towards their caller. */
export const METRIC_NAMES = [
  'bytesRead',
  'bytesWritten',
  'databaseQueries',
  'documentsRead',
  'documentsWritten',
  'functionsScheduled',
  'scheduledFunctionArgsBytes',
  'filesWritten',
  'fileWriteBytes',
  'filesRead',
  'fileReadBytes',
] as const;
export type MetricName = (typeof METRIC_NAMES)[number];
export type Amounts = Record<MetricName, number>;

const MIB = 1 << 20;
/** docs.convex.dev/production/state/limits */
const LIMITS: Amounts = {
  bytesRead: 16 * MIB,
  bytesWritten: 16 * MIB,
  databaseQueries: 4_096,
  documentsRead: 32_000,
  documentsWritten: 16_000,
  functionsScheduled: 1_000,
  scheduledFunctionArgsBytes: 16 * MIB,
  filesWritten: 1_000,
  fileWriteBytes: 64 * MIB,
  filesRead: 1_000,
  fileReadBytes: 64 * MIB,
};

/** A rolled back call's reads did happen; its writes did not. */
const READS: readonly MetricName[] = ['bytesRead', 'documentsRead', 'databaseQueries', 'filesRead', 'fileReadBytes'];

const EXCEEDED: Record<MetricName, (limit: number) => string> = {
  bytesRead: (limit) => `Too many bytes read in a single function execution (limit: ${limit} bytes).`,
  bytesWritten: (limit) => `Too many bytes written in a single function execution (limit: ${limit} bytes).`,
  databaseQueries: (limit) => `Too many reads in a single function execution (limit: ${limit}).`,
  documentsRead: (limit) => `Too many documents read in a single function execution (limit: ${limit}).`,
  documentsWritten: (limit) => `Too many writes in a single function execution (limit: ${limit}).`,
  functionsScheduled: (limit) => `Too many functions scheduled by this mutation (limit: ${limit}).`,
  scheduledFunctionArgsBytes: (limit) =>
    `Too large total size of the arguments of scheduled functions from this mutation (limit: ${limit} bytes).`,
  filesWritten: (limit) => `Too many files written in a single function execution (limit: ${limit}).`,
  fileWriteBytes: (limit) => `Too many file bytes written in a single function execution (limit: ${limit} bytes).`,
  filesRead: (limit) => `Too many files read in a single function execution (limit: ${limit}).`,
  fileReadBytes: (limit) => `Too many file bytes read in a single function execution (limit: ${limit} bytes).`,
};

interface Layer {
  used: Amounts;
  limits: Amounts;
}

const NONE = Object.fromEntries(METRIC_NAMES.map((name) => [name, 0])) as Amounts;

export class Metrics {
  readonly #layers: Layer[] = [{ used: { ...NONE }, limits: LIMITS }];

  #top(): Layer {
    return this.#layers[this.#layers.length - 1]!;
  }

  count(name: MetricName, amount: number): void {
    const { used, limits } = this.#top();
    used[name] += amount;
    if (used[name] > limits[name]) {
      throw new Error(
        `${EXCEEDED[name](limits[name])} Consider using smaller limits in your queries, paginating, or using indexed queries.`,
      );
    }
  }

  read(bytes: number): void {
    this.count('documentsRead', 1);
    this.count('bytesRead', bytes);
  }

  write(bytes: number): void {
    this.count('documentsWritten', 1);
    this.count('bytesWritten', bytes);
  }

  /** Begins a nested call, whose own limits can only be tighter. */
  push(requested: Partial<Amounts> | undefined): void {
    const parent = this.#top();
    const limits = { ...parent.limits };
    for (const name of METRIC_NAMES) {
      const limit = requested?.[name];
      if (limit !== undefined) limits[name] = Math.min(limits[name], parent.used[name] + limit);
    }
    this.#layers.push({ used: { ...parent.used }, limits });
  }

  pop(committed: boolean): void {
    const child = this.#layers.pop()!;
    const parent = this.#top();
    if (committed) parent.used = child.used;
    else for (const name of READS) parent.used[name] = child.used[name];
  }

  report(): Record<MetricName, { used: number; remaining: number }> {
    const { used, limits } = this.#top();
    return Object.fromEntries(
      METRIC_NAMES.map((name) => [name, { used: used[name], remaining: limits[name] - used[name] }]),
    ) as never;
  }
}
