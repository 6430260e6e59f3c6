/** A deployment of the benchmarks' functions in a folder of its own, filled with profiles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type DeploymentOptions, startDeployment } from '@gigsy/local';

export const GROUPS = 100;
/** Profiles one loading mutation writes, with five rows each: under Convex's limit of 16,000 documents. */
const BATCH = 1000;

export interface Subject {
  deployment: Deployment;
  folder: string;
  end(): Promise<void>;
}

export async function startSubject(profiles: number): Promise<Subject> {
  const subject = await startFunctions('convex');
  for (let from = 0; from < profiles; from += BATCH) {
    await subject.deployment.run('profiles:load', { from, count: Math.min(BATCH, profiles - from), groups: GROUPS });
  }
  return subject;
}

/** A deployment without data of the functions in a folder, given whole or from this one. */
export async function startFunctions(
  functions: string,
  env: Record<string, string> = {},
  more: Pick<DeploymentOptions, 'countConflicts'> = {},
): Promise<Subject> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-bench-'));
  const deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, functions),
    dataDir: folder,
    env,
    ...more,
  });
  return {
    deployment,
    folder,
    end: async () => {
      await deployment.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

export function percentile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}
