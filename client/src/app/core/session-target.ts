/** Any origin will do: it only shows whether an address would leave it. */
const HERE = 'https://pandu.invalid';

/**
 * The address to go to after signing in: `wanted` when it is a path of this application, else the home page. Addresses
 * that only look like a path (`//other.example`, `/\other.example`, one with a hidden tab) are refused.
 */
export function safeTarget(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/') || wanted.includes('\\')) return '/';
  try {
    const { origin, pathname, search } = new URL(wanted, HERE);
    return origin === HERE && !pathname.startsWith('//') && pathname !== '/masuk'
      ? `${pathname}${search}`
      : '/';
  } catch {
    return '/';
  }
}
