/** The page of every function and route by every kind of caller, made from the contract. */
import {
  type PrincipalKind,
  type RouteCaller,
  contract,
  everyone,
  listFunctions,
  listRoutes,
  routeCallers,
  routes,
} from '@gigsy/schema';

/** For the heads of the table: each kind of caller in words. */
const principals: Record<Exclude<PrincipalKind, 'service'>, string> = {
  anonymous: 'nobody is signed in; also a suspended or deleted account, and a session that has ended',
  newcomer: 'a signed-in person without an account',
  student: 'a member of this role',
  employer: 'a member of this role',
  mentor: 'a member of this role',
  moderator: 'a member of this role, which operators grant',
  admin: 'a member of this role, which operators grant',
  deactivated: 'a person who has deactivated their account',
  viewer: "a person named by a partner's session",
  partner: 'an organisation, in a session of its own',
};

const proofs: Record<RouteCaller, string> = {
  visitor: 'no proof',
  person: "a member's token",
  page: "a publishable key, from a page of the partner's",
  otherPage: 'the same key, from a page of another site',
  server: "a partner's secret key",
  holder: 'the address itself, which was given to few and cannot be guessed',
  clerk: "the signature of Clerk's webhook",
  source: 'the signature of a registered source of events',
};

export function accessPage(): string {
  return [
    '# Who may call what',
    '<!-- Generated from packages/schema by `npm run generate`: change it there. -->',
    'Every public function and every HTTP route, by every kind of caller. `tests/local/access.test.ts` reads this page and tries each' +
      ' cell against a running deployment; it tries internal functions too, which no client may call.' +
      ' `yes` says that the caller is let in; the function may still refuse the request, and it shows no more than' +
      ' [the policy](privacy.md) allows. A token that is expired, forged or for another service calls nothing.',
    '## Functions',
    heads(principals),
    grid(
      'function',
      everyone,
      listFunctions(contract)
        .map(({ name, contract: { callers } }) => ({ name, callers }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    ),
    '## Routes',
    'The proof that a request brings. A `yes` stands for a status below 400, a `no` for 401, 403, 404 or 405.',
    heads(proofs),
    grid(
      'route',
      routeCallers,
      listRoutes(routes).map(({ contract: { method, path, callers } }) => ({ name: `${method} ${path}`, callers })),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function heads(meanings: Readonly<Record<string, string>>): string {
  return Object.entries(meanings)
    .map(([kind, meaning]) => `- \`${kind}\`: ${meaning}.`)
    .join('\n');
}

function grid(what: string, kinds: readonly string[], rows: { name: string; callers: readonly string[] }[]): string {
  return [
    `| ${[what, ...kinds].join(' | ')} |`,
    `|${' --- |'.repeat(kinds.length + 1)}`,
    ...rows.map(
      ({ name, callers }) =>
        `| \`${name}\` | ${kinds.map((kind) => (callers.includes(kind) ? 'yes' : 'no')).join(' | ')} |`,
    ),
  ].join('\n');
}
