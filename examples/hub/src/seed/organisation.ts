/**
 * Northfield College as a partner organisation. It is entered like a real one: by an administrator, with a key for its
 * page and one for its server, and with a student who has linked herself. A secret is shown once, so both keys are kept
 * in the data folder, where only their owner can read them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import { createGigsyServer } from '@gigsy/sdk/server';
import { writeDurably } from '@gigsy/local';
import { HubError } from '../hub-error.ts';
import type { SeedDoors } from './seed.ts';

export interface Organisation {
  partner: string;
  /** The origin of its page. */
  origin: string;
  publishableKey: string;
  secretKey: string;
}

const ADMINISTRATOR = 'noor';

/** The college's own name for the person whom the page signs in. */
export const STUDENT = { user: 'student-1815', handle: 'ada' } as const;
/** The handle of the card that the page shows its students as members see it. */
export const MEMBERS_CARD = 'morgan';

/** The organisation with its keys. If the page has moved to another port, its new origin replaces the old one. */
export async function organisationIn(folder: string, doors: SeedDoors): Promise<Organisation> {
  const file = join(folder, 'organisation.json');
  const { partner: origin, convex: url } = doors.addresses;
  const administrator = createGigsy({ url, auth: { getToken: () => doors.token(ADMINISTRATOR) } });
  const known = existsSync(file) ? read(file) : undefined;
  if (known?.origin === origin) return known;
  if (known) await administrator.operations.partners.update({ partner: known.partner, origins: [origin] });
  const organisation = known ? { ...known, origin } : await enter(administrator, doors);
  writeDurably(file, `${JSON.stringify(organisation)}\n`);
  return organisation;
}

function read(file: string): Organisation {
  try {
    const organisation = JSON.parse(readFileSync(file, 'utf8')) as Organisation;
    if (organisation.partner && organisation.publishableKey && organisation.secretKey) return organisation;
  } catch {
    // Reported below.
  }
  throw new HubError('data_damaged', `${file} is empty or damaged; delete it to have the organisation entered anew.`);
}

async function enter(administrator: Gigsy, { addresses, token }: SeedDoors): Promise<Organisation> {
  const { partner: origin, convex: url, site: api } = addresses;
  const { partner } = await administrator.operations.partners.create({ name: 'Northfield College', origins: [origin] });
  const { key } = await administrator.operations.keys.issue({ partner, kind: 'publishable' });
  const { secret } = await administrator.operations.keys.issue({ partner, kind: 'secret' });
  const secretKey = secret!;
  const { code } = await createGigsyServer({ api, secretKey }).links.offer({ user: STUDENT.user });
  await createGigsy({ url, auth: { getToken: () => token(STUDENT.handle) } }).operations.links.create({ code });
  return { partner, origin, publishableKey: key.key, secretKey };
}
