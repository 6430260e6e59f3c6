/** The base of lists of entries with a period or a date: their layout, and the parts that hosts can style. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileElement, ProfileSection } from './profile-element.ts';
import { SectionElement } from './section-element.ts';
import { type TimelineEntry, renderTimeline, timelineStyles } from './timeline.ts';
import { items } from '../untrusted.ts';

/** Sections that are lists. */
type ListSection = {
  [S in ProfileSection]: ProfileView[S] extends readonly unknown[] | undefined ? S : never;
}[ProfileSection];

/** An item of the list; every field may be missing, and none can be trusted. */
export type Item<S extends ListSection> = NonNullable<ProfileView[S]>[number];

/**
 * An element declares its section, the first and only one of its \`sections\`, and what an entry shows of an item.
 *
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart title - An entry's title.
 * @csspart period - From when to when, or the date.
 * @csspart summary - An entry's text.
 * @csspart points - An entry's list of points.
 */
export abstract class TimelineElement<S extends ListSection> extends SectionElement {
  static override styles: CSSResultGroup = [SectionElement.styles, timelineStyles];

  /** The shown part of an item, whose values are untrusted. */
  protected abstract entry(item: Item<S>): TimelineEntry;

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const [section] = (this.constructor as typeof ProfileElement).sections as readonly [S];
    const entries = items<object>(profile[section]).map((item) => this.entry(item));
    return renderTimeline(entries, { localize: this.localize, level: this.innerLevel });
  }
}
