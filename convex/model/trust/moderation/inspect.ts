/** The place of a case as its owner sees it. */
import { type Inspected, partsOfPlace } from '@gigsy/schema';
import type { MutationCtx } from '../../../_generated/server.js';
import type { ReadModel } from '../../privacy/readModel.js';
import { viewOf } from '../../privacy/reads.js';
import type { LivingCase } from './cases.js';

type Shown = NonNullable<Inspected['fields']>[number];

/** Longest value of a field that is shown, in UTF-16 code units. */
const MAX_VALUE = 20_000;

/** Empty where the owner has taken the place away. */
export async function inspected(
  ctx: MutationCtx,
  models: readonly ReadModel[],
  { accountId, place }: LivingCase,
): Promise<Inspected> {
  const handle = (await ctx.db.get('accounts', accountId))?.handle;
  if (handle === undefined) return { fields: [] };
  const fields: Shown[] = [];
  for (const model of models) {
    const view = await viewOf(ctx, model, handle, { audience: 'owner', grants: [] });
    for (const [section, content] of Object.entries(view ?? {}))
      if (section !== 'handle' && section !== 'role') fields.push(...within(section, content, place));
  }
  return { fields };
}

function within(section: string, content: unknown, place: string): Shown[] {
  const at = partsOfPlace(place);
  if (place !== 'profile' && at.section !== section) return [];
  if (Array.isArray(content)) {
    const items = content.filter(({ id }: { id?: string }) => at.item === undefined || id === at.item);
    return items.map((item, index) => line(`${section}/${(item as { id?: string }).id ?? index}`, item));
  }
  if (content === null || typeof content !== 'object') return [line(section, content)];
  return Object.entries(content)
    .filter(([field]) => at.field === undefined || field === at.field)
    .map(([field, value]) => line(`${section}.${field}`, value));
}

function line(name: string, value: unknown): Shown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { name, value: text.slice(0, MAX_VALUE) };
}
