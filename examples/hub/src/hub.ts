/**
 * Starts and ends the parts of the demo hub: data folder, sign-in, backend, embed host, partner page,
 * app, made-up people.
 */
import { join } from 'node:path';
import { startDeployment, startIssuer } from '@gigsy/local';
import { createGigsyServer } from '@gigsy/sdk/server';
import type { Addresses } from './addresses.ts';
import { appSite } from './app/app.ts';
import { openAppFile } from './app/app-file.ts';
import { subjectOf } from './app/known-people.ts';
import type { EmbedBuild } from './build.ts';
import { cdn } from './cdn.ts';
import { openDataFolder } from './data-folder.ts';
import { demoSourceIn } from './demo/demo-source.ts';
import { isHubRunning, removeHubFile, writeHubFile } from './hub-file.ts';
import { HubError } from './hub-error.ts';
import { credentialKeys, signingKeys } from './key-set.ts';
import { type Listener, listen } from './listen.ts';
import type { HubOptions } from './options.ts';
import { partnerSite } from './partner.ts';
import { MEMBERS_CARD, STUDENT, organisationIn } from './seed/organisation.ts';
import { people } from './seed/people.ts';
import { seed } from './seed/seed.ts';
import { verificationSecret } from './verification-secret.ts';

export interface Hub {
  addresses: Addresses;
  /** Lets its holder sign in as any demo person; see hub-file.ts. */
  secret: string;
  close(): Promise<void>;
}

/** The build that runs beside the start, and the listener for slow steps. */
export interface Beside {
  root: string;
  embeds: EmbedBuild;
  tell(line: string): void;
}

/** Starts everything; every address answers when it resolves. If a part fails, the started parts are ended. */
export async function startHub(options: HubOptions, beside: Beside): Promise<Hub> {
  const ends: (() => Promise<void> | void)[] = [() => beside.embeds.end()];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(options, beside, ends)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  options: HubOptions,
  { root, embeds: built, tell }: Beside,
  ends: (() => Promise<void> | void)[],
): Promise<Omit<Hub, 'close'>> {
  const { partner, embeds, app } = await takePorts(options.port, ends);
  if (options.fresh && (await isHubRunning(options.data))) {
    throw new HubError('data_in_use', `A hub is running on ${options.data}; end it before --fresh deletes its data.`);
  }
  const folder = openDataFolder(options.data, options.fresh);
  const port = (offset: number) => (options.port === 0 ? 0 : options.port + offset);

  const issuer = await startIssuer({
    dataDir: folder.path,
    port: port(3),
    allowedOrigins: [],
    people: people.map(({ handle, sections }) => ({ subject: subjectOf(handle), name: sections.identity.displayName })),
  });
  ends.push(() => issuer.close());
  const deployment = await startDeployment({
    functionsDir: join(root, 'convex'),
    dataDir: folder.path,
    port: port(1),
    sitePort: port(2),
    env: {
      GIGSY_PROFILE_URL: `${app.url}/people/{handle}`,
      ...passedOn(),
      CLERK_JWT_ISSUER_DOMAIN: issuer.url,
      GIGSY_CDN_URL: embeds.url,
      EMBED_SIGNING_KEYS: signingKeys(folder.path),
      GIGSY_CREDENTIAL_KEYS: credentialKeys(folder.path),
      GIGSY_VERIFICATION_SECRET: verificationSecret(folder.path),
      GIGSY_MESSAGE_OUTBOX: 'on',
      // Nobody can prove more on a hub for development.
      GIGSY_TRUST_LEVEL: 'email',
      GIGSY_IDENTITY_STANDIN: 'on',
      GIGSY_SANDBOX: 'on',
      GIGSY_SANDBOX_PORTRAIT: `${embeds.url}/people/ada.webp`,
      GIGSY_PHOTO_LOOPBACK: 'on',
      GIGSY_WEBHOOK_LOOPBACK: 'on',
    },
    log: () => undefined,
  });
  ends.push(() => deployment.close());

  const addresses: Addresses = {
    partner: partner.url,
    convex: deployment.url,
    site: deployment.siteUrl,
    issuer: issuer.url,
    cdn: embeds.url,
    app: app.url,
  };
  const token = async (subject: string) => issuer.token(subject);
  embeds.serve(cdn({ channel: join(root, 'dist', 'channel'), people: join(root, 'examples', 'hub', 'people') }));
  const doors = {
    addresses,
    token: (handle: string) => token(subjectOf(handle)),
    run: (path: string, args: object) => deployment.run(path, args),
  };
  if (folder.portraits === null) {
    tell(`adding ${people.length} made-up people`);
    await seed(doors);
    folder.markSeeded(embeds.url);
  }
  const { publishableKey, secretKey } = await organisationIn(folder.path, doors);
  const demoSource = await demoSourceIn(folder.path, doors);
  const college = createGigsyServer({ api: deployment.siteUrl, secretKey });
  await built.done;
  const { secret } = issuer;
  partner.serve(
    partnerSite({
      addresses,
      secret,
      token,
      publishableKey,
      viewerToken: async () =>
        (await college.sessions.mint({ viewer: { user: STUDENT.user }, handles: [MEMBERS_CARD] })).token,
      sources: join(root, 'examples', 'partner'),
      scripts: join(root, 'dist', 'examples', 'partner'),
    }),
  );
  app.serve(
    appSite({
      addresses,
      sources: join(root, 'examples', 'hub', 'app'),
      scripts: join(root, 'dist', 'examples', 'hub', 'app'),
      file: openAppFile(folder.path),
      demoSource,
      token,
    }),
  );
  writeHubFile(folder.path, { pid: process.pid, ...addresses, secret });
  ends.push(() => removeHubFile(folder.path, secret));
  return { addresses, secret };
}

/** Settings of the backend that a person who starts the hub may try; docs/channel.md explains them. */
function passedOn(): Record<string, string> {
  const names = [
    ...['GIGSY_PROFILE_URL', 'GIGSY_V1_DEPRECATED', 'GIGSY_V1_SUNSET', 'GIGSY_V1_DEPRECATION_LINK'],
    ...['GIGSY_GITHUB_URL', 'GIGSY_GITHUB_TOKEN'],
    ...['GIGSY_MESSAGE_URL', 'GIGSY_MESSAGE_KEY'],
    ...['GIGSY_OTLP_URL', 'GIGSY_OTLP_HEADERS', 'GIGSY_TRACE_RATE'],
    ...['GIGSY_CONTROLLER_NAME', 'GIGSY_CONTROLLER_CONTACT', 'GIGSY_JURISDICTION'],
  ];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Tries all six ports before any data is touched, and keeps those of the page, of the embeds and of the app. */
async function takePorts(
  first: number,
  ends: (() => Promise<void> | void)[],
): Promise<{ partner: Listener; embeds: Listener; app: Listener }> {
  const take = async (offset: number, what: string) => {
    const listener = await listen(first === 0 ? 0 : first + offset, what);
    ends.push(() => listener.close());
    return listener;
  };
  const partner = await take(0, 'the partner page');
  const embeds = await take(4, 'the embeds');
  const app = await take(5, 'the app');
  if (first !== 0) {
    for (const [offset, what] of [
      [1, 'the backend'],
      [2, "the backend's HTTP site"],
      [3, 'sign-in'],
    ] as const) {
      await (await listen(first + offset, what)).close();
    }
  }
  return { partner, embeds, app };
}
