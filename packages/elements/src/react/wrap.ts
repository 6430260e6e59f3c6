/** One way for all elements that show a profile into React: properties are props, events are `onLoad` and `onError`. */
import * as React from 'react';
import { type EventName, type ReactWebComponent, createComponent } from '@lit/react';
import type { ProfileElement, ProfileErrorEvent, ProfileLoadEvent } from '../profile/profile-element.ts';

/** The props that listen, with the events they listen to. */
export type ProfileEvents = { onLoad: EventName<ProfileLoadEvent>; onError: EventName<ProfileErrorEvent> };

const events: ProfileEvents = {
  onLoad: 'gigsy-load' as EventName<ProfileLoadEvent>,
  onError: 'gigsy-error' as EventName<ProfileErrorEvent>,
};

/**
 * A React component for a tag that its `define` module has defined. Callers name `E`: to infer it the compiler compares whole
 * elements with one another, which is nineteen in twenty of all types that it makes.
 */
export function wrap<E extends ProfileElement>(
  tagName: string,
  elementClass: new () => E,
): ReactWebComponent<E, ProfileEvents> {
  return createComponent<E, ProfileEvents>({ react: React, tagName, elementClass, events });
}
