/** Values of a host's program that throw when they are read. */

/** `value` with everything that throws, and every function, read as undefined at any depth. */
export function calm<T>(value: T): T | undefined {
  if (typeof value !== 'object' || !value) return typeof value === 'function' ? undefined : value;
  return new Proxy((Array.isArray(value) ? [] : {}) as never, {
    has: () => true,
    get(target, key) {
      try {
        return key in target && key !== 'length' ? target[key] : calm(value[key as keyof T]);
      } catch {
        return undefined;
      }
    },
  });
}

/** Values that have been made calm: an error in them is our own fault. */
const made = new WeakSet<object>();

/** As `calm`, for a value that threw when it was shown. Throws for one that it has given itself. */
export function calmOnce<T extends object>(value: T): T {
  if (made.has(value)) throw new TypeError('An element cannot show a value without what throws in it.');
  const calmed = calm(value)!;
  made.add(calmed);
  return calmed;
}
