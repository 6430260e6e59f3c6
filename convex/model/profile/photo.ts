/** Addresses of pictures on this deployment: which audience's view gives one out, and the token that it ends with. */
import { type OwnPhoto, routes } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { ViewAudience } from '../privacy/readModel.js';

const PATH = routes.profile.photo.path;

export function photoPath(audience: ViewAudience, token: string): string {
  return `${PATH}${audience}/${token}`;
}

export function isPhotoPath(address: string): boolean {
  return address.startsWith(PATH);
}

/** The audience and token in a path under the route. Undefined where there can be no picture. */
export function photoAt(pathname: string): { audience: ViewAudience; token: string } | undefined {
  const [, audience, token] = /^(public|platform|owner)\/([0-9a-f]{32})$/.exec(pathname.slice(PATH.length)) ?? [];
  return token === undefined ? undefined : { audience: audience as ViewAudience, token };
}

/** For the owner. */
export function photoShown({ state, fault }: Doc<'profilePhotos'>): OwnPhoto {
  return { state, ...(fault && { fault }) };
}
