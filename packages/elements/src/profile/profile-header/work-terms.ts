/** How much somebody works, for how much money and in which time zone, from a view that may hold anything. */
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../../localization/localize.ts';
import { apart } from '../identity.ts';
import { text } from '../../untrusted.ts';
import { words } from '../words.ts';

type Availability = NonNullable<ProfileView['availability']>;

/** Empty for somebody who does not work at present, and without any of the facts. */
export function workTerms({ availability }: ProfileView, localize: Localize): string {
  const { status, hoursPerWeek, rate, timeZone } = availability ?? {};
  return status === 'closed'
    ? ''
    : apart([hours(hoursPerWeek, localize), price(rate, localize), zoneName(timeZone, localize)]);
}

function hours(count: unknown, localize: Localize): string | undefined {
  return typeof count === 'number' && count > 0
    ? localize.format(Intl.NumberFormat, { style: 'unit', unit: 'hour-per-week', unitDisplay: 'long' }).format(count)
    : undefined;
}

/** `€40 / hour`. */
function price(rate: Availability['rate'], localize: Localize): string | undefined {
  const { amount, currency, per } = rate ?? {};
  if (typeof amount !== 'number' || !(amount >= 0) || !/^[A-Z]{3}$/.test(text(currency))) return undefined;
  const money = localize
    .format(Intl.NumberFormat, {
      style: 'currency',
      currency,
      ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }),
    })
    .format(amount);
  const unit = per === 'project' ? (localize.terms(words).project ?? per) : unitName(per, localize);
  return unit && `${money} / ${unit}`;
}

/** `hour` in the reader's language: the browser knows it as the unit of a number. */
function unitName(unit: unknown, localize: Localize): string | undefined {
  return /^(hour|day|month)$/.test(text(unit))
    ? localize
        .format(Intl.NumberFormat, { style: 'unit', unit: unit as string, unitDisplay: 'long' })
        .formatToParts(1)
        .find(({ type }) => type === 'unit')?.value
    : undefined;
}

/** `Central European Time`; empty for a zone that the browser does not know. */
function zoneName(timeZone: unknown, localize: Localize): string | undefined {
  if (typeof timeZone !== 'string' || !timeZone) return undefined;
  try {
    return localize
      .format(Intl.DateTimeFormat, { timeZone, timeZoneName: 'longGeneric' })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value;
  } catch {
    return undefined;
  }
}
