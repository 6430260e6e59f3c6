/** Evidence of made-up people, in every state that an element must bear. */
import type { TrustView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { sourceOf } from './source.ts';

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
  long: {
    handle: 'long',
    level: 'government',
    evidence: [
      { ...document, provider: `Identity provider of ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)}` },
      { ...domain, domain: `${'donaudampfschifffahrtselektrizitaetenhauptbetriebswerk.'.repeat(4)}example.org` },
      { ...page, link: `https://social.example/@${'wolfeschlegelsteinhausenbergerdorff'.repeat(4)}` },
    ],
  },
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

/** Answers by handles, as `sourceOf` does. */
export function evidenceSource(): ResourceSource {
  return sourceOf(people);
}
