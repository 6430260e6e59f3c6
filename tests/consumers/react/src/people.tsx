import { useState } from 'react';
import type { ProfileView } from '@gigsy/elements';
import { AboutSection, ExperienceList, ProfileCard } from '@gigsy/elements/react';

const given: ProfileView = { handle: 'ada', role: 'student', about: { text: 'Given as a property.' } };
const broken = { get: () => Promise.reject(new Error('no source')) };

export function People() {
  const [handle, setHandle] = useState('ada');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  return (
    <>
      <button onClick={() => setHandle('grace')}>Grace</button>
      <ProfileCard handle={handle} onLoad={({ detail }) => setName(detail.profile?.identity?.displayName ?? '')} />
      <output>{name}</output>
      <AboutSection profile={given} />
      <ExperienceList handle="ada" source={broken} onError={({ detail }) => setCode(detail.code)} title={code} />
    </>
  );
}
