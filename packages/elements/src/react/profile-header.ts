'use client';
/** `<gigsy-profile-header>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/profile-header/profile-header.define.ts';
import { GigsyProfileHeader } from '../profile/profile-header/profile-header.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const ProfileHeader: ReactWebComponent<GigsyProfileHeader, ProfileEvents> = wrap<GigsyProfileHeader>(
  'gigsy-profile-header',
  GigsyProfileHeader,
);
