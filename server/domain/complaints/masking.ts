/**
 * Personal data of reporters as they stand on screens, in answers and in print until someone opens them with a reason:
 * enough to tell two reporters apart, not enough to know or reach either (UU 27/2022 tentang Pelindungan Data Pribadi,
 * pasal 16; Perpres 76/2013: the reporter's identity is kept secret).
 */

const DOT = '•';
/** Always three, so that the length of a name does not show. */
const HIDDEN = DOT.repeat(3);

/** `Siti Aminah` is `S••• A•••`: the first letter of each word; empty parts are left out. */
export function maskName(name: string): string {
  return wordsOf(name)
    .map((word) => `${firstCharacter(word)}${HIDDEN}`)
    .join(' ');
}

/**
 * A telephone or WhatsApp number keeps its first 4 and last 2 characters (`0812•••34`), an e-mail address its first
 * letter and its domain (`s•••@contoh.id`); anything else, such as a name on social media, keeps its first letter.
 */
export function maskContact(contact: string): string {
  const text = contact.trim();
  if (text === '') return '';
  const at = text.lastIndexOf('@');
  if (at > 0) return `${firstCharacter(text)}${HIDDEN}${text.slice(at)}`;
  const digits = text.replace(/\D/g, '');
  if (digits.length >= SHORTEST_NUMBER && /^[+\d\s().-]+$/.test(text)) return maskNumber(text);
  return `${firstCharacter(text)}${HIDDEN}`;
}

/** The last 4 digits of an identity number: `••••••••••••0001`; a value too short to hide anything keeps none. */
export function maskNik(nik: string): string {
  const digits = nik.replace(/\D/g, '');
  return digits.length <= 8 ? HIDDEN : DOT.repeat(digits.length - 4) + digits.slice(-4);
}

/** Fewest digits that are taken for a telephone number; shorter ones are amounts, years, house numbers. */
const SHORTEST_NUMBER = 8;

/** `nama@contoh.id`; bounded, so that a long text of one word is read in one pass. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

/** A run of digits with at most two separators between two of them, as numbers of telephones and NIK are written. */
const DIGIT_RUN = /\+?\(?\d(?:[ ().\-\u00a0\u2010-\u2013]{0,2}\d){7,}/g;

/** Beginnings of Indonesian telephone numbers: +62, 62 or 0, then an area or operator code. */
const TELEPHONE = /^(?:62|0)[1-9]\d{6,12}$/;

/**
 * Free text with every telephone number, e-mail address and 16-digit identity number masked. Dates, amounts and
 * numbers of letters stay: a run of digits counts as a telephone number when it begins with 0, 62 or +62 and has 9 to
 * 15 digits, and as an identity number (NIK, nomor KK) when it has 16.
 */
export function maskText(text: string): string {
  return text.replace(EMAIL, (found) => maskContact(found)).replace(DIGIT_RUN, maskRun);
}

function maskRun(run: string): string {
  const digits = run.replace(/\D/g, '');
  if (digits.length === 16) return maskNik(digits);
  if (TELEPHONE.test(digits)) return maskNumber(run);
  // Two numbers that stand side by side are one run: better too much hidden than one of them shown.
  if (digits.length > 16) return maskNik(digits);
  return run;
}

function maskNumber(text: string): string {
  const compact = text.trim().replace(/[^\d+]/g, '');
  return `${compact.slice(0, 4)}${HIDDEN}${compact.slice(-2)}`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** The first letter as people see it: with its accents, never half a character. */
function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x2022);
}
