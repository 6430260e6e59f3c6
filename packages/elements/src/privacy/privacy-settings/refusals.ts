/** Refusals of the forms, in our words beside the field that they are about. */
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import type { PrivacySettingsTerms } from './terms.ts';

/** Undefined for a refusal that is about no field. */
export function refusalOf(error: unknown): { field: string; said: (said: PrivacySettingsTerms) => string } | undefined {
  if (!isGigsyError(error, 'invalid_argument')) return undefined;
  const { path = '', code } = error.fields?.[0] ?? {};
  if (path.startsWith('to.person'))
    return {
      field: 'handle',
      said: ({ ownHandle, handleWanted }) => (code === 'not_an_option' ? ownHandle : handleWanted),
    };
  if (path.startsWith('keys')) return { field: 'keys', said: ({ wantedSetting }) => wantedSetting };
  return path.startsWith('at') ? { field: 'at', said: ({ whenWanted }) => whenWanted } : undefined;
}
