/** The base of elements that show a profile: its handle, and the sections that are asked for. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { ProfileSource, ProfileView, ResourceSource } from '@gigsy/sdk/reader';
import { HANDLE } from '@gigsy/sdk/resource-reader';
import {
  type Resource,
  ResourceElement,
  type ResourceErrorEvent,
  type ResourceState,
} from '../resource/resource-element.ts';
import { text } from './untrusted.ts';

export type ProfileState = ResourceState;

/**
 * A profile arrived, again with each live change; null when there is none for this viewer. It holds the sections that
 * the element shows, and any others that a host's source gives. Does not bubble.
 */
export type ProfileLoadEvent = CustomEvent<{ profile: ProfileView | null }>;
export type ProfileErrorEvent = ResourceErrorEvent;

export type ProfileElementEventMap = Pick<HTMLElementEventMap, 'gigsy-load' | 'gigsy-error'>;

/** A section of a profile, by its name in the contract. */
export type ProfileSection = Exclude<keyof ProfileView, 'handle' | 'role'>;

/** @event {CustomEvent<{ profile: ProfileView | null }>} gigsy-load - A profile arrived, again with each live change. */
export abstract class ProfileElement extends ResourceElement<ProfileView, ProfileSource | ResourceSource> {
  static override properties: PropertyDeclarations = {
    handle: {},
    profile: { attribute: false },
    source: { attribute: false },
  };

  protected static override asking: string[] = [...ResourceElement.asking, 'handle', 'profile'];

  /** The sections that the element shows: it asks for no others. */
  static sections: readonly ProfileSection[] = [];

  /** The handle of the profile to show. */
  declare handle?: string;
  /** A profile from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare profile?: ProfileView | null;
  /** Where to read profiles instead of `api`. */
  declare source?: ProfileSource | ResourceSource;

  /** Renders a profile. Its values are untrusted. */
  protected abstract renderProfile(profile: ProfileView): unknown;

  protected override get provided(): ProfileView | null | undefined {
    return this.profile;
  }

  protected override get subject(): string {
    return text(this.handle);
  }

  protected override detail(profile: ProfileView | null): object {
    return { profile };
  }

  protected override renderValue(profile: ProfileView): unknown {
    return this.renderProfile(profile);
  }

  protected override resource(
    origin: ProfileSource | ResourceSource | string | undefined,
    signal?: AbortSignal,
  ): Resource | undefined | Promise<Resource> {
    const { handle } = this;
    const { sections } = this.constructor as typeof ProfileElement;
    const asked = (name: string): Resource => ['profile.get', { handle: name, sections: [...sections] }];
    if (!handle) return undefined;
    return origin && HANDLE.test(handle)
      ? asked(handle)
      : import('./whom.ts').then(({ whom }) => asked(whom(handle, origin, signal)));
  }

  protected override callOf(
    source: ProfileSource | ResourceSource,
    resource: Resource,
  ): [method: string, asked: unknown[]] {
    return 'read' in source ? super.callOf(source, resource) : ['get', [resource[1].handle]];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A server's content belongs to one person.
    if (changed.get('handle')) this.served = this.handed = undefined;
    super.willUpdate(changed);
  }
}

declare global {
  interface HTMLElementEventMap {
    'gigsy-load': ProfileLoadEvent;
    'gigsy-error': ProfileErrorEvent;
  }
}
