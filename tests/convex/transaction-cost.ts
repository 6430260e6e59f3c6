/** Documents that a call reads and writes, by table, counted at the border between functions and database. */

export interface Cost {
  ranges: number;
  read: number;
  written: number;
}

type Syscalls = Record<string, (op: string, json: string) => unknown>;

/** The cost by table. Convex counts a document that is written over or deleted as read too. */
export async function costByTable<T>(call: () => Promise<T>): Promise<{ answer: T; costs: Map<string, Cost> }> {
  const runtime = globalThis as unknown as { Convex: Syscalls };
  const { Convex: real } = runtime;
  const costs = new Map<string, Cost>();
  const tableOf = new Map<number, string>();
  const count = (table: string, more: Partial<Cost>) => {
    const { ranges = 0, read = 0, written = 0 } = more;
    const cost = costs.get(table) ?? { ranges: 0, read: 0, written: 0 };
    costs.set(table, { ranges: cost.ranges + ranges, read: cost.read + read, written: cost.written + written });
  };
  const noted = async (op: string, args: Arguments, result: unknown) => {
    const table = args.table ?? tableOf.get(args.queryId ?? -1) ?? args.id?.split(';')[1] ?? 'unknown';
    const found = JSON.parse((await result) as string) as Found | null;
    if (op === '1.0/get') count(table, { ranges: 1, read: found ? 1 : 0 });
    if (op === '1.0/queryStreamNext' && found?.value) count(table, { read: 1 });
    if (op === '1.0/queryPage') count(tableIn(args.query!), { ranges: 1, read: found!.page!.length });
    if (op === '1.0/insert') count(table, { written: 1 });
    if (['1.0/shallowMerge', '1.0/replace', '1.0/remove'].includes(op)) count(table, { read: 1, written: 1 });
  };
  runtime.Convex = {
    jsSyscall: (op, json) => real.jsSyscall!(op, json),
    syscall: (op, json) => {
      const result = real.syscall!(op, json);
      if (op !== '1.0/queryStream') return result;
      const table = tableIn((JSON.parse(json) as Arguments).query!);
      tableOf.set((JSON.parse(result as string) as { queryId: number }).queryId, table);
      count(table, { ranges: 1 });
      return result;
    },
    asyncSyscall: async (op, json) => {
      const result = real.asyncSyscall!(op, json);
      await noted(op, JSON.parse(json) as Arguments, result);
      return result;
    },
  };
  try {
    return { answer: await call(), costs };
  } finally {
    runtime.Convex = real;
  }
}

interface Arguments {
  table?: string;
  id?: string;
  queryId?: number;
  query?: { source: { tableName?: string; indexName?: string } };
}

interface Found {
  value?: unknown;
  page?: unknown[];
}

function tableIn({ source }: NonNullable<Arguments['query']>): string {
  return source.tableName ?? source.indexName!.split('.')[0]!;
}
