'use client';
/** `<gigsy-experience-list>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/experience-list/experience-list.define.ts';
import { GigsyExperienceList } from '../profile/experience-list/experience-list.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const ExperienceList: ReactWebComponent<GigsyExperienceList, ProfileEvents> = wrap<GigsyExperienceList>(
  'gigsy-experience-list',
  GigsyExperienceList,
);
