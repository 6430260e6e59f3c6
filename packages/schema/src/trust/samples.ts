/** Samples of the trust domain's functions. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { trustContract } from './contract.ts';
import { trustRoutes } from './routes.ts';

export const trustSamples: FunctionSamples<typeof trustContract> = {
  verifications: {
    mine: () => ({}),
    start: ({ handle }) => ({ method: 'email', subject: `${handle}@example.org` }),
    confirm: ({ proof }) => ({ method: 'email', code: proof }),
    withdraw: () => ({ id: 'email' }),
    outbox: () => ({}),
  },
  endorsements: {
    requests: {
      ask: ({ handle }) => ({ handle, note: 'Would you say a word?' }),
      link: () => ({ note: 'Would you say a word?' }),
      cancel: ({ request }) => ({ request }),
      decline: ({ request }) => ({ request }),
      sent: () => ({}),
      incoming: () => ({}),
      opened: ({ invitation: token }) => ({ token }),
    },
    get: ({ handle }) => ({ handle }),
    received: () => ({}),
    given: () => ({}),
    options: ({ handle }) => ({ to: { handle } }),
    write: ({ handle }) => ({ to: { handle }, endorsement: { skills: [], text: 'Reliable.', linked: false } }),
    withdraw: ({ endorsement: id }) => ({ id }),
    accept: ({ endorsement: id }) => ({ id, version: 1 }),
    decline: ({ endorsement: id }) => ({ id }),
    hide: ({ endorsement: id }) => ({ id }),
    show: ({ endorsement: id }) => ({ id }),
    remove: ({ endorsement: id }) => ({ id }),
    open: () => ({ endorsers: 'members' }),
    history: ({ endorsement: id }) => ({ id }),
  },
  reviews: {
    mine: () => ({}),
    write: ({ gig }) => ({ gig, rating: 5, text: 'On time' }),
    withdraw: ({ gig }) => ({ gig }),
    reply: ({ gig }) => ({ gig, text: 'Thank you' }),
  },
  reputation: { get: ({ handle }) => ({ handle }), mine: () => ({}) },
  claims: {
    start: ({ handle }) => ({ method: 'domain', subject: `${handle}.org` }),
    check: ({ claim }) => ({ id: claim }),
  },
  documents: { start: () => ({}), play: () => ({ play: 'pass' }) },
  moderation: {
    report: ({ handle }) => ({
      handle,
      place: 'profile',
      reason: 'spam',
      explanation: 'Sells glass.',
      goodFaith: true,
    }),
    mine: () => ({}),
    appeal: ({ moderated }) => ({ case: moderated, text: 'It is true.' }),
    queue: () => ({}),
    view: ({ moderated }) => ({ case: moderated }),
    assign: ({ moderated }) => ({ case: moderated }),
    note: ({ moderated }) => ({ case: moderated, text: 'Seen before.' }),
    inspect: ({ moderated }) => ({ case: moderated }),
    act: ({ moderated }) => ({
      case: moderated,
      measure: 'withhold',
      ground: 'terms',
      rule: 'Clause 4',
      explanation: 'Advertises.',
    }),
    restore: ({ moderated }) => ({ case: moderated }),
    decide: ({ moderated }) => ({ case: moderated, outcome: 'overturned', explanation: 'It is true.' }),
    dismiss: ({ moderated }) => ({ cases: [moderated] }),
    askDeletion: ({ moderated }) => ({ case: moderated, reason: 'Only made to advertise.' }),
    confirmDeletion: ({ moderated }) => ({ case: moderated }),
    transparency: () => ({ from: 0, to: 4_102_444_800_000 }),
  },
  credentials: {
    mine: () => ({}),
    issue: () => ({ kind: 'badge', id: 'email' }),
  },
  get: ({ handle }) => ({ handle }),
};

const { issuer, status } = trustRoutes;

export const trustRouteSamples: RouteSamples<typeof trustRoutes> = {
  issuer: () => [{ path: issuer.path }],
  status: ({ handle, etag }) => [
    { path: `${status.path}${'0'.repeat(32)}` },
    { path: `${status.path}${handle}`, headers: { 'If-None-Match': etag } },
  ],
};
