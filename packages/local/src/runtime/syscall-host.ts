/** How functions reach the deployment that runs them. */

/** The `Convex` global through which convex/server reaches the deployment. */
export interface SyscallHost {
  syscall(op: string, args: string): string;
  /** Awaited where it is called; a promise of this realm costs a function's context several turns, so a known answer comes as it is. */
  asyncSyscall(op: string, args: string): string | Promise<string>;
  jsSyscall(op: string, args: Record<string, unknown>): unknown;
}

function refuse(op: string): never {
  throw new Error(`"${op}" can not be called while modules load.`);
}

/** For modules that are only looked at: no database stands behind them. */
export const noSyscalls: SyscallHost = { syscall: refuse, asyncSyscall: async (op) => refuse(op), jsSyscall: refuse };
