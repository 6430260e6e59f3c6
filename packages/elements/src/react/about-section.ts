'use client';
/** `<gigsy-about-section>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/about-section/about-section.define.ts';
import { GigsyAboutSection } from '../profile/about-section/about-section.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const AboutSection: ReactWebComponent<GigsyAboutSection, ProfileEvents> = wrap<GigsyAboutSection>(
  'gigsy-about-section',
  GigsyAboutSection,
);
