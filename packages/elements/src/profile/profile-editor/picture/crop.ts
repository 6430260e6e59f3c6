/** The square part of a picture that is kept: pure geometry, in pixels of the picture. */

export interface Crop {
  readonly width: number;
  readonly height: number;
  /** 1: the largest square that fits. */
  readonly zoom: number;
  /** The middle of the part. */
  readonly x: number;
  readonly y: number;
}

/** A part has at least so many pixels a side, where the picture has them. */
const LEAST_SIDE = 64;
const MOST_ZOOM = 8;

/** The largest square in the middle. */
export function largest(width: number, height: number): Crop {
  return { width, height, zoom: 1, x: width / 2, y: height / 2 };
}

export function sideOf({ width, height, zoom }: Crop): number {
  return Math.min(width, height) / zoom;
}

export function mostZoom({ width, height }: Crop): number {
  return Math.max(1, Math.min(MOST_ZOOM, Math.min(width, height) / LEAST_SIDE));
}

/** The part moved by pixels of the picture, as far as the picture goes. */
export function moved(crop: Crop, right: number, down: number): Crop {
  return within({ ...crop, x: crop.x + right, y: crop.y + down });
}

/** About the same middle, as far as the picture goes. */
export function zoomed(crop: Crop, zoom: number): Crop {
  return within({ ...crop, zoom: Math.max(1, Math.min(mostZoom(crop), zoom)) });
}

/** The part's left and top edges. */
export function cornerOf(crop: Crop): readonly [left: number, top: number] {
  const half = sideOf(crop) / 2;
  return [crop.x - half, crop.y - half];
}

/** The place of the part among all that it could have, from 0 to 1; half where there is only one. */
export function placeOf(crop: Crop): readonly [across: number, down: number] {
  const side = sideOf(crop);
  const [left, top] = cornerOf(crop);
  const share = (start: number, whole: number) => (whole - side < 1e-6 ? 0.5 : start / (whole - side));
  return [share(left, crop.width), share(top, crop.height)];
}

function within(crop: Crop): Crop {
  const half = sideOf(crop) / 2;
  const inside = (middle: number, whole: number) => Math.max(half, Math.min(whole - half, middle));
  return { ...crop, x: inside(crop.x, crop.width), y: inside(crop.y, crop.height) };
}
