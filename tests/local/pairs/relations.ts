/** Asks to owners and their answers, in one running deployment. */
import type { RunningBackend } from '../running-backend.ts';
import type { Dealing } from './differences.ts';

interface Ask {
  ask: string;
}

/** One person asks another to be contacts; resolves when the ask has come. Both have profiles, and their handles as subjects. */
export async function askContact(running: RunningBackend, asker: string, asked: string): Promise<string> {
  const wish = { kind: 'contact', handle: asked };
  const { ask } = await running.mutate<Ask>(await running.token(asker), 'privacy/relations:ask', wish);
  const theirs = await running.token(asked);
  const incoming = () => running.query<Ask[]>(theirs, 'privacy/relations:incoming');
  while (!(await incoming()).some((each) => each.ask === ask)) await new Promise((resolve) => setTimeout(resolve, 2));
  return ask;
}

/** A stranger who has a profile asks an owner, who deals with it in this way. */
export async function deal(running: RunningBackend, stranger: string, owner: string, dealing: Dealing): Promise<void> {
  if (dealing === 'never asked') return;
  const ask = await askContact(running, stranger, owner);
  if (dealing === 'left open') return;
  const answer = dealing === 'accepted' ? 'accept' : 'decline';
  await running.mutate(await running.token(owner), `privacy/relations:${answer}`, { ask });
}
