/** Classes and types. Importing this defines no tag: for that, import the `define` entry of an element. */
export { GigsyProfileCard } from './profile/profile-card/profile-card.ts';
export { GigsySkillMatrix } from './profile/skill-matrix/skill-matrix.ts';
export { GigsyProfileHeader } from './profile/profile-header/profile-header.ts';
export { GigsyAboutSection } from './profile/about-section/about-section.ts';
export { GigsyExperienceList } from './profile/experience-list/experience-list.ts';
export { GigsyEducationList } from './profile/education-list/education-list.ts';
export { GigsyLanguageList } from './profile/language-list/language-list.ts';
export { GigsyProfileForm } from './profile/profile-form/profile-form.ts';
export { GigsyProvider } from './provider/provider.ts';
export type { Appearance } from './appearance/appearance.ts';
export {
  ProfileElement,
  type ProfileElementEventMap,
  type ProfileErrorEvent,
  type ProfileLoadEvent,
  type ProfileState,
} from './profile/profile-element.ts';
export { WritingElement, type SaveEvent } from './writing/writing-element.ts';
export type { EditorPhase, SaveStatus } from './writing/status.ts';
export { GigsyError, isGigsyError } from '@gigsy/sdk/reader';
export type { ErrorCode, ProfileSource, ProfileView, WatchObserver } from '@gigsy/sdk/reader';
