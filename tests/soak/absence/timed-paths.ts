/** The paths by which a stranger may ask about a handle, each with answers that no cache holds where the path allows it. */
import { sectionNames } from '@gigsy/schema';
import type { Answer, RunningBackend, RunningPartner } from '../../local/running-backend.ts';

export interface TimedPath {
  label: string;
  /** `round` makes the request another than those before. */
  ask(handle: string, round: number): Promise<Answer>;
  /** Makes the sessions and members anew that the path needs, up to the round `rounds`. */
  renew?(handles: string[], rounds: number): Promise<void>;
}

export async function timedPaths(running: RunningBackend): Promise<TimedPath[]> {
  await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  const partner = await running.partner(await running.token('root'));
  const viewer = await running.person('viewer');
  const get = (token: string | null, handle: string, round: number) =>
    running.ask(token, { path: 'profile:get', kind: 'query' }, { handle, sections: sectionsOf(round) });
  return [
    { label: 'GET /v1/profiles', ask: (handle) => running.request('GET', { path: `/v1/profiles/${handle}` }) },
    {
      label: 'GET /v1/read',
      ask: (handle, round) =>
        running.request('GET', {
          path: `/v1/read/profile.get?handle=${handle}&sections=${sectionsOf(round).join(',')}`,
        }),
    },
    { label: 'profile.get by nobody', ask: (handle, round) => get(null, handle, round) },
    { label: 'profile.get by a member', ask: (handle, round) => get(viewer, handle, round) },
    named(running, partner, get),
    refusedLease(running),
  ];
}

function named(
  running: RunningBackend,
  partner: RunningPartner,
  get: (token: string, handle: string, round: number) => Promise<Answer>,
): TimedPath {
  let [token, sessions] = ['', 0];
  return {
    label: "profile.get in a partner's session",
    ask: (handle, round) => get(token, handle, round),
    // A linked person's sessions name a limited number of handles in an hour, so each session is of another person.
    renew: async (handles) => {
      sessions += 1;
      const user = `named-${sessions}`;
      await running.link(partner, await running.person(user), user);
      token = await running.session(partner, { user }, handles);
    },
  };
}

/** Rounds that one member opens leases in, once for each kind of person: 30 at once are allowed. */
const OPENING = 4;

function refusedLease(running: RunningBackend): TimedPath {
  const openers: string[] = [];
  return {
    label: 'privacy.access.open',
    ask: async (handle, round) => {
      const asked = { handle, purpose: 'hiring' };
      return running.ask(
        openers[Math.floor(round / OPENING)]!,
        { path: 'privacy/access:open', kind: 'mutation' },
        asked,
      );
    },
    renew: async (_, rounds) => {
      for (const wanted = Math.ceil(rounds / OPENING); openers.length < wanted;)
        openers.push(await running.person(`opener-${openers.length}`));
    },
  };
}

/** A choice of sections that belongs to the round. */
function sectionsOf(round: number): string[] {
  const chosen = sectionNames.filter((_, index) => ((round + 1) >> index) & 1);
  return chosen.length > 0 ? chosen : [...sectionNames];
}
