/** Convex's rule for the names of functions, tables, indexes and fields (convex-backend, identifier.rs). */
const LONGEST_IDENTIFIER = 64;

/** What is wrong with it, or null. */
export function identifierFault(name: string): string | null {
  if (name.length > LONGEST_IDENTIFIER) return `is longer than ${LONGEST_IDENTIFIER} characters`;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return 'must start with a letter and have only letters, digits and underscores';
  return /[A-Za-z0-9]/.test(name) ? null : 'must have a letter or digit';
}
