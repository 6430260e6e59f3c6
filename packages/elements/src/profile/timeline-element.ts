/** The base of lists of entries with a period: their layout, and the parts that hosts can style. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { SectionElement } from './section-element.ts';
import { type TimelineEntry, renderTimeline, timelineStyles } from './timeline.ts';

/**
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart title - An entry's title.
 * @csspart period - From when to when.
 * @csspart summary - An entry's text.
 * @csspart points - An entry's list of points.
 */
export abstract class TimelineElement extends SectionElement {
  static override styles: CSSResultGroup = [SectionElement.styles, timelineStyles];

  /** The entries of a profile, whose values are untrusted, in their order. */
  protected abstract entries(profile: ProfileView): TimelineEntry[];

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    return renderTimeline(this.entries(profile), { localize: this.localize, level: this.innerLevel });
  }
}
