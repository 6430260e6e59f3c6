/** Server rendering of any value from a program: markup or a typed refusal, never an error of another kind. */
import { type PlainTag, type ProfileTag, renderElement, renderShadow } from '@gigsy/elements/server';
import { isGigsyError } from '@gigsy/sdk/reader';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyProfile, anyThing, made } from '../any-value.ts';
import { classes } from '../../packages/elements/src/server/classes.generated.ts';

const tags = [...Object.keys(classes), 'gigsy-provider', 'gigsy-profile-form', 'gigsy-profile-strength'] as (
  ProfileTag | PlainTag
)[];
const LANGUAGES = ['en', 'ar', 'ckb', 'de-x-private', 'x', ''];

/** The markup, or the code of the refusal. Any other error is thrown. */
async function outcome(rendering: () => Promise<string>): Promise<string> {
  try {
    return await rendering();
  } catch (error) {
    if (!isGigsyError(error, 'invalid_argument')) throw error;
    return error.code;
  }
}

test('a profile with any values is rendered, by every tag, in any language', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyProfile(),
      fc.constantFrom(...tags),
      fc.constantFrom(...LANGUAGES),
      async (recipe, tag, lang) => {
        const markup = await renderElement(tag, { profile: made(recipe) as never, lang });
        expect(markup).toMatch(new RegExp(`^<${tag} [^]*</${tag}>$`));
      },
    ),
    { numRuns: 600 },
  );
});

test('a value that throws removes only itself', async () => {
  const profile = {
    handle: 'ada',
    identity: {
      displayName: 'Ada',
      get headline() {
        throw new Error('x');
      },
      location: { city: 'London', countryCode: Symbol('GB') },
    },
    skills: [
      {
        name: 'Rust',
        get level() {
          throw new Error('x');
        },
      },
      {
        get name() {
          throw new Error('x');
        },
      },
    ],
    get availability() {
      throw new Error('x');
    },
  };
  const markup = await renderElement('gigsy-profile-card', { profile: profile as never });
  for (const word of ['Ada', 'London', 'Rust', 'handle="ada"', 'state="ready"']) expect(markup).toContain(word);
  expect(await renderElement('gigsy-skill-matrix', { profile: profile as never })).toContain('Rust');
});

test('endless lists are cut', async () => {
  const skills = new Array(4_294_967_295) as unknown[];
  skills[3] = { name: 'Rust' };
  expect(await renderElement('gigsy-skill-matrix', { profile: { handle: 'ada', skills } as never })).toContain('Rust');
});

test('tags, options and attributes of any value are rendered or refused by name', async () => {
  const attributes = fc.oneof(
    anyThing(),
    fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom('dir', 'lang', 'heading-level', 'href-template', 'view', 'ungrouped', 'handle'),
      ),
      anyThing(),
    ),
  );
  const options = fc.oneof(
    anyThing(),
    fc.record(
      {
        profile: anyThing(),
        lang: fc.option(anyThing(), { nil: undefined }),
        fallback: fc.option(anyThing(), { nil: undefined }),
        attributes,
      },
      { requiredKeys: [] },
    ),
  );
  const anyTag = fc.oneof({ weight: 5, arbitrary: fc.constantFrom<unknown>(...tags) }, anyThing());
  await fc.assert(
    fc.asyncProperty(anyTag, options, async (tag, given) => {
      for (const render of [renderElement, renderShadow])
        expect(typeof (await outcome(() => render(made(tag) as ProfileTag, made(given) as never)))).toBe('string');
    }),
    { numRuns: 1_000 },
  );
});
