/**
 * The instruments of the satisfaction survey (SKM), each with the unsur, weights and
 * bands of its own regulation, so that a score keeps the meaning it was published with.
 */
import type { IsoDate } from '../period/civil-date.ts';
import type { Ratio } from '../statistics/round.ts';

export type InstrumentId = 'kep-25-2004' | 'permenpanrb-16-2014' | 'permenpanrb-14-2017';

export type IkmGrade = 'A' | 'B' | 'C' | 'D';

export interface Unsur {
  /** U1, U2, … in the order of the regulation. */
  readonly code: string;
  readonly name: string;
}

export interface IkmBand {
  readonly grade: IkmGrade;
  /** Lowest score of the band, in hundredths of a point. */
  readonly fromHundredths: number;
  /** The band as the regulation prints it, on the scale 25–100. */
  readonly printed: string;
  readonly label: string;
}

export interface IkmInstrument {
  readonly id: InstrumentId;
  readonly name: string;
  readonly legalBasis: string;
  /** First and last day on which surveys were ordered by it; null = still in force. */
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly unsur: readonly Unsur[];
  /** Weight of every unsur, exactly. */
  readonly weight: Ratio;
  /** Best band first. */
  readonly bands: readonly IkmBand[];
  /** Codes of the unsur that ask about money: services free of charge nearly always get 4 there. */
  readonly feeUnsur: readonly string[];
  /** What in this record was found second-hand and awaits a look into the regulation; null = nothing. */
  readonly check: string | null;
}

const BANDS_OF_2004: readonly IkmBand[] = [
  { grade: 'A', fromHundredths: 8126, printed: '81,26–100,00', label: 'Sangat baik' },
  { grade: 'B', fromHundredths: 6251, printed: '62,51–81,25', label: 'Baik' },
  { grade: 'C', fromHundredths: 4376, printed: '43,76–62,50', label: 'Kurang baik' },
  { grade: 'D', fromHundredths: 2500, printed: '25,00–43,75', label: 'Tidak baik' },
];

const BANDS_OF_2017: readonly IkmBand[] = [
  { grade: 'A', fromHundredths: 8831, printed: '88,31–100,00', label: 'Sangat baik' },
  { grade: 'B', fromHundredths: 7661, printed: '76,61–88,30', label: 'Baik' },
  { grade: 'C', fromHundredths: 6500, printed: '65,00–76,60', label: 'Kurang baik' },
  { grade: 'D', fromHundredths: 2500, printed: '25,00–64,99', label: 'Tidak baik' },
];

/** All instruments, the oldest first. */
export const IKM_INSTRUMENTS: readonly IkmInstrument[] = [
  {
    id: 'kep-25-2004',
    name: 'IKM 2004 (14 unsur)',
    legalBasis: 'Keputusan MenPAN Nomor KEP/25/M.PAN/2/2004',
    validFrom: '2004-02-24',
    validTo: '2014-05-01',
    unsur: numbered(
      'Prosedur pelayanan',
      'Persyaratan pelayanan',
      'Kejelasan petugas pelayanan',
      'Kedisiplinan petugas pelayanan',
      'Tanggung jawab petugas pelayanan',
      'Kemampuan petugas pelayanan',
      'Kecepatan pelayanan',
      'Keadilan mendapatkan pelayanan',
      'Kesopanan dan keramahan petugas',
      'Kewajaran biaya pelayanan',
      'Kepastian biaya pelayanan',
      'Kepastian jadwal pelayanan',
      'Kenyamanan lingkungan',
      'Keamanan pelayanan',
    ),
    // Printed as 0,071; published scores are reproduced by it and not by 1/14.
    weight: { numerator: 71n, denominator: 1000n },
    bands: BANDS_OF_2004,
    feeUnsur: ['U10', 'U11'],
    check: 'Tanggal akhir berlaku',
  },
  {
    id: 'permenpanrb-16-2014',
    name: 'SKM 2014 (9 unsur, dengan maklumat pelayanan)',
    legalBasis: 'Peraturan MenPANRB Nomor 16 Tahun 2014',
    validFrom: '2014-05-02',
    validTo: '2017-05-08',
    unsur: numbered(
      'Persyaratan',
      'Prosedur',
      'Waktu pelayanan',
      'Biaya/tarif',
      'Produk spesifikasi jenis pelayanan',
      'Kompetensi pelaksana',
      'Perilaku pelaksana',
      'Maklumat pelayanan',
      'Penanganan pengaduan, saran, dan masukan',
    ),
    weight: { numerator: 1n, denominator: 9n },
    bands: BANDS_OF_2004,
    feeUnsur: ['U4'],
    check: 'Rentang mutu pelayanan dan tanggal berlaku',
  },
  {
    id: 'permenpanrb-14-2017',
    name: 'SKM 2017 (9 unsur)',
    legalBasis: 'Peraturan MenPANRB Nomor 14 Tahun 2017',
    validFrom: '2017-05-09',
    validTo: null,
    unsur: numbered(
      'Persyaratan',
      'Sistem, mekanisme, dan prosedur',
      'Waktu penyelesaian',
      'Biaya/tarif',
      'Produk spesifikasi jenis pelayanan',
      'Kompetensi pelaksana',
      'Perilaku pelaksana',
      'Penanganan pengaduan, saran, dan masukan',
      'Sarana dan prasarana',
    ),
    // Documents print 0,11 or 0,111; published results are reproduced by 1/9.
    weight: { numerator: 1n, denominator: 9n },
    bands: BANDS_OF_2017,
    feeUnsur: ['U4'],
    check: 'Tanggal mulai berlaku',
  },
];

/** The instrument with this id; null when there is none. */
export function findInstrument(id: string): IkmInstrument | null {
  return IKM_INSTRUMENTS.find((instrument) => instrument.id === id) ?? null;
}

/**
 * The instrument with this id.
 * @throws RangeError when there is none.
 */
export function getInstrument(id: string): IkmInstrument {
  const instrument = findInstrument(id);
  if (instrument === null) throw new RangeError(`Unknown instrument: "${id}"`);
  return instrument;
}

function numbered(...names: string[]): Unsur[] {
  return names.map((name, index) => ({ code: `U${index + 1}`, name }));
}
