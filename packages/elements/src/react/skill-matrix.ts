'use client';
/** `<gigsy-skill-matrix>` as a React component; importing it defines the tag. */
import type { ReactWebComponent } from '@lit/react';
import '../profile/skill-matrix/skill-matrix.define.ts';
import { GigsySkillMatrix } from '../profile/skill-matrix/skill-matrix.ts';
import { type ProfileEvents, wrap } from './wrap.ts';

export const SkillMatrix: ReactWebComponent<GigsySkillMatrix, ProfileEvents> = wrap<GigsySkillMatrix>(
  'gigsy-skill-matrix',
  GigsySkillMatrix,
);
