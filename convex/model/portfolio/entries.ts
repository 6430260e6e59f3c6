/** Contributions as an audience sees them, with the addresses of their files. */
import type { OwnLink, PortfolioEntries, PortfolioMedia, PortfolioView } from '@gigsy/schema';
import type { ViewAudience } from '../privacy/readModel.js';
import type { FileRow } from './files.js';
import { mediaPath } from './files/addresses.js';
import type { ContributionRow } from './rows.js';

type Entry = NonNullable<PortfolioEntries['contributions']>[number];

/** A file that is not there, since a row of the two is damaged, is left out. */
export function contributionEntries(
  rows: readonly ContributionRow[],
  files: readonly FileRow[],
  audience: ViewAudience,
): Entry[] {
  const byName = new Map(files.map((file) => [file.upload, file]));
  return rows.map(({ id, contribution: { files: chosen = [], ...told }, link }) => {
    const shown = chosen.flatMap(({ file, alt, preview }) => {
      const row = byName.get(file);
      return row
        ? [media(row, audience, { alt, preview: preview === undefined ? undefined : byName.get(preview) })]
        : [];
    });
    return {
      id,
      ...told,
      ...(link?.preview && { linkPreview: link.preview }),
      ...(shown.length > 0 && { files: shown }),
    };
  });
}

function media(
  { file: { type, size, width, height }, tokens }: FileRow,
  audience: ViewAudience,
  { alt, preview }: { alt: string | undefined; preview: FileRow | undefined },
): PortfolioMedia {
  return {
    address: mediaPath(audience, tokens[audience]),
    type,
    size,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(alt !== undefined && { alt }),
    ...(preview?.file.width !== undefined &&
      preview.file.height !== undefined && {
        preview: {
          address: mediaPath(audience, preview.tokens[audience]),
          width: preview.file.width,
          height: preview.file.height,
        },
      }),
  };
}

/** How far the preview of a link is, for its owner. */
export function shownLink({ state, fault }: NonNullable<ContributionRow['link']>): OwnLink {
  return { state, ...(fault && { fault }) };
}

/** The addresses of all files in a view. */
export function addressesIn(view: Pick<PortfolioView, 'contributions'> | null): Set<string> {
  const files = (view?.contributions ?? []).flatMap((entry) => entry.files ?? []);
  return new Set(files.flatMap(({ address, preview }) => (preview ? [address, preview.address] : [address])));
}
