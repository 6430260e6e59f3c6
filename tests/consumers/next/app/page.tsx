import { renderElement } from '@gigsy/elements/server';
import { publicReader } from '@gigsy/sdk/reader';
import { Elements } from './elements';
import { Live } from './live';

const reader = publicReader({ api: 'https://happy-otter-123.convex.site' });

export const dynamic = 'force-dynamic';

export default async function Page() {
  const profile = await reader.get('ada');
  const card = await renderElement('gigsy-profile-card', { profile, lang: 'en' });
  return (
    <main>
      {/* The parser moves its content into a shadow root, where React does not find it again. */}
      <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: card }} />
      <Elements />
      <Live profile={profile} />
    </main>
  );
}
