/** Who wrote the complaints of the demo: invented people that nobody can be reached at. */
import { randomStream } from './random-stream.ts';

/** The fields of a reporter, as an import of complaints has them; null: not given. */
export interface DemoReporter {
  readonly reporterName: string | null;
  readonly reporterContact: string | null;
  readonly reporterNik: string | null;
  readonly confidential: boolean;
}

const FIRST = ['Contoh', 'Warga', 'Pelapor', 'Pemohon', 'Penduduk', 'Tetangga', 'Pedagang', 'Petani'];
const SECOND = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan', 'Sepuluh'];

const NOBODY: DemoReporter = {
  reporterName: null,
  reporterContact: null,
  reporterNik: null,
  confidential: false,
};

/**
 * The reporter of a complaint, always the same for its unit and number. One in six is anonymous, one in ten asked not
 * to be named to the unit. Names are words, 0810 is no prefix of any operator, `.example` is reserved (RFC 2606), and no
 * area has the code 00.
 */
export function demoReporter(seed: string, unit: string, number: string): DemoReporter {
  const random = randomStream(seed, 'reporter', unit, number);
  if (random.next() < 1 / 6) return NOBODY;
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random.next() * 10)).join('');
  const first = random.oneOf(FIRST);
  const second = random.oneOf(SECOND);
  const phone = `0810-0000-${digits(4)}`;
  const email = `${first}.${second}@contoh.example`.toLowerCase();
  return {
    reporterName: `${first} ${second}`,
    reporterContact: random.next() < 0.75 ? phone : email,
    reporterNik: random.next() < 0.3 ? `00${digits(14)}` : null,
    confidential: random.next() < 0.1,
  };
}
