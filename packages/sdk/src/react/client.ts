/** The client of a tree of components. */
import { type ReactNode, createContext, createElement, useContext } from 'react';
import type { Gigsy } from '../client.ts';
import { type DehydratedAnswers, cacheOf } from './cache.ts';
import type { QueryArgs, QueryName } from './names.ts';

const Client = createContext<Gigsy | undefined>(undefined);

export interface GigsyClientProps {
  client: Gigsy;
  /** Answers that a server read for this page, from `dehydrate`. */
  answers?: DehydratedAnswers;
  children?: ReactNode;
}

/** Gives `client` to the hooks below. On a server, make a client for each request: its answers are those of one person. */
export function GigsyClient({ client, answers, children }: GigsyClientProps): ReactNode {
  if (answers) cacheOf(client).hydrate(answers);
  return createElement(Client.Provider, { value: client }, children);
}

/** The client of the nearest `GigsyClient`. */
export function useGigsy(): Gigsy {
  const client = useContext(Client);
  if (!client) throw new Error('Hooks of @gigsy/sdk/react need a GigsyClient around their component.');
  return client;
}

/** Reads an answer ahead, so that the first rendering has it. Never rejects: the component shows the error. */
export async function preload<Name extends QueryName>(client: Gigsy, name: Name, args: QueryArgs<Name>): Promise<void> {
  await cacheOf(client)
    .query(name, args as object)
    .read();
}

/** Every answer that `client` has read, as JSON for `<GigsyClient answers>` in the browser. Nothing of it is secret to this person. */
export function dehydrate(client: Gigsy): DehydratedAnswers {
  return cacheOf(client).dehydrate();
}
