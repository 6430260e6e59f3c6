/** A deployment of the benchmarks' functions in a folder of its own, filled with profiles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, startDeployment } from '@gigsy/local';

export const GROUPS = 100;
/** Profiles one loading mutation writes, with five rows each: under Convex's limit of 16,000 documents. */
const BATCH = 1000;

export interface Subject {
  deployment: Deployment;
  folder: string;
  end(): Promise<void>;
}

export async function startSubject(profiles: number): Promise<Subject> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-bench-'));
  const deployment = await startDeployment({ functionsDir: path.join(import.meta.dirname, 'convex'), dataDir: folder });
  for (let from = 0; from < profiles; from += BATCH) {
    await deployment.run('profiles:load', { from, count: Math.min(BATCH, profiles - from), groups: GROUPS });
  }
  return {
    deployment, folder,
    end: async () => {
      await deployment.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A fixed sequence of numbers in [0, 1), so that both sides of a ratio do the same work (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

export function percentile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}
