/** Where each language's words of the profile's forms are, by the code of its table; English comes with the form. */
import type { Loaders } from '../../writing/words.ts';
import type { ProfileFormTerms } from './terms.ts';

type Module = Promise<{ terms: ProfileFormTerms }>;
const termsOf = (load: () => Module) => async () => (await load()).terms;

export const loaders: Loaders<ProfileFormTerms> = {
  ar: termsOf(() => import('./words/ar.ts')),
  de: termsOf(() => import('./words/de.ts')),
  es: termsOf(() => import('./words/es.ts')),
  fr: termsOf(() => import('./words/fr.ts')),
  hi: termsOf(() => import('./words/hi.ts')),
  ja: termsOf(() => import('./words/ja.ts')),
  pt: termsOf(() => import('./words/pt-BR.ts')),
  'en-XA': termsOf(() => import('./words/xa.ts')),
};
