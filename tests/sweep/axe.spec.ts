/** No violation in any story, in each of three languages, two themes and three widths with each other. */
import { everyCondition, violations } from '../stories/axe.ts';
import { expect, stories, test } from '../stories/catalogue.ts';

for (const { id } of stories) {
  test(`axe: ${id}`, async ({ catalogue }) => {
    expect(await violations(catalogue, id, everyCondition)).toEqual({ checks: 18, found: [] });
  });
}
