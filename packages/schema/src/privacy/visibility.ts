/**
 * The four visibilities and the four audiences, one scale: a field that is visible to an audience is visible to all
 * after it. Free of zod: pages load it.
 */

/**
 * Widest first. `public`: anyone on the web. `platform`: signed-in members. `restricted`: people the owner named.
 * `owner`: the owner alone.
 */
export const visibilities = ['public', 'platform', 'restricted', 'owner'] as const;
export type Visibility = (typeof visibilities)[number];

/** The audience of a projection, named after the narrowest visibility that it may see. */
export type Audience = Visibility;

/** Audiences that many people share. Their views are stored. */
export const sharedAudiences = ['public', 'platform'] as const satisfies readonly Audience[];
export type SharedAudience = (typeof sharedAudiences)[number];

export function narrowest(...given: Visibility[]): Visibility {
  return visibilities[Math.max(...given.map((visibility) => visibilities.indexOf(visibility)))] ?? 'owner';
}

/** True if `audience` may see a field with this `visibility`. */
export function maySee(audience: Audience, visibility: Visibility): boolean {
  return visibilities.indexOf(audience) >= visibilities.indexOf(visibility);
}
