/**
 * Whether a document means to JSON what it means to JSON-LD. A proof covers the RDF, and the same RDF has many forms: under the
 * IRI of `credentialStatus` or within `@nest`, a status is signed and yet no program finds it by its name. A holder could hide a
 * revocation so. The data model asks for the compacted form (W3C Verifiable Credentials Data Model 2.0, section 6.1).
 */

/** The first member whose name is an IRI or a keyword, apart from the contexts of the whole. Undefined in the compacted form. */
export function expandedName(document: object): string | undefined {
  const waiting: unknown[] = [];
  const look = (value: object, isWhole = false): string | undefined => {
    if (Array.isArray(value)) {
      waiting.push(...(value as unknown[]));
      return undefined;
    }
    const names = Object.keys(value).filter((name) => !(isWhole && name === '@context'));
    waiting.push(...names.map((name) => (value as Record<string, unknown>)[name]));
    return names.find((name) => name.startsWith('@') || name.includes(':'));
  };
  let found = look(document, true);
  while (found === undefined && waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) found = look(next);
  }
  return found;
}
