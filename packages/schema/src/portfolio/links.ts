/** Previews of the pages to which contributions lead: words of a page about itself, as the deployment read them. */
import * as z from 'zod';
import { line } from '../contract/text.ts';

/** Most code points of each part of a preview. A page that says more is cut. */
export const previewLengths = { title: 200, description: 300, site: 80 } as const;

/** The page's own words. Nobody has checked whether they are true. */
export const linkPreviewSchema = z.strictObject({
  title: line(previewLengths.title),
  description: line(previewLengths.description).optional(),
  /** The name of the site, as the page gives it. */
  site: line(previewLengths.site).optional(),
});
export type LinkPreview = z.infer<typeof linkPreviewSchema>;

export const linkStates = ['waiting', 'there', 'none'] as const;

/** Why there is no preview. */
export const linkFaults = {
  address_not_allowed: 'The address does not lead by https to a host on the public internet.',
  unreachable: 'The host did not answer in time, or failed.',
  refused: 'The host has no page for Gigsy at the address.',
  not_a_page: 'What is at the address is not an HTML page, or cannot be read.',
  no_title: 'The page has no title.',
} as const;
export type LinkFault = keyof typeof linkFaults;

/** How far the preview of a contribution is, for its owner. Absent where nobody has asked the host. */
export const ownLinkSchema = z.strictObject({
  state: z.enum(linkStates),
  /** With the state `none`. */
  fault: z.enum(Object.keys(linkFaults) as LinkFault[]).optional(),
});
export type OwnLink = z.infer<typeof ownLinkSchema>;
