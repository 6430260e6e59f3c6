/** Every element that shows something, defined. The list is the package's own, so that new elements are included. */
import { define } from '../../packages/elements/src/define.ts';
import { classes } from '../../packages/elements/src/server/classes.generated.ts';

export const TAGS = Object.keys(classes) as (keyof typeof classes)[];

for (const [tag, element] of Object.entries(classes)) define(tag, element);
