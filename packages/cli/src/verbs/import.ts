/** `gigsy import`: a JSON Resume document becomes a profile, or new content of one, in a single mutation. */
import {
  type Changes,
  type FieldError,
  type NewSections,
  type OwnProfile,
  changesFromJsonResume,
  selfChosenRoleSchema,
} from '@gigsy/schema';
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import { type Given, type Outcome, type Verb, connectionFlags, textOf } from '../command.ts';
import { connect, readHandle } from '../connection.ts';
import { CliError } from '../failure.ts';
import { readJsonFile } from '../json-file.ts';
import { ownProfile } from '../owner.ts';
import { printable } from '../printable.ts';
import { canAsk, confirm } from '../question.ts';
import { differences, givenSections, replacementOf } from '../replacement.ts';

export const importResume: Verb = {
  name: 'import',
  summary:
    "Makes a profile from a JSON Resume document, or puts the document's sections in place of those a profile has",
  positionals: ['FILE'],
  flags: {
    handle: { value: 'HANDLE', help: 'whose profile (required)' },
    role: { value: 'ROLE', help: 'of a new profile: student (default), employer or mentor' },
    yes: { help: 'change a profile that exists without asking' },
    'dry-run': { help: 'show what would be made or changed, and leave it at that' },
    ...connectionFlags,
  },
  notes: 'Over a profile that exists it shows what will change and asks. Where nobody can be asked, it wants --yes.',
  run,
};

/** The content of a document, read and not yet written. */
interface Resume {
  file: string;
  sections: Changes;
  unusable: string[];
  notes: FieldError[];
}

async function run(given: Given): Promise<Outcome> {
  const [file = ''] = given.positionals;
  const handle = readHandle(textOf(given, 'handle') ?? missingHandle());
  const role = readRole(textOf(given, 'role') ?? 'student');
  const resume = readResume(file);
  const gigsy = connect(given).asOwner(handle);
  const before = await ownProfile(gigsy, handle);
  return before ? replace(gigsy, before, resume, given) : create(gigsy, { handle, role }, resume, given);
}

function missingHandle(): never {
  throw new CliError('usage', 'gigsy import wants --handle HANDLE; see gigsy import --help.');
}

function readRole(given: string) {
  const role = selfChosenRoleSchema.safeParse(given);
  if (role.success) return role.data;
  throw new CliError('invalid_argument', '--role must be student, employer or mentor.', [
    { path: 'role', message: 'must be student, employer or mentor' },
  ]);
}

function readResume(file: string): Resume {
  const { value, repeated } = readJsonFile(file);
  const read = changesFromJsonResume(value);
  if (!read.ok) throw notAResume(file, read.problems);
  const twice = repeated.map((path) => ({ path, message: 'stands there more than once; the last one is taken' }));
  return { file, sections: read.sections, unusable: read.unusable, notes: [...twice, ...read.notes] };
}

function notAResume(file: string, problems: FieldError[]): CliError {
  const count = problems.length;
  return new CliError(
    'not_json_resume',
    `${file} is not a JSON Resume that can be imported: ${count} ${count === 1 ? 'problem' : 'problems'}, nothing was changed.`,
    problems,
  );
}

async function create(
  gigsy: Gigsy,
  profile: Omit<Parameters<Gigsy['profile']['create']>[0], 'sections'>,
  resume: Resume,
  given: Given,
): Promise<Outcome> {
  const { handle } = profile;
  if (resume.sections.identity?.displayName === undefined)
    throw notAResume(resume.file, [{ path: 'basics.name', message: 'is missing, and a new profile needs one' }]);
  if (given.values['dry-run'])
    return report(resume, handle, true, `Would make the profile ${handle} from ${resume.file}.`, { dryRun: true });
  try {
    await gigsy.profile.create({ ...profile, sections: resume.sections as NewSections });
  } catch (error) {
    if (!isGigsyError(error, 'handle_unavailable')) throw error;
    throw new CliError(
      'handle_unavailable',
      `The handle ${handle} can not be had: it is somebody else's or reserved. Choose another.`,
    );
  }
  return report(
    resume,
    handle,
    true,
    `Made the profile ${handle} (${resume.sections.identity.displayName}) from ${resume.file}.`,
  );
}

async function replace(gigsy: Gigsy, before: OwnProfile, resume: Resume, given: Given): Promise<Outcome> {
  const { handle, versions } = before;
  const changes = replacementOf(before, resume.sections, resume.unusable);
  const changed = differences(before, changes);
  if (changed.length === 0)
    return report(
      resume,
      handle,
      false,
      `The profile ${handle} has all that ${resume.file} says; nothing was changed.`,
      { changes: [] },
    );
  if (given.values['dry-run'])
    return report(resume, handle, false, [`Would change the profile ${handle}:`, ...lines(changed)].join('\n'), {
      changes: changed,
      dryRun: true,
    });
  if (!given.values.yes) await ask(handle, changed, given);
  const expected = Object.fromEntries(
    Object.keys(changes).map((name) => [name, versions[name as keyof typeof versions]]),
  );
  await gigsy.profile.update({ changes, expected });
  const told = `Updated the profile ${handle} from ${resume.file}`;
  // A person who was asked has seen the changes.
  return report(resume, handle, false, given.values.yes ? [`${told}:`, ...lines(changed)].join('\n') : `${told}.`, {
    changes: changed,
  });
}

/** Throws unless the person at the terminal agrees. */
async function ask(handle: string, changed: FieldError[], given: Given): Promise<void> {
  if (given.values.json || !canAsk()) {
    throw new CliError(
      'confirmation_needed',
      `${handle} has a profile already, which this would change; nothing was changed. Look with --dry-run, and go on with --yes.`,
      changed,
    );
  }
  process.stderr.write([`This changes the profile ${handle}:`, ...lines(changed), ''].join('\n'));
  if (!(await confirm('Change it?'))) throw new CliError('not_confirmed', 'Nothing was changed.');
}

function lines(found: FieldError[]): string[] {
  return found.map(({ path, message }) => `    ${printable(path || 'the document')} ${printable(message)}`);
}

function report(
  { sections, notes }: Resume,
  handle: string,
  created: boolean,
  told: string,
  more: Record<string, unknown> = {},
): Outcome {
  const given = givenSections(sections);
  const imported = Object.fromEntries(
    given.map(([name, content]) => [name, Array.isArray(content) ? content.length : Object.keys(content).length]),
  );
  const parts = given.map(([name, content]) => (Array.isArray(content) ? `${name} (${content.length})` : name));
  const text = [
    told,
    `  In the document: ${parts.join(', ') || 'nothing that has a place in a profile'}`,
    ...(notes.length > 0 ? ['  Left out or changed:', ...lines(notes)] : []),
  ].join('\n');
  return { text, json: { handle, created, imported, notes, ...more } };
}
