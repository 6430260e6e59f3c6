/** The types of events, where elements that dispatch one of the same name tell different things in it. Types alone. */
import type { PortfolioLoadEvent } from './portfolio/portfolio-element.ts';

/** The event `Name` as the element `E` dispatches it: one that shows a portfolio tells of that. */
export type EventOf<E, Name extends keyof HTMLElementEventMap> = Name extends 'gigsy-load'
  ? E extends { portfolio?: unknown }
    ? PortfolioLoadEvent
    : HTMLElementEventMap[Name]
  : HTMLElementEventMap[Name];
