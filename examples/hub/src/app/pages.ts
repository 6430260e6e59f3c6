/** The pages of the app. A further page is its template in `examples/hub/app/pages/` and a line here. */
import { receiveAccount, showAccount } from './account.ts';
import { showConsent, showImports } from './consents.ts';
import { receiveData, showData } from './data.ts';
import { receiveDemoSources, showDemoSources } from './demo-sources.ts';
import { showEndorse, showEndorsements } from './endorsements.ts';
import { showHome, showSignIn } from './home.ts';
import { showMe } from './me.ts';
import { showDecisions, showModeration } from './moderation.ts';
import { showOperations } from './operations.ts';
import { showPerson } from './person-page.ts';
import { showOwnPortfolio, showPortfolio } from './portfolio-page.ts';
import { showPrivacy, showPrivacyMatrix } from './privacy.ts';
import { giveResume } from './resume.ts';
import { receiveSignUp, showSignUp } from './sign-up.ts';
import { showTrust } from './trust.ts';
import { type Answer, NOT_FOUND, type Visit } from './visit.ts';

export interface Page {
  /** `{handle}` stands for one segment. */
  path: string;
  /** The name of its template, of its word in the texts (`<name>.title`) and of its script, if it has one. */
  name: string;
  /** The visitors who may see it; others are asked to sign in. Everybody unless given. */
  for?: 'people' | 'moderators' | 'operators';
  /** Its elements read as the signed-in person; as the public unless given. */
  reads?: 'person';
  /** The place of its link in the navigation. */
  navigation?: 'main';
  /** True if `examples/hub/app/src/<name>.page.ts` belongs to it. */
  script?: true;
  show(visit: Visit): Promise<Answer> | Answer;
  /** Takes the form that the page holds. */
  receive?(visit: Visit): Promise<Answer>;
}

export const pages: readonly Page[] = [
  { path: '/', name: 'home', show: showHome },
  { path: '/sign-up', name: 'sign-up', show: showSignUp, receive: receiveSignUp },
  { path: '/people/{handle}', name: 'person', reads: 'person', script: true, show: showPerson },
  {
    path: '/people/{handle}/portfolio',
    name: 'portfolio',
    reads: 'person',
    script: true,
    show: showPortfolio,
  },
  { path: '/me', name: 'me', for: 'people', navigation: 'main', script: true, show: showMe },
  {
    path: '/me/portfolio',
    name: 'portfolio-editor',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showOwnPortfolio,
  },
  {
    path: '/me/privacy',
    name: 'privacy',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showPrivacy,
  },
  { path: '/privacy', name: 'privacy-matrix', script: true, show: showPrivacyMatrix },
  {
    path: '/me/contacts',
    name: 'contacts',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showPrivacy,
  },
  {
    path: '/me/verifications',
    name: 'verifications',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showTrust,
  },
  {
    path: '/me/reviews',
    name: 'reviews',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showTrust,
  },
  {
    path: '/me/reputation',
    name: 'reputation',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showTrust,
  },
  {
    path: '/me/endorsements',
    name: 'endorsements',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showEndorsements,
  },
  { path: '/endorse', name: 'endorse', for: 'people', script: true, show: showEndorse },
  {
    path: '/me/decisions',
    name: 'decisions',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showDecisions,
  },
  {
    path: '/me/imports',
    name: 'imports',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showImports,
  },
  { path: '/consent', name: 'consent', for: 'people', script: true, show: showConsent },
  {
    path: '/me/data',
    name: 'data',
    for: 'people',
    navigation: 'main',
    script: true,
    show: showData,
    receive: receiveData,
  },
  {
    path: '/me/account',
    name: 'account',
    for: 'people',
    navigation: 'main',
    show: showAccount,
    receive: receiveAccount,
  },
  { path: '/me/resume.json', name: 'resume', for: 'people', show: giveResume },
  {
    path: '/demo/sources',
    name: 'demo-sources',
    for: 'people',
    navigation: 'main',
    show: showDemoSources,
    receive: receiveDemoSources,
  },
  {
    path: '/moderation',
    name: 'moderation',
    for: 'moderators',
    navigation: 'main',
    script: true,
    show: showModeration,
  },
  {
    path: '/operations/cutover',
    name: 'operations-cutover',
    for: 'operators',
    navigation: 'main',
    script: true,
    show: showOperations,
  },
  {
    path: '/operations/events',
    name: 'operations-events',
    for: 'operators',
    navigation: 'main',
    script: true,
    show: showOperations,
  },
  {
    path: '/operations/baselines',
    name: 'operations-baselines',
    for: 'operators',
    navigation: 'main',
    script: true,
    show: showOperations,
  },
];

/** Shown in place of a page: nothing is there, or only for others. */
export const notFound: Page = { path: '', name: 'not-found', show: () => NOT_FOUND };
export const signInFirst: Page = { path: '', name: 'sign-in', show: showSignIn };
