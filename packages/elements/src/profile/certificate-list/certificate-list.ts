/** The list of certificates, and whether each still holds. */
import { partialDate } from '../../localization/partial-date.ts';
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { words } from '../words.ts';

/**
 * @summary A person's certificates: who issued each and when, until when it holds or that it has expired, and a link to it.
 * @tag gigsy-certificate-list
 */
export class GigsyCertificateList extends TimelineElement<'certificates'> {
  static override sections: readonly ProfileSection[] = ['certificates'];

  protected override get heading(): string {
    return this.localize.terms(words).certificates ?? 'Certificates';
  }

  protected override entry({ name, issuer, date, expires, url }: Item<'certificates'>): TimelineEntry {
    return { title: name, titleUrl: url, place: issuer, endDate: date, notes: [this.#validity(expires)] };
  }

  /**
   * Partial dates of one form are in the order of their letters. A certificate holds for the whole of the day, month or
   * year that it names. Nobody says in which place it expires, so the day is the one in UTC, by the clock of the browser or
   * the server that renders.
   */
  #validity(expires: unknown): string {
    if (typeof expires !== 'string') return '';
    const date = partialDate(expires, this.localize);
    const { validUntil = (date: string) => `Valid until ${date}`, expired = (date: string) => `Expired (${date})` } =
      this.localize.terms(words);
    const today = new Date().toJSON().slice(0, expires.length);
    return date && (expires < today ? expired : validUntil)(date);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-certificate-list': GigsyCertificateList;
  }
}
