/** Classes and types. Importing this defines no tag: for that, import the `define` entry of an element. */
export { GigsyProfileCard } from './profile/profile-card/profile-card.ts';
export { GigsySkillMatrix } from './profile/skill-matrix/skill-matrix.ts';
export { GigsyProfileHeader } from './profile/profile-header/profile-header.ts';
export { GigsyAboutSection } from './profile/about-section/about-section.ts';
export { GigsyExperienceList } from './profile/experience-list/experience-list.ts';
export { GigsyEducationList } from './profile/education-list/education-list.ts';
export { GigsyLanguageList } from './profile/language-list/language-list.ts';
export { GigsyProvider } from './provider/provider.ts';
export type { Appearance } from './appearance/appearance.ts';
export {
  ProfileElement,
  type ProfileElementEventMap,
  type ProfileErrorEvent,
  type ProfileLoadEvent,
  type ProfileState,
} from './profile/profile-element.ts';
export { GigsyError, isGigsyError } from '@gigsy/sdk/reader';
export type { ErrorCode, ProfileSource, ProfileView, ResourceSource, WatchObserver } from '@gigsy/sdk/reader';
