/**
 * Convex's client, which hosts that watch nothing need not install. The `import()` is awaited in a `try`, so that
 * bundlers warn of a missing package at most instead of failing, and taken apart at once, so that they keep only the
 * used exports.
 */
import type { ConvexClient } from 'convex/browser';
import { GigsyError } from '../errors.ts';

export type Convex = typeof ConvexClient;

/** Throws `GigsyError` with the code `internal` where the package is not installed. */
export async function loadConvex(): Promise<Convex> {
  try {
    const { ConvexClient: Client } = await import('convex/browser');
    return Client;
  } catch (cause) {
    throw new GigsyError('internal', 'Live updates need the package convex: npm install convex', { cause });
  }
}
