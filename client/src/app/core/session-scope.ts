import type { SessionUser } from '#contract/session';
import { can, seesWholeKabupaten } from '#domain/permissions';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;
type Held = Pick<SessionUser['post'], 'title' | 'capacity'>;

/** "Camat Sebulu", "Plt. Camat Sebulu", and for an ajudan "membaca untuk Camat Sebulu". */
export function postName(post: Held, t: Words): string {
  return t(`capacity.${post.capacity}`, { post: post.title });
}

/**
 * "Anda melihat data: …": whose figures the active post shows, and as whom, in one sentence; `short` leaves out what a
 * phone has no room for.
 */
export function scopeSentence(
  user: SessionUser,
  t: Words,
): { readonly long: string; readonly short: string } {
  const place = placeOf(user);
  const reads = user.post.capacity === 'ajudan';
  const values = (form: 'long' | 'short') => ({
    place: t(`scope.${place}${form === 'short' ? 'Short' : ''}`, {
      unit: user.unit?.name ?? '',
      kabupaten: user.kabupaten?.name ?? '',
    }),
    post: reads ? user.post.title : postName(user.post, t),
  });
  return {
    long: t(reads ? 'status.scopeReading' : 'status.scope', values('long')),
    short: t(reads ? 'status.scopeReadingShort' : 'status.scopeShort', values('short')),
  };
}

/** What the post shows: nothing yet, one kecamatan, another unit, the whole kabupaten, or no figures at all. */
function placeOf(
  user: SessionUser,
): 'locked' | 'kecamatan' | 'unit' | 'kabupaten' | 'settings' | 'platform' | 'shared' | 'none' {
  if (user.lacksSecondFactor) return 'locked';
  if (user.role === 'forcasi') return 'shared';
  if (user.kabupaten === null) return user.role === 'admin' ? 'platform' : 'none';
  if (!can(user.role, 'measures:read') && can(user.role, 'users:manage')) return 'settings';
  if (seesWholeKabupaten(user.role)) return 'kabupaten';
  if (user.unit === null) return 'none';
  return user.role === 'camat' ? 'kecamatan' : 'unit';
}
