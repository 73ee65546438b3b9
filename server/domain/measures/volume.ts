import type { Measure } from './measure.ts';
import { count } from './measure-fields.ts';

/** Permohonan: how many service cases come in, end and stay open. */
export const VOLUME: Measure = {
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
};
