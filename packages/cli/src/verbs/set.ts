/** `gigsy set`: one field of a profile. */
import { type Given, type Outcome, type Verb, connectionFlags } from '../command.ts';
import { connect, readHandle } from '../connection.ts';
import { CliError } from '../failure.ts';
import { changeOf, fields, findField, readValue } from '../fields.ts';
import { requireOwnProfile } from '../owner.ts';
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import type { Field } from '../fields.ts';

export const set: Verb = {
  name: 'set',
  summary: 'Changes one field of a profile',
  positionals: ['HANDLE', 'FIELD', 'VALUE?'],
  flags: { clear: { help: 'take the field away instead of giving it a value' }, ...connectionFlags },
  notes: `Fields: ${fields.map((field) => field.path).join(', ')}.
The last part alone will do where it is clear: headline, displayName, about, location, hoursPerWeek.`,
  run: setField,
};

async function setField(given: Given): Promise<Outcome> {
  const [at = '', name = '', text] = given.positionals;
  const handle = readHandle(at);
  const field = findField(name);
  if ((text === undefined) !== (given.values.clear === true)) {
    throw new CliError('usage', `Give ${field.path} a value, or take it away with --clear.`);
  }
  const value = text === undefined ? null : readValue(field, text);
  const gigsy = connect(given).asOwner(handle);
  // Two people may save at the same moment. The change is one field, so it is repeated on the current version.
  const version = await write(gigsy, handle, field, value).catch((error: unknown) => {
    if (isGigsyError(error, 'version_conflict')) return write(gigsy, handle, field, value);
    throw error;
  });
  const told =
    value === null
      ? `${field.path} of ${handle} is taken away.`
      : `${field.path} of ${handle} is now: ${String(value)}`;
  return { text: told, json: { handle, field: field.path, value, version } };
}

/** The section's version after the change. */
async function write(gigsy: Gigsy, handle: string, field: Field, value: unknown): Promise<number> {
  const before = await requireOwnProfile(gigsy, handle);
  const { versions } = await gigsy.profile.update({
    changes: changeOf(field, value, before),
    expected: { [field.section]: before.versions[field.section] },
  });
  return versions[field.section];
}
