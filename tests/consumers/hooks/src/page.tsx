import { Suspense } from 'react';
import { createGigsy } from '@gigsy/sdk';
import { GigsyClient, useMyProfile, useProfile } from '@gigsy/sdk/react';

const client = createGigsy({ url: 'https://happy-otter-123.convex.cloud' });

function Name({ handle }: { handle: string }) {
  const { data } = useProfile({ handle, sections: ['identity'] }, { live: true, suspense: true });
  return <h1>{data?.identity?.displayName ?? 'Not available'}</h1>;
}

function Headline() {
  const { status, profile, error, update } = useMyProfile();
  if (error) return <p>{error.message}</p>;
  if (status === 'loading' || !profile) return <p>…</p>;
  const { headline } = profile.sections.identity;
  return (
    <input
      aria-label="Headline"
      defaultValue={headline}
      onChange={(event) => void update({ identity: { headline: event.target.value } }).catch(() => undefined)}
    />
  );
}

export function Page() {
  return (
    <GigsyClient client={client}>
      <Suspense fallback={<h1>…</h1>}>
        <Name handle="ada" />
      </Suspense>
      <Headline />
    </GigsyClient>
  );
}
