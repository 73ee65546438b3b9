/** Where people land who named no page, or one that is not ours. */
export const HOME = '/';
const LONGEST = 1_000;
/** Any origin that is not a real one: a path that leaves it leads elsewhere. */
const HERE = 'https://pandu.invalid';

/**
 * The page to open after signing in: a path of this very site, else the first page. Refuses whatever a browser could
 * read as another site (`//evil`, `/\evil`, a scheme), control characters, and addresses of the API.
 */
export function safeTarget(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > LONGEST || !/^\/(?![/\\])/.test(wanted)) return HOME;
  // A browser drops tabs and line feeds, and reads a backslash as a slash.
  if (/[\\\u0000-\u001f\u007f]/.test(wanted) || !URL.canParse(wanted, HERE)) return HOME;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//') || /^\/api(\/|$)/i.test(url.pathname)) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
