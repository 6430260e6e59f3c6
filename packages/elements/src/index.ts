/** Classes and types. Importing this defines no tag: for that, import the `define` entry of an element. */
export * from './classes.generated.ts';
export type { Appearance } from './appearance/appearance.ts';
export { ClientElement, type ClientState } from './client/client-element.ts';
export {
  ProfileElement,
  type ProfileElementEventMap,
  type ProfileErrorEvent,
  type ProfileLoadEvent,
  type ProfileState,
} from './profile/profile-element.ts';
export type { EditEvent } from './profile/profile-strength/profile-strength.ts';
export { WritingElement, type SaveEvent } from './writing/writing-element.ts';
export type { EditorPhase, SaveStatus } from './writing/status.ts';
export { GigsyError, isGigsyError } from '@gigsy/sdk/resource-reader';
export type { ErrorCode, ProfileSource, ProfileView, ResourceSource, WatchObserver } from '@gigsy/sdk/reader';
