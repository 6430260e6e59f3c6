/** No violation in any story, in each of three languages, two themes and three widths with each other. */
import { violations } from '../stories/axe.ts';
import { expect, stories, test } from '../stories/catalogue.ts';
import { everyCondition } from '../stories/conditions.ts';

for (const { id } of stories) {
  test(`axe: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    const found: string[] = [];
    let checks = 0;
    for (const { locale, theme, width } of everyCondition) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.set({ locale, theme });
      found.push(...(await violations(catalogue)).map((violation) => `${locale} ${theme} ${width}: ${violation}`));
      checks += 1;
    }
    expect({ checks, found }).toEqual({ checks: 18, found: [] });
  });
}
