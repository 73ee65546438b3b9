/** A secret in groups of four, as one can copy it by eye without losing the place. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** An SVG picture as the address of an image: it is shown, and can do nothing else. */
export function pictureAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
