import {
  findInstrument,
  IKM_INSTRUMENTS,
  type IkmInstrument,
  type InstrumentId,
} from '#domain/ikm/instruments';

/** Which header is which unsur. */
export interface UnsurColumns {
  /** Number of the unsur (1–14) per column of the header; columns without one are absent. */
  readonly numberByColumn: ReadonlyMap<number, number>;
  /** The instrument whose names were used; null when no column was told by its name. */
  readonly instrument: InstrumentId | null;
  readonly warnings: readonly string[];
}

/** Words that questionnaires add or leave out without changing which unsur is meant. */
const FILLER =
  /\b(?:pelayanan|layanan|petugas|pelaksana|dan|nilai|unsur|jenis|mendapatkan|penyelesaian|spesifikasi|kualitas)\b/g;

/** Short names in use beside those of the regulations, by the full one. */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Biaya/tarif': ['Biaya', 'Tarif', 'Biaya atau tarif'],
  'Sistem, mekanisme, dan prosedur': [
    'Prosedur',
    'Sistem',
    'Mekanisme',
    'Mekanisme dan prosedur',
    'Sistem dan prosedur',
  ],
  'Produk spesifikasi jenis pelayanan': ['Produk', 'Produk layanan', 'Hasil pelayanan'],
  'Penanganan pengaduan, saran, dan masukan': [
    'Penanganan pengaduan',
    'Pengaduan',
    'Pengaduan, saran dan masukan',
  ],
  'Sarana dan prasarana': ['Sarana', 'Prasarana'],
  'Kesopanan dan keramahan petugas': ['Kesopanan', 'Keramahan'],
  'Waktu pelayanan': ['Waktu'],
  'Waktu penyelesaian': ['Waktu'],
};

function nameKey(text: string): string {
  return text
    .toLowerCase()
    .replace(FILLER, ' ')
    .replace(/[^a-z0-9]+/g, '');
}

function numbersByName(instrument: IkmInstrument): Map<string, number> {
  const numbers = new Map<string, number>();
  instrument.unsur.forEach(({ name }, index) => {
    for (const spelling of [name, ...(SHORT_NAMES[name] ?? [])]) {
      const key = nameKey(spelling);
      if (key !== '') numbers.set(key, index + 1);
    }
  });
  return numbers;
}

const NAMES: ReadonlyMap<InstrumentId, ReadonlyMap<string, number>> = new Map(
  IKM_INSTRUMENTS.map((instrument) => [instrument.id, numbersByName(instrument)]),
);

interface Labelled {
  readonly column: number;
  readonly header: string;
  readonly number: number | null;
  readonly key: string;
}

function labelled(header: string, column: number): Labelled {
  const last = header.split('\n').at(-1)?.trim() ?? '';
  const match = /^(?:u|unsur)\s*[-_.]?\s*0?(\d{1,2})(?!\d)[\s).:_-]*(.*)$/i.exec(last);
  return {
    column,
    header: last,
    number: match === null ? null : Number(match[1]),
    key: nameKey(match === null ? last : (match[2] ?? '')),
  };
}

/**
 * Finds the unsur among the headers, by name where there is one, else by number.
 *
 * Names mean different numbers in each regulation (Prosedur is U1 of 2004 and U2 of 2017), and many
 * questionnaires swap U8 and U9 of 2017: so a name always decides over a number, and numbers alone give a
 * warning.
 * @param given instrument said by the mapping; without it the one whose names fit most headers
 */
export function findUnsurColumns(header: readonly string[], given: string | null): UnsurColumns {
  const columns = header.map(labelled);
  const instrument = chosenInstrument(columns, given);
  const names = instrument === null ? undefined : NAMES.get(instrument);
  const numberByColumn = new Map<number, number>();
  const warnings: string[] = [];
  let byName = false;
  for (const { column, header: text, number, key } of columns) {
    const named = key === '' ? undefined : names?.get(key);
    if (named !== undefined) {
      numberByColumn.set(column, named);
      byName = true;
      if (number !== null && number !== named) {
        warnings.push(`Kolom “${text}” dibaca sebagai u${named} menurut namanya, bukan menurut nomornya.`);
      }
    } else if (number !== null && number >= 1) numberByColumn.set(column, number);
  }
  const numbers = new Set(numberByColumn.values());
  if (!byName && numbers.has(8) && numbers.has(9) && !numbers.has(10)) {
    warnings.push(
      'Kolom unsur hanya bernomor: u8 dibaca sebagai penanganan pengaduan dan u9 sebagai sarana dan prasarana ' +
        '(PermenPANRB 14/2017). Banyak kuesioner menukar keduanya; periksa kuesioner Anda.',
    );
  }
  return { numberByColumn, instrument: byName ? instrument : null, warnings };
}

function chosenInstrument(columns: readonly Labelled[], given: string | null): InstrumentId | null {
  if (given !== null) return findInstrument(given)?.id ?? null;
  let best: InstrumentId | null = null;
  let most = 1;
  // The newest first, so that it wins where two fit equally.
  for (const { id } of [...IKM_INSTRUMENTS].reverse()) {
    const names = NAMES.get(id);
    const count = new Set(columns.map(({ key }) => names?.get(key)).filter((number) => number !== undefined))
      .size;
    if (count > most) {
      best = id;
      most = count;
    }
  }
  return best;
}
