/**
 * Tells a page's developer something that no return value could, once per page and kind, however many elements and
 * copies of the SDK it holds. The one place of the SDK that writes to the console; loaded when there is something to
 * tell.
 * @internal For the elements and the SDK itself.
 */

/** The name by which released copies know the register. */
const registry: unique symbol = Symbol.for('gigsy.deprecations');

/** Warns with `message` unless this `kind` has been told. Neither may hold secrets or personal data. */
export function tellOnce(kind: string, message: string): void {
  const told = ((globalThis as { [registry]?: Set<string> })[registry] ??= new Set());
  if (told.has(kind)) return;
  told.add(kind);
  // eslint-disable-next-line no-console -- see above
  console.warn(`Gigsy: ${message}`);
}
