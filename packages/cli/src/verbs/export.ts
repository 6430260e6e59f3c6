/** `gigsy export`: a profile as a JSON Resume document, which `gigsy import` reads without loss. */
import { toJsonResume } from '@gigsy/schema';
import { seenProfile } from '../audience.ts';
import { type Given, type Outcome, type Verb, connectionFlags } from '../command.ts';

export const exportResume: Verb = {
  name: 'export',
  summary: 'Writes a profile as a JSON Resume document on standard output',
  positionals: ['HANDLE'],
  flags: {
    as: {
      value: 'AUDIENCE',
      help: 'owner (default): everything; member, public: what somebody signed in, or anyone on the web, may see',
    },
    ...connectionFlags,
  },
  notes:
    'Fields without a place in JSON Resume stand under x-gigsy, and gigsy import reads them. Privacy settings are not in it.',
  async run(given: Given): Promise<Outcome> {
    const { as, profile } = await seenProfile('export', given, 'owner');
    const document = toJsonResume(profile);
    return { text: JSON.stringify(document, null, 2), json: { as, handle: profile.handle, document } };
  },
};
