/** Reads a JSON Resume document that must be readable. */
import { fromJsonResume } from '@gigsy/schema';

export function imported(document: unknown) {
  const result = fromJsonResume(document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** Sections and notes by path of a document whose person has a name. */
export function importedFields({ basics, ...others }: Record<string, unknown>) {
  const { sections, notes } = imported({ basics: { name: 'Nela Marsh', ...(basics as object) }, ...others });
  return { sections, notes: new Map(notes.map(({ path, message }) => [path, message])) };
}
