/** The base of elements of trust that come from the package: the embed build has no room for what its card does not need. */
import { TrustElement } from './trust-element.ts';

export abstract class PackagedTrustElement extends TrustElement {}
