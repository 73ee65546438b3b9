/**
 * The kamus indikator: every measure, its meaning and its rules. Tiles, tables, tooltips, charts, exports and the
 * API read it; nothing else may define what a number means.
 */
export const MEASURE_IDS = ['volume', 'turnaround', 'complaints', 'ikm'] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** The record dimensions a selection or a breakdown may use. */
export type BreakdownBy = 'unit' | 'service' | 'channel' | 'class' | 'weekday-hour' | 'unsur';
export type FilterName = 'service' | 'channel';

export type Polarity = 'higher' | 'lower' | 'neutral';
export type FieldUnit = 'count' | 'share' | 'minutes' | 'score';

export interface MeasureField {
  readonly id: string;
  /** Indonesian label, as it stands in a table header. */
  readonly label: string;
  /** English label. */
  readonly labelEn: string;
  /** One sentence that says what is counted, over what. */
  readonly definition: string;
  readonly unit: FieldUnit;
  readonly polarity: Polarity;
  /** Decimals when shown (a share is shown as a percentage). */
  readonly decimals: number;
  /** How a change is told: in percent of the earlier value, or in (percentage) points. */
  readonly change: 'percent' | 'points';
  /** The field that holds the number of records behind the value (the denominator of a share). */
  readonly n: string;
  /** Below this n the value is shown, but never judged. */
  readonly minimumN: number;
  /** True when the value depends on the present moment while the period is not over. */
  readonly dependsOnNow: boolean;
  /** True when every unit's series is looked at for signals: in the matrix and in the list of exceptions. */
  readonly watched: boolean;
}

export interface Measure {
  readonly id: MeasureId;
  readonly label: string;
  readonly labelEn: string;
  readonly definition: string;
  readonly legalBasis: string;
  /** The field shown when no other is asked for. */
  readonly headline: string;
  readonly fields: readonly MeasureField[];
  /** Filters that select records of this measure; others are shown as "tidak berlaku di sini". */
  readonly filters: readonly FilterName[];
  readonly breakdowns: readonly BreakdownBy[];
}

type FieldTail = Partial<Omit<MeasureField, 'id' | 'label' | 'labelEn' | 'definition'>>;

function count(
  id: string,
  label: string,
  labelEn: string,
  definition: string,
  tail: FieldTail = {},
): MeasureField {
  return {
    id,
    label,
    labelEn,
    definition,
    unit: 'count',
    polarity: 'neutral',
    decimals: 0,
    change: 'percent',
    n: id,
    minimumN: 0,
    dependsOnNow: false,
    watched: false,
    ...tail,
  };
}

function share(
  id: string,
  label: string,
  labelEn: string,
  definition: string,
  n: string,
  tail: FieldTail = {},
): MeasureField {
  return {
    id,
    label,
    labelEn,
    definition,
    unit: 'share',
    polarity: 'higher',
    decimals: 1,
    change: 'points',
    n,
    minimumN: 5,
    dependsOnNow: false,
    watched: false,
    ...tail,
  };
}

function minutes(
  id: string,
  label: string,
  labelEn: string,
  definition: string,
  n: string,
  tail: FieldTail = {},
): MeasureField {
  return {
    id,
    label,
    labelEn,
    definition,
    unit: 'minutes',
    polarity: 'lower',
    decimals: 0,
    change: 'percent',
    n,
    minimumN: 5,
    dependsOnNow: false,
    watched: false,
    ...tail,
  };
}

/** Changes when a definition below changes what a number means; part of every ETag and every copied proof. */
export const DEFINITIONS_VERSION = '2026-11';

export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  volume: {
    id: 'volume',
    label: 'Permohonan',
    labelEn: 'Service volume',
    definition: 'Banyaknya permohonan layanan yang diterima dan diselesaikan dalam periode.',
    legalBasis: 'UU 25/2009; PermenPANRB 15/2014',
    headline: 'received',
    filters: ['service', 'channel'],
    breakdowns: ['unit', 'service', 'channel', 'weekday-hour'],
    fields: [
      count(
        'received',
        'Diterima',
        'Received',
        'Semua permohonan yang diterima dalam periode, apa pun statusnya sekarang.',
        { watched: true },
      ),
      count(
        'completed',
        'Selesai',
        'Completed',
        'Permohonan berstatus selesai menurut tanggal selesainya; yang ditolak dihitung tersendiri.',
      ),
      count('rejected', 'Ditolak', 'Rejected', 'Permohonan yang ditolak menurut tanggal keputusannya.'),
      count(
        'cancelled',
        'Dibatalkan',
        'Cancelled',
        'Permohonan yang dibatalkan pemohon, menurut tanggal diterimanya karena tanggal batal tidak dicatat.',
      ),
      count(
        'open',
        'Belum selesai',
        'Open',
        'Permohonan yang diterima sampai akhir periode dan saat itu belum selesai, ditolak, atau dibatalkan.',
        {
          polarity: 'lower',
          dependsOnNow: true,
        },
      ),
      count(
        'lateEntries',
        'Entri susulan',
        'Late entries',
        'Permohonan yang diterima dalam periode, tetapi baru dicatat lebih dari satu hari kerja kemudian atau sekaligus dengan selesainya.',
        { polarity: 'lower', n: 'received' },
      ),
    ],
  },
  turnaround: {
    id: 'turnaround',
    label: 'Ketepatan waktu',
    labelEn: 'Turnaround',
    definition:
      'Seberapa cepat permohonan selesai, menurut jam warga dan jam dinas, dan berapa yang tepat waktu dari semua yang jatuh tempo.',
    legalBasis: 'UU 25/2009 pasal 21; PermenPANRB 15/2014',
    headline: 'dueMetShare',
    filters: ['service', 'channel'],
    breakdowns: ['unit', 'service', 'channel'],
    fields: [
      count(
        'due',
        'Jatuh tempo',
        'Due',
        'Permohonan yang tenggatnya jatuh dalam periode, selesai atau belum; yang dibatalkan dan yang tenggatnya belum tiba tidak termasuk.',
        { dependsOnNow: true },
      ),
      count(
        'dueMet',
        'Selesai pada tenggat',
        'Due and met',
        'Dari yang jatuh tempo: selesai atau ditolak paling lambat pada tenggatnya.',
        { polarity: 'higher', n: 'due', dependsOnNow: true },
      ),
      share(
        'dueMetShare',
        'Tepat waktu',
        'On time',
        'Tepat waktu dihitung dari semua permohonan yang jatuh tempo dalam periode, termasuk yang belum selesai.',
        'due',
        { dependsOnNow: true, watched: true },
      ),
      count('completed', 'Selesai', 'Completed', 'Permohonan berstatus selesai menurut tanggal selesainya.'),
      minutes(
        'medianMinutes',
        'Median, jam warga',
        'Median, citizen clock',
        'Separuh permohonan yang selesai dalam periode memerlukan waktu tidak lebih dari ini, dihitung terus sejak diterima.',
        'completed',
      ),
      minutes(
        'p90Minutes',
        '90 % selesai dalam, jam warga',
        '90th percentile, citizen clock',
        'Sembilan dari sepuluh permohonan yang selesai dalam periode memerlukan waktu tidak lebih dari ini, dihitung terus sejak diterima.',
        'completed',
      ),
      minutes(
        'medianWorkingMinutes',
        'Median, jam dinas',
        'Median, official clock',
        'Median waktu saat unit buka, dari diterima sampai selesai.',
        'completed',
        { watched: true },
      ),
      minutes(
        'p90WorkingMinutes',
        '90 % selesai dalam, jam dinas',
        '90th percentile, official clock',
        'Sembilan dari sepuluh selesai dalam waktu buka unit sebanyak ini atau kurang.',
        'completed',
      ),
      count(
        'promised',
        'Punya janji waktu',
        'Promised',
        'Permohonan selesai yang punya tenggat, dari berkasnya sendiri atau dari standar pelayanan.',
      ),
      count(
        'withinStandard',
        'Selesai sesuai janji',
        'Within standard',
        'Permohonan selesai yang selesai paling lambat pada tenggatnya.',
        { polarity: 'higher', n: 'promised' },
      ),
      share(
        'withinStandardShare',
        'Selesai sesuai janji',
        'Within standard',
        'Bagian yang sesuai janji dari permohonan selesai yang punya tenggat; yang belum selesai tidak terlihat di sini.',
        'promised',
      ),
      share(
        'sameVisitShare',
        'Selesai sekali datang',
        'Single visit',
        'Bagian permohonan selesai dengan satu kunjungan, dari yang jumlah kunjungannya dicatat.',
        'visitsKnown',
        { watched: true },
      ),
      count(
        'singleVisit',
        'Selesai sekali datang',
        'Single visit',
        'Permohonan selesai dengan satu kunjungan.',
        { polarity: 'higher', n: 'visitsKnown' },
      ),
      minutes(
        'medianOnSiteMinutes',
        'Tunggu di tempat',
        'Time on site',
        'Separuh permohonan yang selesai sekali datang diserahkan dalam waktu tidak lebih dari ini sejak diterima, dihitung menurut jam warga.',
        'singleVisit',
      ),
      share(
        'preparedShare',
        'Disiapkan sebelum datang',
        'Prepared beforehand',
        'Bagian permohonan selesai yang berkasnya disiapkan secara daring atau di desa, dari yang mencatat hal itu.',
        'preparedKnown',
      ),
      count(
        'overdue',
        'Lewat tenggat',
        'Overdue',
        'Permohonan yang pada akhir periode sudah lewat tenggat dan belum selesai, ditolak, atau dibatalkan, kapan pun tenggatnya jatuh.',
        { polarity: 'lower', dependsOnNow: true },
      ),
    ],
  },
  complaints: {
    id: 'complaints',
    label: 'Aduan',
    labelEn: 'Complaints',
    definition:
      'Keadaan aduan yang diterima dalam periode, dilihat pada akhir periode. Aduan berkadar pengawasan ditangani Inspektorat dan hanya dihitung di sana.',
    legalBasis:
      'Perpres 76/2013; PermenPANRB 24/2014; PermenPANRB 62/2018; tindak lanjut dan selesai menurut rumus Kementerian PANRB untuk SP4N-LAPOR!, tanpa aduan tidak valid dan bukan kewenangan',
    headline: 'followedUpShare',
    filters: ['service', 'channel'],
    breakdowns: ['unit', 'service', 'channel', 'class'],
    fields: [
      count('received', 'Diterima', 'Received', 'Semua aduan yang diterima dalam periode.', {
        watched: true,
      }),
      count('valid', 'Sah', 'Valid', 'Aduan diterima, tanpa yang tidak valid dan yang bukan kewenangan.'),
      count(
        'followedUp',
        'Ditindaklanjuti',
        'Followed up',
        'Aduan sah yang pernah ditindaklanjuti atau sudah selesai.',
        { polarity: 'higher', n: 'valid', dependsOnNow: true },
      ),
      share(
        'followedUpShare',
        'Tindak lanjut',
        'Followed up',
        'Bagian aduan sah yang pernah ditindaklanjuti atau sudah selesai (rumus Kementerian PANRB; aduan tidak valid dan bukan kewenangan tidak masuk penyebut).',
        'valid',
        { dependsOnNow: true },
      ),
      count(
        'responded',
        'Ditanggapi substantif',
        'Answered in substance',
        'Aduan sah yang tanggapan pertamanya sudah tercatat; disposisi di dalam kantor bukan tanggapan.',
        { polarity: 'higher', n: 'valid', dependsOnNow: true },
      ),
      share(
        'respondedShare',
        'Ditanggapi substantif',
        'Answered in substance',
        'Bagian aduan sah yang tanggapan pertamanya sudah tercatat; disposisi di dalam kantor bukan tanggapan.',
        'valid',
        { dependsOnNow: true },
      ),
      count(
        'resolved',
        'Selesai',
        'Resolved',
        'Aduan sah yang selesai dan tidak dibuka kembali; ditutup saja belum berarti selesai.',
        { polarity: 'higher', n: 'valid', dependsOnNow: true },
      ),
      share(
        'resolvedShare',
        'Aduan tuntas',
        'Resolved',
        'Bagian aduan sah yang selesai dan tidak dibuka kembali (rumus Kementerian PANRB; aduan tidak valid dan bukan kewenangan tidak masuk penyebut).',
        'valid',
        { dependsOnNow: true, watched: true },
      ),
      count(
        'judged',
        'Dapat dinilai',
        'Judged',
        'Aduan sah bertenggat yang sudah selesai atau sudah lewat tenggat.',
        { n: 'valid', dependsOnNow: true },
      ),
      share(
        'withinDeadlineShare',
        'Tuntas tepat waktu',
        'Within deadline',
        'Selesai paling lambat pada tenggatnya, dari aduan sah bertenggat yang sudah selesai atau sudah lewat tenggat.',
        'judged',
        { dependsOnNow: true, watched: true },
      ),
      minutes(
        'medianResolutionMinutes',
        'Median sampai selesai',
        'Median to resolution',
        'Separuh aduan yang selesai memerlukan waktu tidak lebih dari ini sejak diterima.',
        'resolved',
        { dependsOnNow: true },
      ),
      minutes(
        'p90ResolutionMinutes',
        '90 % selesai dalam',
        '90th percentile to resolution',
        'Sembilan dari sepuluh aduan yang selesai memerlukan waktu tidak lebih dari ini sejak diterima.',
        'resolved',
        { dependsOnNow: true },
      ),
      minutes(
        'medianResolutionWorkingMinutes',
        'Median sampai selesai, jam dinas',
        'Median to resolution, official clock',
        'Median waktu saat unit buka, dari aduan diterima sampai selesai.',
        'resolved',
        { dependsOnNow: true },
      ),
      minutes(
        'p90ResolutionWorkingMinutes',
        '90 % selesai dalam, jam dinas',
        '90th percentile to resolution, official clock',
        'Sembilan dari sepuluh aduan yang selesai memerlukan waktu buka unit sebanyak ini atau kurang.',
        'resolved',
        { dependsOnNow: true },
      ),
      minutes(
        'medianResponseWorkingMinutes',
        'Median sampai tanggapan, jam dinas',
        'Median to first answer, official clock',
        'Median waktu saat unit buka, dari aduan diterima sampai tanggapan pertama.',
        'responded',
        { dependsOnNow: true },
      ),
      minutes(
        'p90ResponseWorkingMinutes',
        '90 % ditanggapi dalam, jam dinas',
        '90th percentile to first answer, official clock',
        'Sembilan dari sepuluh aduan yang ditanggapi memerlukan waktu buka unit sebanyak ini atau kurang sampai tanggapan pertamanya.',
        'responded',
        { dependsOnNow: true },
      ),
      count(
        'open',
        'Belum selesai',
        'Open',
        'Aduan sah yang belum selesai, termasuk yang ditutup tanpa penyelesaian.',
        { polarity: 'lower', dependsOnNow: true },
      ),
      count(
        'overdue',
        'Lewat tenggat',
        'Overdue',
        'Aduan sah yang belum selesai dan tenggatnya sudah lewat.',
        { polarity: 'lower', dependsOnNow: true },
      ),
      count('reopened', 'Dibuka kembali', 'Reopened', 'Aduan sah yang dibuka kembali.', {
        polarity: 'lower',
        n: 'valid',
      }),
      count(
        'escalated',
        'Naik ke Diskominfo',
        'Passed on to Diskominfo',
        'Aduan sah yang tidak ditanggapi atau diselesaikan unitnya sampai akhir hari kerja ketiga (dapat diatur), sehingga naik ke Diskominfo dan sesudahnya ke Bupati; aduan berkadar pengawasan tidak ikut.',
        { polarity: 'lower', n: 'valid', dependsOnNow: true },
      ),
      share(
        'invalidShare',
        'Tidak valid atau bukan kewenangan',
        'Invalid or not competent',
        'Bagian aduan diterima yang dinyatakan tidak valid atau bukan kewenangan; sebagian perlu diuji petik.',
        'received',
        { polarity: 'neutral' },
      ),
    ],
  },
  ikm: {
    id: 'ikm',
    label: 'IKM',
    labelEn: 'Citizen satisfaction (IKM)',
    definition:
      'Indeks Kepuasan Masyarakat dari jawaban survei dalam periode; jawaban disatukan, bukan rata-rata dari nilai layanan.',
    legalBasis: 'PermenPANRB 14/2017; sebelumnya PermenPANRB 16/2014 dan KEP/25/M.PAN/2/2004',
    headline: 'score',
    filters: ['service'],
    breakdowns: ['unit', 'service', 'unsur'],
    fields: [
      {
        id: 'score',
        label: 'Nilai IKM',
        labelEn: 'IKM score',
        definition:
          'Jumlah (rata-rata unsur × bobot) × 25, dibulatkan sekali ke dua desimal, lalu digolongkan menurut instrumennya.',
        unit: 'score',
        polarity: 'higher',
        decimals: 2,
        change: 'points',
        n: 'respondents',
        minimumN: 5,
        dependsOnNow: false,
        watched: true,
      },
      {
        id: 'scoreWithoutCost',
        label: 'IKM tanpa unsur biaya',
        labelEn: 'IKM without the cost unsur',
        definition:
          'Nilai IKM tanpa unsur biaya (U4), dengan bobot unsur lain diperbesar sebanding; layanan gratis hampir selalu mendapat 4 di sana. Tidak digolongkan: tidak ada peraturan yang memberinya mutu.',
        unit: 'score',
        polarity: 'higher',
        decimals: 2,
        change: 'points',
        n: 'respondents',
        minimumN: 5,
        dependsOnNow: false,
        watched: false,
      },
      count('respondents', 'Responden', 'Respondents', 'Banyaknya formulir survei yang sah dalam periode.', {
        polarity: 'higher',
      }),
      share(
        'participationShare',
        'Partisipasi',
        'Participation',
        'Responden dibanding permohonan yang selesai dalam pilihan yang sama.',
        'respondents',
        { minimumN: 0 },
      ),
    ],
  },
};

/** The field of a measure, or null when the measure has no such field. */
export function findField(measure: MeasureId, field: string): MeasureField | null {
  return MEASURES[measure].fields.find((candidate) => candidate.id === field) ?? null;
}

/** A field of a measure that the signal engine watches. */
export interface WatchedField {
  readonly measure: MeasureId;
  readonly field: MeasureField;
  /** `measure.field`, e.g. `turnaround.dueMetShare`. */
  readonly key: string;
}

/** Everything the signal engine watches, in the order of the kamus. */
export const WATCHED_FIELDS: readonly WatchedField[] = MEASURE_IDS.flatMap((measure) =>
  MEASURES[measure].fields
    .filter(({ watched }) => watched)
    .map((field) => ({ measure, field, key: `${measure}.${field.id}` })),
);
