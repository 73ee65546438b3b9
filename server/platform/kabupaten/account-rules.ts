import { seesWholeKabupaten, type Role } from '#domain/permissions';
import { isGuessablePassword } from '../auth/guessable-passwords.ts';

/**
 * Shortest password, in characters. Length counts, not composition (OWASP ASVS 5.0, 6.2.1 and 6.2.5): a few words are
 * easier to keep in mind and harder to guess than one word with signs.
 */
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;
const FEWEST_DIFFERENT = 5;

/** Why a password is not accepted, as an Indonesian sentence; null when it is. */
export function passwordFault(password: string, username: string): string | null {
  const lower = password.toLowerCase();
  const characters = Array.from(password).length;
  if (characters < SHORTEST_PASSWORD)
    return `Sandi paling sedikit ${SHORTEST_PASSWORD} karakter; beberapa kata berturut-turut mudah diingat.`;
  if (characters > LONGEST_PASSWORD) return `Sandi paling banyak ${LONGEST_PASSWORD} karakter.`;
  if (new Set(lower).size < FEWEST_DIFFERENT) return 'Sandi terlalu sedikit ragam hurufnya.';
  // Telephone numbers, NIK, NIP and birthdays: others know them.
  if (/^\d+$/.test(password)) return 'Sandi tidak boleh hanya angka.';
  if (username.length > 2 && lower.includes(username.toLowerCase()))
    return 'Sandi tidak boleh memuat nama pengguna.';
  if (isGuessablePassword(password)) return 'Sandi itu mudah ditebak; pilih yang lain.';
  return null;
}

/** Lower-case letters, digits, dot, underscore, hyphen; 2 to 64 characters. */
export function usernameFault(username: string): string | null {
  return /^[a-z0-9][a-z0-9._-]{1,63}$/.test(username)
    ? null
    : `Nama pengguna "${username}" tidak dapat dipakai: gunakan huruf kecil, angka, titik, garis bawah, atau tanda hubung (2–64 karakter).`;
}

/** What of kabupaten and unit a role is held for. */
export function reachOf(role: Role): 'kabupaten' | 'unit' | 'kabupaten-or-all' | 'nobody' {
  if (role === 'publik') return 'nobody';
  if (role === 'admin') return 'kabupaten-or-all';
  return seesWholeKabupaten(role) || role === 'forcasi' ? 'kabupaten' : 'unit';
}
