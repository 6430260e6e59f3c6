/** One way for all elements into React: properties are props, events are props such as `onLoad`. */
import * as React from 'react';
import { type EventName, type ReactWebComponent, createComponent } from '@lit/react';
import type { EventOf } from '../event-of.ts';

/** The props that listen, with the events they listen to. */
export type Listeners<E, Events extends Record<string, keyof HTMLElementEventMap>> = {
  [Prop in keyof Events]: EventName<EventOf<E, Events[Prop]>>;
};

/**
 * A React component for a tag that its `define` module has defined. Callers name `E`: to infer it the compiler compares whole
 * elements with one another, which is nineteen in twenty of all types that it makes.
 */
export function wrap<E extends HTMLElement, Events extends Record<string, keyof HTMLElementEventMap>>(
  tagName: string,
  elementClass: new () => E,
  events: Events,
): ReactWebComponent<E, Listeners<E, Events>> {
  return createComponent<E, Listeners<E, Events>>({
    react: React,
    tagName,
    elementClass,
    events: events as unknown as Listeners<E, Events>,
  });
}
