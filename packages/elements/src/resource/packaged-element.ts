/** The base of elements that come from the package alone: the embed build has no room for what its card does not need. */
import { ResourceElement } from './resource-element.ts';

export abstract class PackagedResourceElement<Value extends object> extends ResourceElement<Value> {}
