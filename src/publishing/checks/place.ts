const width = 15

/** The words around a finding, for showing a person where it is. */
export function around(text: string, start: number, length: number): string {
  return text
    .slice(Math.max(0, start - width), start + length + width)
    .replaceAll('\n', ' ')
    .trim()
}
