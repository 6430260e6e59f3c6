/** Evidence of made-up people, in every state that an element must bear. */
import type { TrustView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

type Evidence = NonNullable<TrustView['evidence']>[number];

export const email: Evidence = {
  id: 'email',
  method: 'email',
  level: 'email',
  provider: 'Gigsy',
  issuedOn: '2031-05-01',
  expiresOn: '2032-04-30',
};
export const phone: Evidence = { ...email, id: 'phone', method: 'phone', level: 'phone', expiresOn: '2031-10-28' };

export const domain: Evidence = {
  ...email,
  id: 'domain-1',
  method: 'domain',
  level: 'organisation',
  domain: 'example.org',
};
export const page: Evidence = {
  ...email,
  id: 'link-1',
  method: 'link',
  level: 'none',
  link: 'https://social.example/@ada',
};
export const document: Evidence = {
  ...email,
  id: 'document',
  method: 'document',
  level: 'government',
  provider: 'Identity provider',
};

const people: Readonly<Record<string, TrustView | null>> = {
  ada: { handle: 'ada', level: 'phone', evidence: [phone, email] },
  every: { handle: 'every', level: 'government', evidence: [document, domain, page, phone, email] },
  few: { handle: 'few', level: 'email', evidence: [email] },
  zoe: { handle: 'zoe', level: 'none' },
  sami: { handle: 'sami', level: 'phone', evidence: [phone, email] },
  // Nothing of this comes from a deployment: a host's own source may answer anything.
  mallory: {
    handle: 'mallory',
    level: 'government',
    evidence: [
      { ...email, provider: `\u202e<script>alert(1)</script> ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)}` },
      { ...phone, issuedOn: 'yesterday' },
      { ...email, method: 'constructor' },
      { ...email, expiresOn: '2019-01-01' },
      { ...page, link: 'javascript:alert(1)' },
      { ...domain, domain: `\u202e${'example.'.repeat(30)}org` },
      null,
    ] as Evidence[],
  },
};

/** `loading` never gets an answer, `failing` and `offline` fail, and `nobody` is not available. */
export function evidenceSource(): ResourceSource {
  const read = async (_: string, { handle }: { handle: string }) => {
    if (handle === 'loading') return new Promise(() => {});
    if (handle === 'failing') throw trouble('internal');
    if (handle === 'offline') throw trouble('offline');
    return people[handle] ?? null;
  };
  return { read } as ResourceSource;
}
