/** The tables that no erasure goes through. */
import type { TableNames } from '../../convex/_generated/dataModel.js';

/** Tables that hold no data of people, or whose rows go by themselves, each with the reason. */
export const WITHOUT_STORE: Partial<Record<TableNames, string>> = {
  profileViews: 'deleted in the transaction that deletes the account',
  viewRedirects: 'deleted with the views to which they lead',
  baselineRoles: 'counts over all profiles',
  baselineDays: 'counts over all profiles',
  driftFindings: 'surrogates and names of parts',
  driftWalks: 'how far a job has come: surrogates, for some minutes',
  driftMeters: 'numbers',
  readCutovers: 'how far a job has come, by handle, for some minutes',
  readDifferences: 'surrogates and names of parts',
  eventCursors: 'how far consumers of the log have come',
  eventWakes: 'whether consumers of the log are about to run',
  eventRuns: 'how the runs of consumers go',
  eventDeadLetters: 'ids of events',
  webhooks: 'addresses and secrets of organisations',
  webhookSenders: 'numbers of attempts',
  viewRefreshes: 'how far a job has come, by handle, for some minutes',
  auditBlocks: 'hashes and surrogates of rows',
  auditAnchors: 'numbers',
  erasures: 'the receipts themselves: surrogates and numbers',
  purges: 'numbers by class of data',
  purgeReports: 'numbers by class of data',
  partners: 'organisations',
  partnerKeys: 'keys of organisations',
  eventSources: 'systems',
  inboxMeters: 'numbers',
  inboxReceipts: 'hashes of the ids of events, which name nobody',
  linkOffers: 'deleted after ten minutes; a partner’s user, not yet linked to anybody',
  embedSessions: 'deleted after ten minutes',
};
