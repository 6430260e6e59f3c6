/** The calls behind the buttons and forms, and the sentence on each that went well. */
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import type { Refusals, Told } from '../../client/acting-element.ts';
import type { FormField, MonitorTerms } from './terms.ts';
import type { Act } from './view.ts';

type Said = Told<MonitorTerms>;

/** The time for which a replaced secret still works: a day, as the question says. */
const GRACE_MS = 24 * 60 * 60_000;

export const REFUSALS: Refusals<MonitorTerms> = {
  not_found: ({ gone }) => gone,
  not_ready: ({ notVerified }) => notVerified,
  too_large: ({ tooMany }) => tooMany,
};

/** The results of a step. */
export interface Done {
  readonly said: Said;
  /** A secret, which is shown once. */
  readonly secret?: string | null;
  /** The event is in quarantine no longer. */
  readonly left?: boolean;
}

/** The acts that call the deployment about one row. `webhook` is the one whose deliveries are on show. */
export type CallingAct = Exclude<Act, 'yes' | 'keep' | 'stored' | 'deliveries' | 'earlierDeliveries' | 'earlierEvents'>;

type Call = (client: Gigsy, id: string, webhook: string) => Promise<Done>;

export const CALLS: Readonly<Record<CallingAct, Call>> = {
  async replayLetter({ events }, letter) {
    await events.consumers.replay({ letter });
    return { said: ({ handedOver }) => handedOver };
  },
  async test({ events }, webhook) {
    await events.webhooks.test({ webhook });
    return { said: ({ sent }) => sent };
  },
  async verify({ events }, webhook) {
    await events.webhooks.verify({ webhook });
    return { said: ({ challenged }) => challenged };
  },
  async rotateWebhook({ events }, webhook) {
    const { secret } = await events.webhooks.rotate({ webhook, graceMs: GRACE_MS });
    return { said: ({ rotated }) => rotated, secret };
  },
  async removeWebhook({ events }, webhook) {
    await events.webhooks.remove({ webhook });
    return { said: ({ removed }) => removed };
  },
  async resend({ events }, delivery, webhook) {
    await events.webhooks.replay({ webhook, delivery });
    return { said: ({ sent }) => sent };
  },
  async rotateSource({ events }, source) {
    const { secret } = await events.sources.rotate({ source, graceMs: GRACE_MS });
    return { said: ({ rotated }) => rotated, secret };
  },
  async removeSource({ events }, source) {
    await events.sources.remove({ source });
    return { said: ({ removed }) => removed };
  },
  async replayEvent({ events }, event) {
    const { outcome, reason } = await events.quarantine.replay({ event });
    if (outcome === 'accepted') return { said: ({ accepted }) => accepted, left: true };
    return { said: ({ stays, reasons }) => stays(reasons[reason!]) };
  },
  async drop({ events }, event) {
    await events.quarantine.drop({ event });
    return { said: ({ dropped }) => dropped, left: true };
  },
};

/** The texts of a form by the names of its fields, without white space around them. */
export type Filled = Readonly<Record<string, string>>;

export function filledIn(form: HTMLFormElement): Filled {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
}

/** The calls of the forms, by their names. */
export const ADDED = {
  async addWebhook({ events }: Gigsy, { partner = '', url = '' }: Filled): Promise<Done> {
    const { secret } = await events.webhooks.register({ partner, url });
    return { said: ({ added }) => added, secret };
  },
  async addSource({ events }: Gigsy, { label = '', address = '', partner, perMinute }: Filled): Promise<Done> {
    const { secret } = await events.sources.register({
      ...{ label, address },
      ...(partner && { partner }),
      ...(perMinute && { perMinute: Number(perMinute) }),
    });
    return { said: ({ added }) => added, secret };
  },
} as const;

const FIELDS: readonly FormField[] = ['url', 'label', 'address', 'perMinute'];

/** The field that was refused, and why; undefined for a refusal that is about no field. */
export function faultIn(error: unknown): { field: FormField; said: Said } | undefined {
  if (!isGigsyError(error, 'invalid_argument')) return undefined;
  const refused = error.fields?.find(({ path }) => FIELDS.includes(path as FormField));
  if (!refused) return undefined;
  const field = refused.path as FormField;
  return { field, said: ({ wanted, taken }) => (refused.code === 'not_unique' ? taken : wanted[field]) };
}
