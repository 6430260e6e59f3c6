/** The words of the monitor of deliveries. */
import type { Part } from '../../localization/part.ts';
import type { MonitorTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<MonitorTerms> = { name: 'events/delivery-monitor', en };
