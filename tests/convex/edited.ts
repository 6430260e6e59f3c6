/** A profile with four skills and a link, and edits of it. */
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';

export type Operations = Record<string, unknown>[];

export function send(caller: Caller, operations: Operations, expected: Record<string, number>) {
  return caller.mutation(api.profile.edit, { operations, expected, idempotencyKey: key() } as never);
}

export interface Edited {
  d: Deployment;
  ada: Caller;
  /** From the versions of now. */
  edit(...operations: Operations): ReturnType<typeof send>;
  mine(): Promise<NonNullable<Awaited<ReturnType<typeof mineOf>>>>;
  /** The ids of the skills, one after the other. */
  order(): Promise<string>;
}

function mineOf(caller: Caller) {
  return caller.query(api.profile.mine, {});
}

export async function edited(): Promise<Edited> {
  const d = deployment();
  const ada = await person(d, 'ada', {
    sections: {
      skills: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `Skill ${id}` })),
      links: [{ id: 'site', label: 'Site', url: 'https://a.example' }],
    },
  });
  const mine = async () => (await mineOf(ada))!;
  return {
    d,
    ada,
    mine,
    order: async () => (await mine()).sections.skills.map(({ id }) => id).join(''),
    async edit(...operations) {
      const { versions } = await mine();
      const named = [...new Set(operations.map(({ section }) => section as 'skills'))];
      return send(ada, operations, Object.fromEntries(named.map((section) => [section, versions[section]])));
    },
  };
}
