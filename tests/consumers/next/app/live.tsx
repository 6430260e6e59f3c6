'use client';
import { useState } from 'react';
import type { ProfileView } from '@gigsy/elements';
import { AboutSection, ProfileCard } from '@gigsy/elements/react';

export function Live({ profile }: { profile: ProfileView | null }) {
  const [name, setName] = useState('');
  return (
    <section>
      <AboutSection profile={profile} />
      <ProfileCard handle="grace" onLoad={({ detail }) => setName(detail.profile?.identity?.displayName ?? '')} />
      <output>{name}</output>
    </section>
  );
}
