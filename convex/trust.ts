/** Public functions of the trust domain. */
import { contract } from '@gigsy/schema';
import { implementQuery } from './model/door/implement.js';
import { viewFor } from './model/privacy/reads.js';
import { trustViews } from './model/trust/views.js';

export const get = implementQuery(contract.trust.get, (ctx, { principal, args: { handle }, once }) =>
  once(handle, () => viewFor(ctx, trustViews, principal, handle)),
);
