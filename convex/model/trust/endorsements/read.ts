/** Endorsements as their author and their owner have them. */
import {
  type EndorsementVersion,
  type Given,
  type Received,
  SHOWN_VERSIONS,
  storedEndorsementStates,
} from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { QueryCtx } from '../../../_generated/server.js';
import type { Member } from '../../contract/principal.js';
import { activePerson, relatedPerson } from '../../profile/related.js';
import {
  type EndorsementRow,
  type StoredVersion,
  endorsementOf,
  endorsementsBy,
  endorsementsIn,
  versionsOf,
} from './rows.js';

/** The endorsements of a person, with what waits for them, newest first. Declined ones are not among them. */
export async function receivedBy(ctx: QueryCtx, owner: Id<'accounts'>): Promise<Received[]> {
  const states = storedEndorsementStates.filter((state) => state !== 'declined');
  const rows = (await Promise.all(states.map((state) => endorsementsIn(ctx, owner, state)))).flat();
  const received = await Promise.all(
    rows
      .sort((one, other) => other._creationTime - one._creationTime)
      .map(async ({ id, state, author, shown, offered }) => {
        const handle = (await activePerson(ctx, author))?.handle;
        return { id, state, ...versions({ shown, offered }, handle) };
      }),
  );
  return received;
}

/** The endorsements that a person has written. One that was declined looks as if it waited. */
export function givenBy(ctx: QueryCtx, author: Member): Promise<Given[]> {
  const own = author.account.handle;
  return endorsementsBy(ctx, author.account._id).then((rows) =>
    Promise.all(
      rows.map(async ({ id, state, owner, shown, offered, endsAt }) => {
        const person = await activePerson(ctx, owner);
        const seen = person && (await relatedPerson(ctx, author, person.handle));
        return {
          id,
          state: state === 'declined' ? ('proposed' as const) : state,
          handle: seen?.handle ?? null,
          name: seen?.name ?? null,
          ...versions({ shown, offered }, own),
          ...(endsAt !== undefined && { endsAt }),
        };
      }),
    ),
  );
}

/** Versions of an endorsement for its author, and for its owner those that they accepted or that wait. */
export async function historyFor(ctx: QueryCtx, account: Id<'accounts'>, id: string): Promise<EndorsementVersion[]> {
  const written = await endorsementOf(ctx, 'author', account, id);
  const received = written ? null : await endorsementOf(ctx, 'owner', account, id);
  const row = written ?? received;
  if (!row || (received && row.state === 'declined')) return [];
  const handle = (await activePerson(ctx, row.author))?.handle;
  const rows = (await versionsOf(ctx, row._id)).slice(0, SHOWN_VERSIONS);
  return rows
    .filter(({ content, accepted }) => written || accepted || content.version === row.offered?.version)
    .map(({ content }) => versionShown(content, handle));
}

function versions({ shown, offered }: Pick<EndorsementRow, 'shown' | 'offered'>, handle: string | undefined) {
  return {
    ...(shown && { shown: versionShown(shown, handle) }),
    ...(offered && { offered: versionShown(offered, handle) }),
  };
}

/** `handle` is the author's. */
export function versionShown(
  { version, skills, text, by, linked, at }: StoredVersion,
  handle: string | undefined,
): EndorsementVersion {
  return {
    version,
    skills: skills.map(({ id, name }) => ({ id, name })),
    ...(text !== undefined && { text }),
    by: { ...by, ...(linked && handle !== undefined && { handle }) },
    at,
  };
}
