/** Gives a file to the person's browser as a download. */

/** Browsers have begun a download by then. */
const DOWNLOAD_MS = 10_000;

export function saveFile({ ownerDocument }: Node, blob: Blob, name: string): void {
  const link = ownerDocument!.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
}
