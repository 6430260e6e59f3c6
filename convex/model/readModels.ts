/**
 * The read models of all domains. What governs every view (status, role, settings, policy) is followed by each of
 * these.
 */
import type { ReadModel } from './privacy/readModel.js';
import { profileViews } from './profile/views.js';

export const readModels: readonly ReadModel[] = [profileViews];
