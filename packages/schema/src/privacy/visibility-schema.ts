/** The check of a visibility. */
import * as z from 'zod';
import { visibilities } from './visibility.ts';

export const visibilitySchema = z.enum(visibilities, `must be one of ${visibilities.join(', ')}`);
