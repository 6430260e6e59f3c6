/**
 * A child process of official clients, each watching one headline. Reports when all have their first value, and when
 * all have the next.
 */
import { ConvexClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';

export interface Watch {
  url: string;
  /** One client each. */
  watched: { handle: string; watcher: number }[];
}

/** A message of the child: every client has this headline, or its first value (null). */
export interface Told {
  all: string | null;
}

const headlineOf = makeFunctionReference<'query', { handle: string; watcher: number }, string | null>(
  'profiles:headlineOf',
);

process.once('message', ({ url, watched }: Watch) => {
  const tell = (all: string | null) => process.send!({ all } satisfies Told);
  const waiting = new Set(watched.keys());
  const counts = new Map<string, number>();
  for (const [at, args] of watched.entries()) {
    const client = new ConvexClient(url, { unsavedChangesWarning: false });
    client.onUpdate(headlineOf, args, (headline) => {
      if (waiting.size > 0) {
        if (waiting.delete(at) && waiting.size === 0) tell(null);
        return;
      }
      const count = (counts.get(headline!) ?? 0) + 1;
      counts.set(headline!, count);
      if (count === watched.length) tell(headline);
    });
  }
});

process.once('disconnect', () => process.exit(0));
