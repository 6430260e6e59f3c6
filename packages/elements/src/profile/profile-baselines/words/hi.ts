/** Hindi. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/hi.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'आँकड़ों में प्रोफ़ाइलें',
  upTo: (time) => `${time} तक की गिनती`,
  none: 'अभी तक कुछ नहीं गिना गया है।',
  completeness: 'मज़बूती के अनुसार प्रोफ़ाइलें',
  band: (from, to) => `${from} से ${to}`,
  timeToComplete: 'प्रोफ़ाइल के 80 तक पहुँचने का समय',
  times: ['एक घंटे तक', 'एक दिन तक', 'एक सप्ताह तक', 'चार सप्ताह तक', 'अधिक'],
  edits: 'अनुभाग के अनुसार बदलाव, पिछले 28 दिन',
  table: 'तालिका के रूप में दिखाएँ',
  profiles: 'प्रोफ़ाइलें',
  day: 'दिन',
  all: 'सभी',
};
