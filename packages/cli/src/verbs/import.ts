/** `gigsy import`: a JSON Resume document becomes a profile, or new content of one, in a single mutation. */
import { type Changes, type FieldError, type NewSections, type ObjectSection, type OwnProfile, fromJsonResume, selfChosenRoleSchema } from '@gigsy/schema';
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import { type Given, type Outcome, type Verb, connectionFlags, textOf } from '../command.ts';
import { connect, readHandle } from '../connection.ts';
import { CliError } from '../failure.ts';
import { readJsonFile } from '../json-file.ts';
import { ownProfile } from '../owner.ts';

export const importResume: Verb = {
  name: 'import',
  summary: 'Makes a profile from a JSON Resume document, or puts the document\'s sections in place of those a profile has',
  positionals: ['FILE'],
  flags: {
    handle: { value: 'HANDLE', help: 'whose profile (required)' },
    role: { value: 'ROLE', help: 'of a new profile: student (default), employer or mentor' },
    ...connectionFlags,
  },
  run,
};

async function run(given: Given): Promise<Outcome> {
  const [file = ''] = given.positionals;
  const handle = readHandle(textOf(given, 'handle') ?? missingHandle());
  const role = readRole(textOf(given, 'role') ?? 'student');
  const { sections, notes } = readResume(file);
  const gigsy = connect(given).asOwner(handle);
  const before = await ownProfile(gigsy, handle);
  if (before) await replace(gigsy, before, sections);
  else await create(gigsy, { handle, role, sections });
  return report(file, handle, !before, sections, notes);
}

function missingHandle(): never {
  throw new CliError('usage', 'gigsy import wants --handle HANDLE; see gigsy import --help.');
}

function readRole(given: string) {
  const role = selfChosenRoleSchema.safeParse(given);
  if (role.success) return role.data;
  throw new CliError('invalid_argument', '--role must be student, employer or mentor.', [{ path: 'role', message: 'must be student, employer or mentor' }]);
}

function readResume(file: string): { sections: NewSections; notes: FieldError[] } {
  const read = fromJsonResume(readJsonFile(file));
  if (read.ok) return read;
  const count = read.problems.length;
  throw new CliError('not_json_resume', `${file} is not a JSON Resume that can be imported: ${count} ${count === 1 ? 'problem' : 'problems'}, nothing was changed.`, read.problems);
}

async function create(gigsy: Gigsy, profile: Parameters<Gigsy['profile']['create']>[0]): Promise<void> {
  try {
    await gigsy.profile.create(profile);
  } catch (error) {
    if (!isGigsyError(error, 'handle_unavailable')) throw error;
    throw new CliError('handle_unavailable', `The handle ${profile.handle} can not be had: it is somebody else's or reserved. Choose another.`);
  }
}

/** The document's sections in place of the profile's; those it does not have stay as they are. */
async function replace(gigsy: Gigsy, before: OwnProfile, sections: NewSections): Promise<void> {
  const changes = Object.fromEntries(givenSections(sections).map(([name, content]) =>
    [name, Array.isArray(content) ? content : { ...cleared(name, before), ...content }])) as Changes;
  const expected = Object.fromEntries(Object.keys(changes).map((name) => [name, before.versions[name as keyof typeof before.versions]]));
  await gigsy.profile.update({ changes, expected });
}

/** What JSON Resume has no field for, so that its absence there says nothing. */
const NOT_IN_A_RESUME = new Set(['pronouns']);

/** Nulls for the fields that the profile has, so that what the document lacks goes away. */
function cleared(section: string, before: OwnProfile): Record<string, null> {
  const held = Object.keys(before.sections[section as ObjectSection]);
  return Object.fromEntries(held.filter((field) => field !== 'displayName' && !NOT_IN_A_RESUME.has(field)).map((field) => [field, null]));
}

/** Sections that the document has; an object without any field is one that it does not have. */
function givenSections(sections: NewSections): [string, object][] {
  return Object.entries(sections).filter((entry): entry is [string, object] => {
    const content: unknown = entry[1];
    return Array.isArray(content) || (typeof content === 'object' && content !== null && Object.keys(content).length > 0);
  });
}

function report(file: string, handle: string, created: boolean, sections: NewSections, notes: FieldError[]): Outcome {
  const imported = Object.fromEntries(givenSections(sections).map(([name, content]) =>
    [name, Array.isArray(content) ? content.length : Object.keys(content).length]));
  const parts = givenSections(sections).map(([name, content]) =>
    (Array.isArray(content) ? `${name} (${content.length})` : name));
  const text = [
    `${created ? 'Made' : 'Updated'} the profile ${handle} (${sections.identity.displayName}) from ${file}.`,
    `  Imported: ${parts.join(', ')}`,
    ...(notes.length > 0 ? ['  Left out or changed:', ...notes.map(({ path, message }) => `    ${path} ${message}`)] : []),
  ].join('\n');
  return { text, json: { handle, created, imported, notes } };
}
