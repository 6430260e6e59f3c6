/** The length of a text as limits count it: in Unicode code points, as JSON Schema's `maxLength` does. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
