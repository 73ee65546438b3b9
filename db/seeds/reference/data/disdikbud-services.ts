/** Services of the education and culture office (Disdikbud). */
import { FREE, OWN_STANDARD, minutes, workingDays } from './service-seed.ts';
import type { ServiceSeed } from './service-seed.ts';

export const DISDIKBUD_SERVICES: readonly ServiceSeed[] = [
  {
    code: 'legalisir-ijazah',
    name: 'Legalisir fotokopi ijazah',
    offeredBy: ['disdikbud'],
    promise: minutes(30),
    feeRupiah: FREE,
    legalBasis: 'Permendikbud Nomor 29 Tahun 2014',
    check: true,
  },
  {
    code: 'pengganti-ijazah',
    name: 'Surat keterangan pengganti ijazah',
    offeredBy: ['disdikbud'],
    promise: workingDays(2),
    feeRupiah: FREE,
    legalBasis: 'Permendikbud Nomor 29 Tahun 2014',
    check: true,
  },
  {
    code: 'mutasi-siswa',
    name: 'Rekomendasi mutasi siswa',
    offeredBy: ['disdikbud'],
    promise: workingDays(1),
    feeRupiah: FREE,
    legalBasis: OWN_STANDARD,
    check: true,
  },
  {
    code: 'nuptk',
    name: 'Verifikasi usulan NUPTK',
    offeredBy: ['disdikbud'],
    promise: workingDays(5),
    feeRupiah: FREE,
    legalBasis: OWN_STANDARD,
    check: true,
  },
  {
    code: 'rekomendasi-pip',
    name: 'Usulan Program Indonesia Pintar (PIP)',
    offeredBy: ['disdikbud'],
    promise: workingDays(3),
    feeRupiah: FREE,
    legalBasis: OWN_STANDARD,
    check: true,
  },
  {
    code: 'rekomendasi-cagar-budaya',
    name: 'Rekomendasi pemanfaatan cagar budaya',
    offeredBy: ['disdikbud'],
    promise: workingDays(14),
    feeRupiah: FREE,
    legalBasis: 'Peraturan Pemerintah Nomor 1 Tahun 2022',
    check: true,
  },
];
