/** `/sign-up`: a role, a name and a handle, or a JSON Resume document, become a profile. Works without script. */
import { type NewSections, changesFromJsonResume, handleSchema, selfChosenRoles } from '@gigsy/schema';
import { createGigsy, isGigsyError } from '@gigsy/sdk';
import { HANDLE_FORM } from '@gigsy/schema/rules';
import { type Html, html } from '../template.ts';
import { readForm } from './form.ts';
import { leaveNotes } from './import-notes.ts';
import { subjectOf } from './known-people.ts';
import type { Answer, FieldError, Visit } from './visit.ts';

/** The fields as the person filled them in. */
interface Filled {
  role: string;
  name: string;
  handle: string;
}

type Faults = Partial<Record<'role' | 'name' | 'handle' | 'resume' | 'form', string>>;

interface Resume {
  sections: Partial<NewSections>;
  notes: readonly FieldError[];
}

const UNFILLED: Filled = { role: 'student', name: '', handle: '' };

export async function showSignUp(visit: Visit): Promise<Answer> {
  if (visit.subject !== undefined && (await visit.own())) return { redirect: '/me' };
  return { canonical: `${visit.site.addresses.app}/sign-up`, ...page(visit, UNFILLED, {}) };
}

/** All faults are told at once, and the fields keep their content; a browser empties the choice of a file. */
export async function receiveSignUp(visit: Visit): Promise<Answer> {
  const { say } = visit;
  const form = await readForm(visit.request);
  if (!form) return refused(visit, UNFILLED, { resume: say('signUp.unreadable') });
  const filled = { role: textIn(form, 'role'), name: textIn(form, 'name'), handle: textIn(form, 'handle') };
  const resume = await resumeIn(form, say);
  const faults = faultsOf(filled, resume, say);
  if (Object.keys(faults).length > 0 || 'fault' in resume) return refused(visit, filled, faults);
  return create(visit, filled, resume);
}

async function create(visit: Visit, filled: Filled, { sections, notes }: Resume): Promise<Answer> {
  const { site, sessions, say } = visit;
  const subject = visit.subject ?? subjectOf(filled.handle);
  const gigsy = createGigsy({ url: site.addresses.convex, auth: { getToken: () => site.token(subject) } });
  const identity = { ...sections.identity, displayName: filled.name || sections.identity!.displayName };
  try {
    await gigsy.profile.create({
      handle: filled.handle,
      role: filled.role as (typeof selfChosenRoles)[number],
      sections: { ...sections, identity },
    });
  } catch (error) {
    if (isGigsyError(error)) return refused(visit, filled, refusal(error.code, error.fields ?? [], say));
    throw error;
  }
  site.file.remember(subject);
  leaveNotes(subject, { imported: Object.keys(sections).length > 0, lines: notes });
  return { redirect: '/me', cookie: sessions.begin(subject) };
}

/** The subject follows from the handle, so a handle that somebody has shows as a profile that is there already. */
function refusal(code: string, fields: readonly FieldError[], say: Visit['say']): Faults {
  if (['handle_unavailable', 'profile_exists', 'unauthenticated', 'forbidden'].includes(code))
    return { handle: say('signUp.handleTaken') };
  const faults: Faults = {};
  for (const { path, message } of fields) {
    const field = path === 'handle' ? 'handle' : path.startsWith('sections.identity.displayName') ? 'name' : 'form';
    faults[field] = faults[field] === undefined ? message : `${faults[field]}; ${message}`;
  }
  return fields.length > 0 ? faults : { form: say(code === 'rate_limited' ? 'signUp.wait' : 'signUp.failed') };
}

function faultsOf(filled: Filled, resume: Resume | { fault: string }, say: Visit['say']): Faults {
  const isNamed = filled.name !== '' || ('sections' in resume && resume.sections.identity?.displayName !== undefined);
  return {
    ...(!(selfChosenRoles as readonly string[]).includes(filled.role) && { role: say('signUp.roleWanted') }),
    ...(!isNamed && { name: say('signUp.nameWanted') }),
    ...(!handleSchema.safeParse(filled.handle).success && { handle: say('signUp.handleForm') }),
    ...('fault' in resume && { resume: resume.fault }),
  };
}

/** No document leaves everything empty. */
async function resumeIn(form: FormData, say: Visit['say']): Promise<Resume | { fault: string }> {
  const file = form.get('resume');
  if (!(file instanceof File) || file.size === 0) return { sections: {}, notes: [] };
  const document = parsed(await file.text());
  if (document === undefined) return { fault: say('signUp.notJson') };
  const read = changesFromJsonResume(document);
  if (read.ok) return { sections: read.sections as Partial<NewSections>, notes: read.notes };
  const told = read.problems.slice(0, 5).map(({ path, message }) => `${path} ${message}`.trim());
  return { fault: `${say('signUp.notResume')} ${told.join('; ')}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function refused(visit: Visit, filled: Filled, faults: Faults): Answer {
  return { status: 422, ...page(visit, filled, faults) };
}

function page({ say }: Visit, filled: Filled, faults: Faults) {
  const fault = (name: keyof Faults) =>
    faults[name] === undefined ? html`` : html`<p class="fault" id="${name}-fault">${faults[name]}</p>`;
  return {
    values: {
      summary: summary(faults, say),
      roles: html`${selfChosenRoles.map((role) => roleChoice(role, filled, say))}`,
      name: filled.name,
      handle: filled.handle,
      handleForm: HANDLE_FORM,
      'role-fault': fault('role'),
      'name-fault': fault('name'),
      'handle-fault': fault('handle'),
      'resume-fault': fault('resume'),
      ...invalid('name', faults),
      ...invalid('handle', faults),
      ...invalid('resume', faults),
    },
  };
}

function invalid(name: keyof Faults, faults: Faults): Record<string, Html> {
  return { [`${name}-invalid`]: faults[name] === undefined ? html`` : html` aria-invalid="true"` };
}

function roleChoice(role: string, filled: Filled, say: Visit['say']): Html {
  return html`<label class="choice"><input type="radio" name="role" value="${role}"${filled.role === role && html` checked`} /><span><b>${say(`role.${role}`)}</b><small>${say(`signUp.${role}`)}</small></span></label>`;
}

/** Leads to each fault; the browser moves the focus here. */
function summary(faults: Faults, say: Visit['say']): Html {
  const entries = Object.entries(faults);
  if (entries.length === 0) return html``;
  return html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><b>${say('signUp.faults')}</b><ul>${entries.map(
    ([name, message]) =>
      name === 'form' ? html`<li>${message}</li>` : html`<li><a href="#${name}">${message}</a></li>`,
  )}</ul></div>`;
}
