/** The action of a verb that has several, such as `gigsy audit verify`. */
import { CliError } from './failure.ts';
import { nearest } from './nearest.ts';

/** Throws in a sentence that names the verb, and the action that was perhaps meant. */
export function readAction<Action extends string>(verb: string, given: string, actions: readonly Action[]): Action {
  const action = actions.find((known) => known === given);
  if (action) return action;
  const meant = nearest(given, actions);
  const there = actions.length === 1 ? `There is ${actions[0]}.` : `There are ${actions.join(', ')}.`;
  throw new CliError(
    'usage',
    `gigsy ${verb} has no action "${given}"${meant ? `; did you mean ${meant}?` : ';'} ${there}`,
  );
}
