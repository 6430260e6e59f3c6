/** `gigsy show`: a profile as one audience sees it. */
import { seenProfile } from '../audience.ts';
import { type Given, type Outcome, type Verb, connectionFlags } from '../command.ts';

export const show: Verb = {
  name: 'show',
  summary: 'Shows a profile as an audience sees it',
  positionals: ['HANDLE'],
  flags: {
    as: {
      value: 'AUDIENCE',
      help: 'public (default): anyone on the web; member: somebody signed in; owner: everything',
    },
    ...connectionFlags,
  },
  async run(given: Given): Promise<Outcome> {
    const { as, profile } = await seenProfile('show', given, 'public');
    return { text: print(profile), json: { as, profile } };
  },
};

/** Nested values as indented lines: readable, and the same fields that --json has. */
function print(profile: object): string {
  return lines(profile, '').join('\n');
}

function lines(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (inner === undefined || key === 'id') return [];
    const label = Array.isArray(value) ? '-' : `${key}:`;
    if (inner === null || typeof inner !== 'object')
      return [`${indent}${label} ${String(inner).replace(/\n/g, `\n${indent}  `)}`];
    if (Object.keys(inner).length === 0) return [];
    if (Array.isArray(inner) && inner.every((item) => typeof item !== 'object'))
      return [`${indent}${label} ${inner.join(', ')}`];
    return [`${indent}${label}`, ...lines(inner, `${indent}  `)];
  });
}
