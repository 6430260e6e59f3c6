/** The picture of the person's own profile, as the deployment tells of it. */
import type { Mine } from '../../profile-form/section-store.ts';

export type OwnPhoto = NonNullable<Mine['photo']>;
