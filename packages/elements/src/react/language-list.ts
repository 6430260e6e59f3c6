'use client';
/** `<gigsy-language-list>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/language-list/language-list.define.ts';
import { GigsyLanguageList } from '../profile/language-list/language-list.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const LanguageList: ReactWebComponent<GigsyLanguageList, ProfileEvents> = wrap<GigsyLanguageList>(
  'gigsy-language-list',
  GigsyLanguageList,
);
