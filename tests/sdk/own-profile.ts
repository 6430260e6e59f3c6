/** Clients of one person that wait, or that tell their calls, for tests of the own profile. */
import type { Gigsy, GigsyError } from '@gigsy/sdk';

/** The error that a call ends with. */
export const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: GigsyError) => error,
  );

/** A client whose updates wait until the returned function is called. */
export function held(gigsy: Gigsy): { gigsy: Gigsy; go(): void } {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const edit: Gigsy['profile']['edit'] = async (...args) => {
    await gate;
    return gigsy.profile.edit(...args);
  };
  return { gigsy: { ...gigsy, profile: { ...gigsy.profile, edit } }, go };
}

/** A client, and the calls that it made to write. */
export function recorded(gigsy: Gigsy): { gigsy: Gigsy; calls: [string, object][] } {
  const calls: [string, object][] = [];
  const recording =
    <A extends object, R>(name: string, call: (args: A) => R) =>
    (args: A) => {
      calls.push([name, args]);
      return call(args);
    };
  const { edit, update } = gigsy.profile;
  const profile = { ...gigsy.profile, edit: recording('edit', edit), update: recording('update', update) };
  return { gigsy: { ...gigsy, profile } as Gigsy, calls };
}
