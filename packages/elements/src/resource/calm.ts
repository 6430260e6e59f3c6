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
