/**
 * `/demo/sources`: has the demo's sources send events about the signed-in person. Each step is a form that works without
 * script. The events are real: signed, and posted to the inbox from outside.
 */
import { type DemoRecord, type DemoStep, demoRecords, demoSteps, eventOf } from '../demo/records.ts';
import { type Html, html } from '../template.ts';
import { readForm } from './form.ts';
import type { Answer, Visit } from './visit.ts';

export async function showDemoSources(visit: Visit): Promise<Answer> {
  if (!(await visit.own())) return { redirect: '/sign-up' };
  return { values: { message: messageOf(visit), records: html`${demoRecords.map((record) => panel(visit, record))}` } };
}

export async function receiveDemoSources(visit: Visit): Promise<Answer> {
  const own = await visit.own();
  if (!own) return { redirect: '/sign-up' };
  const [name, step] = String((await readForm(visit.request))?.get('send') ?? '').split(':');
  const record = demoRecords.find((each) => each.name === name);
  if (!record || !isStep(step)) return { redirect: '/demo/sources' };
  const event = eventOf(
    record,
    step,
    { subject: visit.subject!, handle: own.handle },
    new Date().toISOString().slice(0, 10),
  );
  const outcome = await visit.site.demoSource.send(event);
  const done = outcome === 'accepted' ? `${name}:${step}` : 'refused';
  return { redirect: `/demo/sources?done=${encodeURIComponent(done)}` };
}

function isStep(name: string | undefined): name is DemoStep {
  return demoSteps.includes(name as DemoStep);
}

/** The event that the address names was accepted, or none was. */
function messageOf({ say, url }: Visit): Html {
  const done = url.searchParams.get('done');
  if (done === 'refused') return html`<p class="note" role="status">${say('demo-sources.refused')}</p>`;
  const [name, step] = (done ?? '').split(':');
  const record = demoRecords.find((each) => each.name === name);
  if (!record || !isStep(step)) return html``;
  const words = {
    sent: say(`demo-sources.done.sent.${record.kind}`),
    corrected: say('demo-sources.done.corrected'),
    revoked: say('demo-sources.done.revoked'),
  };
  return html`<p class="note done" role="status">${words[step]} <bdi lang="en">${titleOf(record, step)}</bdi></p>`;
}

function titleOf({ title, corrected }: DemoRecord, step: DemoStep): string {
  return step === 'corrected' ? corrected : title;
}

/** The records are in English, as another system's data would be in its own language. */
function panel({ say }: Visit, { name, kind, title, issuer }: DemoRecord): Html {
  const words = {
    sent: say(`demo-sources.sent.${kind}`),
    corrected: say('demo-sources.corrected'),
    revoked: say('demo-sources.revoked'),
  };
  const id = `demo-${name}`;
  return html`<section class="panel" aria-labelledby="${id}">
    <h2 id="${id}" lang="en"><bdi>${title}</bdi></h2>
    <p>${say(`demo-sources.${kind}`)} · <bdi lang="en">${issuer}</bdi></p>
    <form class="row" method="post" action="/demo/sources">
      ${demoSteps.map(
        (step) =>
          html`<button class="${step === 'sent' ? 'button' : 'quiet button'}" name="send" value="${name}:${step}" aria-describedby="${id}">${words[step]}</button>`,
      )}
    </form>
  </section>`;
}
