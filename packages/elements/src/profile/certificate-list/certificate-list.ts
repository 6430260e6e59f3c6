/** The list of certificates, and whether each still holds. */
import type { ProfileSection } from '../profile-element.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Item, TimelineElement } from '../timeline-element.ts';
import { validity } from '../validity.ts';
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
    return { title: name, titleUrl: url, place: issuer, endDate: date, notes: [validity(expires, this.localize).words] };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-certificate-list': GigsyCertificateList;
  }
}
