/**
 * Convex computes in UTC and en-US wherever its machines are. The time zone is the process's while a deployment is open; the
 * locale, which a process can not change, is put in place of the default one where it is another.
 */

/** Evaluates to a function that gives a global object's formatting en-US as its default while `active()`; returns how to undo it. */
export const LOCALE = `(scope, active) => {
  const undo = [];
  const put = (target, name, value) => {
    const own = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { ...own, value });
    undo.push(() => Object.defineProperty(target, name, own));
  };
  const localized = (args) => (args[0] === undefined && active() ? ['en-US', ...args.slice(1)] : args);
  for (const name of Object.getOwnPropertyNames(scope.Intl)) {
    const Class = scope.Intl[name];
    if (typeof Class !== 'function' || !Class.prototype || name === 'Locale') continue;
    const Localized = new Proxy(Class, {
      construct: (target, args, by) => Reflect.construct(target, localized(args), by === Localized ? target : by),
      apply: (target, self, args) => Reflect.apply(target, self, localized(args)),
    });
    put(scope.Intl, name, Localized);
    put(Class.prototype, 'constructor', Localized);
  }
  const methods = [
    [scope.Date, 'toLocaleString', 0], [scope.Date, 'toLocaleDateString', 0], [scope.Date, 'toLocaleTimeString', 0], [scope.Number, 'toLocaleString', 0],
    [scope.BigInt, 'toLocaleString', 0], [scope.String, 'toLocaleUpperCase', 0], [scope.String, 'toLocaleLowerCase', 0], [scope.String, 'localeCompare', 1],
  ];
  for (const [{ prototype }, name, before] of methods) {
    const method = prototype[name];
    put(prototype, name, { [name](...args) { return Reflect.apply(method, this, [...args.slice(0, before), ...localized(args.slice(before))]); } }[name]);
  }
  // These name the time zone in the language of the machine.
  for (const name of ['toString', 'toTimeString']) {
    const method = scope.Date.prototype[name];
    put(scope.Date.prototype, name, { [name]() {
      const text = Reflect.apply(method, this, []);
      return active() ? text.replace(/\\(.*\\)$/, '(Coordinated Universal Time)') : text;
    } }[name]);
  }
  return () => undo.reverse().forEach((step) => step());
}`;

export function isForeignLocale(): boolean {
  return new Intl.DateTimeFormat().resolvedOptions().locale !== 'en-US';
}
