import type { Measure } from './measure.ts';
import { count, share } from './measure-fields.ts';

/** IKM: the satisfaction index of the surveys, with and without the cost unsur. */
export const IKM: Measure = {
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
};
