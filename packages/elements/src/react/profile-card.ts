'use client';
/** `<gigsy-profile-card>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/profile-card/profile-card.define.ts';
import { GigsyProfileCard } from '../profile/profile-card/profile-card.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const ProfileCard: ReactWebComponent<GigsyProfileCard, ProfileEvents> = wrap<GigsyProfileCard>(
  'gigsy-profile-card',
  GigsyProfileCard,
);
