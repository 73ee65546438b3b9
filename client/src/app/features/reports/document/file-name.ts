/** The file name of a `Content-Disposition`: the exact one where it is given, else the plain one. */
export function nameIn(header: string | null): string | null {
  const exact = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (exact !== undefined) return decodeURIComponent(exact);
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1] ?? null;
}
