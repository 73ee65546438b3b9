import type { Measure } from './measure.ts';
import { count, share } from './measure-fields.ts';

/** Percontohan: how far the programmes of pilot SKPD are, beside their plans. A cumulative share is no process: never judged. */
export const PILOTS: Measure = {
  id: 'pilots',
  label: 'Percontohan',
  labelEn: 'Pilot programmes',
  definition:
    'Kemajuan program percontohan pada akhir periode, atau hari ini bila periode belum berakhir, di samping rencananya. Program yang sudah mulai, belum ditutup, dan punya tonggak dihitung; setiap program satu kali, sebesar apa pun. Unit tanpa program: tidak berlaku.',
  legalBasis: 'UU 25/2009; PermenPANRB 15/2014',
  headline: 'progressShare',
  filters: [],
  breakdowns: ['unit'],
  fields: [
    share(
      'progressShare',
      'Kemajuan',
      'Progress',
      'Σ bobot × persen selesai / Σ bobot dari tonggak setiap program sebagaimana dilaporkan, lalu rata-rata antarprogram.',
      'programmes',
      { minimumN: 0, dependsOnNow: true },
    ),
    share(
      'plannedShare',
      'Menurut rencana',
      'Planned',
      'Bagian yang seharusnya selesai menurut rencana yang berlaku pada hari itu, rata-rata antarprogram.',
      'programmes',
      { minimumN: 0, polarity: 'neutral', dependsOnNow: true },
    ),
    count('programmes', 'Program', 'Programmes', 'Program percontohan yang berjalan dan punya tonggak.', {
      dependsOnNow: true,
    }),
    count('milestones', 'Tonggak', 'Milestones', 'Tonggak dari program yang berjalan.', {
      dependsOnNow: true,
    }),
    count(
      'milestonesLate',
      'Tonggak lewat tanggal',
      'Milestones past their date',
      'Tonggak yang tanggal selesai rencananya sudah lewat dan belum dilaporkan selesai.',
      { polarity: 'lower', n: 'milestones', dependsOnNow: true },
    ),
  ],
};
