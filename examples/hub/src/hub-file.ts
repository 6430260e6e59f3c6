/**
 * `hub.json`: tells the gigsy command where the running hub is, and proves that the command may read the data folder.
 * It exists while the hub runs, only its owner can read it, and its secret is new at each start.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@gigsy/local';

export interface HubFile {
  pid: number;
  partner: string;
  convex: string;
  site: string;
  issuer: string;
  cdn: string;
  app: string;
  /** Sent as `x-hub-secret` to `POST {partner}/.hub/token`, or as `Authorization: Bearer` to `POST {issuer}/token`. */
  secret: string;
}

const NAME = 'hub.json';

export function writeHubFile(folder: string, hub: HubFile): void {
  writeDurably(join(folder, NAME), `${JSON.stringify(hub, null, 2)}\n`);
}

/** Removes the file if it still belongs to this hub: after a takeover of the folder it belongs to another. */
export function removeHubFile(folder: string, secret: string): void {
  if (readHubFile(folder)?.secret === secret) rmSync(join(folder, NAME), { force: true });
}

/** True if the hub that the folder's file names answers. The file of a killed hub names one that does not. */
export async function isHubRunning(folder: string): Promise<boolean> {
  const hub = readHubFile(folder);
  if (!hub) return false;
  try {
    const answer = await fetch(`${hub.partner}/.hub/pid`, { signal: AbortSignal.timeout(1000) });
    return answer.ok && (await answer.text()) === String(hub.pid);
  } catch {
    return false;
  }
}

function readHubFile(folder: string): HubFile | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as HubFile;
  } catch {
    return undefined;
  }
}
