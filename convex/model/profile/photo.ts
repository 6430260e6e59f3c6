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

const UPLOADS = routes.profile.upload.path;

export function uploadAddress(token: string): string {
  return `${process.env.CONVEX_SITE_URL}${UPLOADS}${token}`;
}

/** The token in a path under the route. Undefined where nobody can wait for a picture. */
export function uploadAt(pathname: string): string | undefined {
  return /^[0-9a-f]{32}$/.exec(pathname.slice(UPLOADS.length))?.[0];
}

/** For the owner. */
/** True for a picture that its owner uploaded. Others come from an address, or from the identity provider. */
export function isUploaded(photo: Doc<'profilePhotos'> | null): boolean {
  return photo?.state === 'stored' && photo.source === undefined && photo.provided === undefined;
}

export function photoShown({ state, fault, tokens }: Doc<'profilePhotos'>): OwnPhoto {
  const address = `${process.env.CONVEX_SITE_URL}${photoPath('owner', tokens.owner)}`;
  return { state, ...(fault && { fault }), ...(state === 'stored' && { address }) };
}
