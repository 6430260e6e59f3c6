'use client';
/** `<gigsy-education-list>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/education-list/education-list.define.ts';
import { GigsyEducationList } from '../profile/education-list/education-list.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const EducationList: ReactWebComponent<GigsyEducationList, ProfileEvents> = wrap<GigsyEducationList>(
  'gigsy-education-list',
  GigsyEducationList,
);
