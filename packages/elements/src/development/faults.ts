/** A host's mistakes with an element: sentences that name the fault and the remedy. Independent of the console. */
import { HANDLE, HANDLE_FORM } from '@gigsy/schema/rules';
import type { ProfileElement } from '../profile/profile-element.ts';
import { enclosing } from '../enclosing.ts';
import { webUrl } from '../untrusted.ts';
import { contrastRatio } from './contrast.ts';

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT_CONTRAST = 4.5;
const MARK_CONTRAST = 3;

/** The allowed values by attribute. Elements ignore any other value. */
const ATTRIBUTES: Record<string, { allowed: string; test: (value: string) => boolean }> = {
  handle: { allowed: HANDLE_FORM, test: (value) => HANDLE.test(value.trim().replace(/^@/, '').toLowerCase()) },
  api: { allowed: 'an http:// or https:// origin', test: (value) => webUrl(value) !== undefined },
  theme: { allowed: 'light or dark', test: (value) => /^(light|dark)$/.test(value) },
  view: { allowed: 'grid or table', test: (value) => /^(grid|table)$/.test(value) },
  'heading-level': { allowed: '1 to 6', test: (value) => /^[1-6]$/.test(value) },
  'href-template': {
    allowed: 'an http:// or https:// address or a path, with {handle} in it',
    test: (value) => value.includes('{handle}') && webUrl(value, document.baseURI) !== undefined,
  },
};

/** Colours that a host may have made hard to read: a part, what it is for people, and the least contrast it needs. */
const COLOURS: readonly (readonly [part: string, what: string, least: number, property: string])[] = [
  ['card', 'text', TEXT_CONTRAST, '--gigsy-text'],
  ['meta', 'muted text', TEXT_CONTRAST, '--gigsy-text'],
  ['message', 'muted text', TEXT_CONTRAST, '--gigsy-text'],
  ['links', 'links', TEXT_CONTRAST, '--gigsy-accent'],
];

/** Empty when there are none. */
export function faultsOf(element: ProfileElement): string[] {
  return [...attributeFaults(element), ...pageFaults(element), ...colourFaults(element)];
}

function attributeFaults(element: ProfileElement): string[] {
  return Object.entries(ATTRIBUTES).flatMap(([name, { allowed, test }]) => {
    const value = element.getAttribute(name);
    return value === null || test(value) ? [] : [`${name}="${value}" is ignored: it may be ${allowed}.`];
  });
}

function pageFaults(element: ProfileElement): string[] {
  return [
    element.handle || element.profile !== undefined
      ? ''
      : 'It has neither a handle nor a profile, so it loads for ever: set handle="…".',
    enclosing(element, '[lang]:not([lang=""])')
      ? ''
      : 'Nothing around it has a lang, so it speaks the browser\'s language: set <html lang="…">.',
  ].filter(Boolean);
}

function colourFaults(element: ProfileElement): string[] {
  const card = element.shadowRoot?.querySelector('[part=card]');
  if (!card) return [];
  const surface = getComputedStyle(card).backgroundColor;
  const found = COLOURS.flatMap(([part, what, least, property]) => {
    const shown = element.shadowRoot!.querySelector(`[part=${part}]`);
    const coloured = part === 'links' ? shown?.querySelector('a') : shown;
    const ratio = coloured && contrastRatio(getComputedStyle(coloured).color, surface);
    return ratio && ratio < least ? [lowContrast(what, ratio, least, property)] : [];
  });
  return [...found, ...markFaults(element, surface)];
}

/** Marks are drawn, not written: their colour is a background. */
function markFaults(element: ProfileElement, surface: string): string[] {
  const mark = element.shadowRoot!.querySelector('.marks i');
  const ratio = mark && contrastRatio(getComputedStyle(mark).backgroundColor, surface);
  return ratio && ratio < MARK_CONTRAST ? [lowContrast('marks', ratio, MARK_CONTRAST, '--gigsy-accent')] : [];
}

function lowContrast(what: string, ratio: number, least: number, property: string): string {
  return `The contrast of its ${what} is ${ratio.toFixed(1)}:1 and must be ${least}:1: change ${property} or --gigsy-surface.`;
}
