/** The base of elements that show a profile: its handle, and the sections that are asked for. */
import type { PropertyDeclarations } from 'lit';
import type { ProfileSource, ProfileView, ResourceSource } from '@gigsy/sdk/reader';
import type { Resource, ResourceErrorEvent, ResourceState } from '../resource/resource.ts';
import { ResourceElement } from '../resource/resource-element.ts';

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
  static override properties: PropertyDeclarations = { profile: { attribute: false } };

  /** The sections that the element shows: it asks for no others. */
  static sections: readonly ProfileSection[] = [];

  /** A profile from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare profile?: ProfileView | null;
  /** Where to read profiles instead of `api`. */
  declare source?: ProfileSource | ResourceSource;

  /** Renders a profile. Its values are untrusted. */
  protected abstract renderProfile(profile: ProfileView): unknown;

  protected override get provided(): ProfileView | null | undefined {
    return this.profile;
  }

  protected override detail(profile: ProfileView | null): object {
    return { profile };
  }

  protected override renderValue(profile: ProfileView): unknown {
    return this.renderProfile(profile);
  }

  protected override askFor(handle: string): Resource {
    const { sections } = this.constructor as typeof ProfileElement;
    return ['profile.get', { handle, sections: [...sections] }];
  }

  protected override callOf(
    source: ProfileSource | ResourceSource,
    resource: Resource,
  ): [method: string, asked: unknown[]] {
    return 'read' in source ? ['read', resource] : ['get', [resource[1].handle]];
  }
}

declare global {
  interface HTMLElementEventMap {
    'gigsy-load': ProfileLoadEvent;
    'gigsy-error': ProfileErrorEvent;
  }
}
