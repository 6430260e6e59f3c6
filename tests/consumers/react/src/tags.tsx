import { useState } from 'react';
import type { ProfileView } from '@gigsy/elements';
import type {} from '@gigsy/elements/types/react';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/experience-list/define';

const given: ProfileView = { handle: 'ada', role: 'student', about: { text: 'Given as a property.' } };
const broken = { get: () => Promise.reject(new Error('no source')) };

export function Tags() {
  const [handle, setHandle] = useState('ada');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  return (
    <>
      <button onClick={() => setHandle('grace')}>Grace</button>
      <gigsy-profile-card
        handle={handle}
        ongigsy-load={({ detail }) => setName(detail.profile?.identity?.displayName ?? '')}
      />
      <output>{name}</output>
      <gigsy-about-section profile={given} />
      <gigsy-experience-list
        handle="ada"
        source={broken}
        ongigsy-error={({ detail }) => setCode(detail.code)}
        title={code}
      />
    </>
  );
}
