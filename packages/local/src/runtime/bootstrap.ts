/**
 * Runs inside each function context before the project's code: replaces clock, randomness and binary types, and makes
 * `instanceof` work for errors that come from the host.
 */
export const BOOTSTRAP = `(host) => {
  const OriginalDate = Date;
  function ConvexDate(...parts) {
    if (!new.target) return new OriginalDate(host.now()).toString();
    return Reflect.construct(OriginalDate, parts.length === 0 ? [host.now()] : parts, new.target === ConvexDate ? OriginalDate : new.target);
  }
  Object.defineProperty(ConvexDate, 'name', { value: 'Date' });
  Object.defineProperty(ConvexDate, 'length', { value: 7 });
  ConvexDate.prototype = OriginalDate.prototype;
  ConvexDate.prototype.constructor = ConvexDate;
  ConvexDate.now = () => host.now();
  ConvexDate.UTC = OriginalDate.UTC;
  ConvexDate.parse = OriginalDate.parse;
  globalThis.Date = ConvexDate;
  Math.random = () => host.random();
  let rounds = 0;
  Object.defineProperty(globalThis, '__loop', {
    value() {
      if ((++rounds & 1023) === 0 || host.loopState.count > 0) host.checkUserTime();
    },
  });
  for (const [name, HostClass] of Object.entries(host.errors)) {
    const Class = globalThis[name];
    Object.defineProperty(Class, Symbol.hasInstance, {
      value(value) {
        return Function.prototype[Symbol.hasInstance].call(this, value) || (this === Class && value instanceof HostClass);
      },
    });
  }
  // Binary values have no literals: with the host's classes, bytes from fetch, digest or TextEncoder are the context's own.
  for (const [name, value] of Object.entries(host.globals)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  globalThis.self = globalThis;
}`;
