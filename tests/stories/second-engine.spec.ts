/** The second accessibility engine on each element's first story; `npm run sweep` covers all stories. */
import { expect, stories, test } from './catalogue.ts';
import { failures } from './second-engine.ts';

for (const { id } of stories.filter(({ exportName }) => exportName === 'Default')) {
  test(`second engine: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    expect(await failures(catalogue)).toEqual([]);
  });
}
