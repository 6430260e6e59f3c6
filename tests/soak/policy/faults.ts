/** Faults in the policy and its uses, each with the file of tests that must see it. */

export interface Fault {
  /** In words: what somebody got wrong. */
  name: string;
  file: string;
  /** Text that stands once in the file, and the text that takes its place. */
  from: string;
  to: string;
  tests: string;
  /** The tests of the file that are run, by a part of their names; all where it is left out. */
  named?: string;
  project: 'unit' | 'convex';
}

const policy = {
  file: 'packages/schema/src/privacy/policy.ts',
  tests: 'tests/schema/policy.test.ts',
  project: 'unit',
} as const;
const grants = {
  file: 'convex/model/privacy/grants.ts',
  tests: 'tests/convex/grants.test.ts',
  project: 'convex',
} as const;

const relations = {
  file: 'convex/model/privacy/relations.ts',
  tests: 'tests/convex/relations.test.ts',
  project: 'convex',
} as const;

export const faults: readonly Fault[] = [
  {
    ...policy,
    name: 'a section without a row is shown',
    from: 'if (!governed) return false;',
    to: 'if (!governed) return true;',
  },
  {
    ...policy,
    name: 'a section does not hide its fields',
    from: 'if (row !== undefined && !open.has(row)) return false;',
    to: '',
  },
  {
    ...policy,
    name: 'the profile does not hide its sections',
    from: "const profile = isActive(owner, viewer) && passes('profile');",
    to: 'const profile = isActive(owner, viewer);',
  },
  {
    ...policy,
    name: 'a suspended account is shown',
    from: "return viewer.audience === 'owner' || status === undefined || status === 'active';",
    to: 'return true;',
  },
  {
    ...policy,
    name: 'restricted content is shown to all',
    from: "if (visibility !== 'restricted') return undefined;",
    to: "if (visibility === 'restricted') return {};",
  },
  {
    ...policy,
    name: 'a grant opens what is for the owner alone',
    from: "if (visibility !== 'restricted') return undefined;",
    to: '',
  },
  { ...policy, name: 'a grant for some settings opens all', from: 'keys === undefined ||', to: 'true ||' },
  {
    ...policy,
    name: 'settings of items are not looked at',
    from: 'const chosen = items?.[key];',
    to: 'const chosen: Visibility | undefined = undefined;',
  },
  {
    ...policy,
    name: 'what is withheld is shown',
    from: '!isWithheld(owner, viewer, key) && passage(viewer, openerOf(key)',
    to: 'passage(viewer, openerOf(key)',
  },
  { ...policy, name: 'a withheld item is shown', from: 'if (isWithheld(owner, viewer, key)) return true;', to: '' },
  {
    ...policy,
    name: 'a withheld profile shows its rows',
    from: " || withheld.includes('profile'));",
    to: ');',
  },
  {
    ...policy,
    file: 'convex/model/profile/writeWithheld.ts',
    name: 'views of other domains do not follow what is withheld',
    from: 'await rewriteOtherViews(ctx, stored.profile.handle);',
    to: '',
    tests: 'tests/convex/moderation.test.ts',
    named: 'a decision',
    project: 'convex',
  },
  {
    ...grants,
    file: 'packages/schema/src/privacy/matrix.ts',
    name: 'a picture is kept to named people',
    from: "return declared.addressed && chosen === 'restricted' ? 'owner' : chosen;",
    to: 'return chosen;',
  },
  {
    ...grants,
    name: 'a grant to an organisation outlives the link',
    from: "if (to.kind !== 'organisation') return true;",
    to: 'return true;',
  },
  {
    ...grants,
    name: 'a person named in a partner’s page counts as a grantee',
    from: "return principal.kind === 'partner' ?",
    to: "return 'partnerId' in principal ?",
  },
  {
    ...grants,
    file: 'convex/model/profile/rowsHandles.ts',
    name: 'a handle taken after it was named counts',
    from: 'return row && (held ?? row)._creationTime <= time ? row.accountId : undefined;',
    to: 'return row?.accountId;',
  },
  {
    ...grants,
    file: 'convex/model/privacy/reads.ts',
    name: 'a grantee reads as the owner does',
    from: "{ audience: isMember(principal) ? 'platform' : 'public', grants }",
    to: "{ audience: 'owner', grants }",
  },
  {
    ...grants,
    file: 'convex/model/profile/writeHandle.ts',
    name: 'grants stay behind at a change of handle',
    from: '  await moveGrants(ctx, profileId, handle);\n',
    to: '',
  },
  {
    ...relations,
    name: 'everybody counts as a contact',
    from: "range.eq('person', person).eq('handle', handle)",
    to: "range.eq('person', person)",
  },
  {
    ...relations,
    name: 'a relation that is ended by one stays with the other',
    from: 'for (const { _id } of [row, ...theirs.filter(({ kind }) => kind === row.kind)])',
    to: 'for (const { _id } of [row])',
  },
  {
    ...relations,
    file: 'convex/model/privacy/asks.ts',
    name: 'an asker sees that an ask was declined',
    from: 'await keep(ctx, row, { pending: false, quietUntil: Date.now() + ASK_OPEN_MS });',
    to: 'await keep(ctx, row, { open: false, pending: false, quietUntil: Date.now() + ASK_OPEN_MS });',
  },
  {
    ...relations,
    file: 'convex/model/profile/related.ts',
    name: 'a contact who hides is shown by handle',
    from: 'views?.callers.handle ?? null',
    to: 'views?.callers.handle ?? handle',
  },
  {
    file: 'convex/privacy/grants.ts',
    tests: 'tests/convex/privacy.test.ts',
    named: 'a profile that is hidden',
    project: 'convex',
    name: 'naming a person looks them up in the same call',
    from: 'ctx.scheduler.runAfter(0, internal.privacy.grants.resolve,',
    to: 'ctx.runMutation(internal.privacy.grants.resolve,',
  },
  {
    file: 'convex/model/profile/settings.ts',
    tests: 'tests/convex/item-settings.test.ts',
    project: 'convex',
    name: 'a removed item comes back without its setting',
    from: '(await has(key)) || (await findRemoved(ctx, profileId, section, id))',
    to: 'await has(key)',
  },
  {
    file: 'convex/model/privacy/schedule.ts',
    tests: 'tests/convex/privacy-schedule.test.ts',
    project: 'convex',
    name: 'a change is called off by somebody else',
    from: 'if (row?.profileId !== profileId)',
    to: 'if (!row)',
  },
  {
    file: 'convex/model/privacy/grants.ts',
    tests: 'tests/convex/erasure.test.ts',
    project: 'convex',
    name: 'an erased person stays on the lists of others',
    from: '[...naming, ...given].map',
    to: '[...given].map',
  },
];
