/** `gigsy privacy`: who sees which part of a profile, and changing that. */
import { type SettingKey, privacySettingsSchema, settingKeys, plainMessage, visibilities } from '@gigsy/schema';
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import { type Given, type Outcome, type Verb, connectionFlags } from '../command.ts';
import { connect, readHandle } from '../connection.ts';
import { CliError } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { requireOwnProfile } from '../owner.ts';

export const privacy: Verb = {
  name: 'privacy',
  summary: 'Shows who sees which part of a profile, or changes it for one part',
  positionals: ['HANDLE', 'KEY?', 'VISIBILITY?'],
  flags: connectionFlags,
  notes: `Keys: ${settingKeys.join(', ')}.\nVisibilities: ${visibilities.join(', ')}; default returns to what the role has.`,
  async run(given: Given): Promise<Outcome> {
    const [at = '', key, visibility] = given.positionals;
    const handle = readHandle(at);
    if (key === undefined) return list(connect(given).asOwner(handle), handle);
    if (visibility === undefined)
      throw new CliError('usage', 'gigsy privacy wants a VISIBILITY after the KEY; see gigsy privacy --help.');
    const change = readChange(key, visibility);
    return update(connect(given).asOwner(handle), handle, change);
  },
};

interface Change {
  key: SettingKey;
  /** null resets to the role's default. */
  visibility: string | null;
}

function readChange(given: string, visibility: string): Change {
  const key = settingKeys.find((known) => known === given);
  if (!key) {
    const meant = nearest(given, settingKeys);
    throw new CliError(
      'unknown_field',
      `There is no privacy key "${given}"${meant ? `; did you mean ${meant}?` : ';'} There are ${settingKeys.join(', ')}.`,
    );
  }
  if (visibility === 'default') return { key, visibility: null };
  const parsed = privacySettingsSchema.safeParse({ [key]: visibility }, { error: plainMessage });
  if (parsed.success) return { key, visibility };
  const message = parsed.error.issues[0]?.message ?? 'is not a visibility';
  throw new CliError('invalid_argument', `${key} ${message}.`, [{ path: key, message }]);
}

async function list(gigsy: Gigsy, handle: string): Promise<Outcome> {
  await requireOwnProfile(gigsy, handle);
  const settings = await gigsy.privacy.get();
  if (!settings) throw new CliError('not_found', `There is no profile ${handle}.`);
  const width = Math.max(...settingKeys.map((key) => key.length));
  const text = settingKeys
    .map((key) => `${key.padEnd(width)}  ${settings.effective[key]}${settings.chosen[key] ? ' (chosen)' : ''}`)
    .join('\n');
  return { text, json: { handle, ...settings } };
}

async function update(gigsy: Gigsy, handle: string, { key, visibility }: Change): Promise<Outcome> {
  const write = async () => {
    const { versions } = await requireOwnProfile(gigsy, handle);
    return gigsy.privacy.update({ changes: { [key]: visibility }, expected: versions.settings });
  };
  const { version } = await write().catch((error: unknown) => {
    if (isGigsyError(error, 'version_conflict')) return write();
    throw error;
  });
  return {
    text: `${key} of ${handle}: ${visibility ?? 'the default of the role'}.`,
    json: { handle, key, visibility, version },
  };
}
