/**
 * Runs inside each function context before the project's code: replaces clock, randomness and binary types, and makes
 * `instanceof` work for errors and other values that come from the host.
 */
import { LOCALE } from './locale.ts';

/** Objects that a module's graph may have for a look at all of them; more are only kept in part. */
const MOST_KEPT = 2_000;

/**
 * The functions that bundle/state-writes.ts inserts calls of. `kept` holds the objects that outlive a call: built-in and global
 * objects, and objects that the variables of the project's modules reach.
 */
const STATE = `const { state } = host;
  const kept = new WeakSet([globalThis]);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = globalThis[name];
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    kept.add(value);
    if (typeof value === 'function' && value.prototype) kept.add(value.prototype);
  }
  const wrote = () => { if (!state.loading && !state.written) host.wrote(); };
  const containers = [Map, Set, WeakMap, WeakSet, Date, host.globals.Headers, host.globals.URLSearchParams, host.globals.FormData];
  const isContainer = (value) => Array.isArray(value) || ArrayBuffer.isView(value) || (value instanceof RegExp ? value.global || value.sticky : containers.some((Class) => value instanceof Class));
  const members = (value) => {
    if (Array.isArray(value)) return value;
    if (value instanceof Map) return [...value.keys(), ...value.values()];
    if (value instanceof Set) return [...value];
    const prototype = Object.getPrototypeOf(value);
    const isOpen = typeof value === 'function' || prototype === null || prototype === Object.prototype || kept.has(prototype);
    return isOpen ? Object.values(Object.getOwnPropertyDescriptors(value)).map((property) => property.value) : [];
  };
  const keep = (found) => {
    for (let at = 0; at < found.length && at < ${MOST_KEPT}; at += 1) {
      const value = found[at];
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || kept.has(value)) continue;
      kept.add(value);
      for (const member of members(value)) found.push(member);
    }
  };
  const told = {
    __wrote: wrote,
    __written(value) { wrote(); return value; },
    __kept(value) { if (kept.has(value)) wrote(); return value; },
    __container(value) { if (isContainer(value)) wrote(); return value; },
    __keptContainer(value) { if (kept.has(value) && isContainer(value)) wrote(); return value; },
    __loading: () => state.loading,
    __keep: keep,
  };
  for (const [name, value] of Object.entries(told)) Object.defineProperty(globalThis, name, { value });`;

export const BOOTSTRAP = `(host) => {
  if (host.isForeignLocale) (${LOCALE})(globalThis, () => true);
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
  for (const [name, HostClass] of Object.entries(host.classes)) {
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
  ${STATE}
}`;
