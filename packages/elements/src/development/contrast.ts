/** Contrast of colours as a browser computes them, by WCAG 2.2 ("contrast ratio", "relative luminance"). */

/** 1 to 21 between `text` and `surface`, any CSS colours without transparency; undefined where there is no canvas. */
export function contrastRatio(text: string, surface: string): number | undefined {
  const [a, b] = [luminance(text), luminance(surface)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** 0 to 1. The canvas turns every notation, such as oklch(), into sRGB bytes. */
function luminance(colour: string): number | undefined {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
