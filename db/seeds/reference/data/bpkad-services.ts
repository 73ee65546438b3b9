/** Services of the finance and assets agency, whose applicants are other units (BPKAD). */
import { FREE, KEUANGAN_DAERAH, SET_BY_PERDA, workingDays } from './service-seed.ts';
import type { ServiceSeed } from './service-seed.ts';

export const BPKAD_SERVICES: readonly ServiceSeed[] = [
  {
    code: 'sp2d',
    name: 'Penerbitan SP2D',
    offeredBy: ['bpkad'],
    promise: workingDays(2),
    feeRupiah: FREE,
    legalBasis: KEUANGAN_DAERAH,
    check: true,
  },
  {
    code: 'spd',
    name: 'Penerbitan SPD',
    offeredBy: ['bpkad'],
    promise: workingDays(3),
    feeRupiah: FREE,
    legalBasis: KEUANGAN_DAERAH,
    check: true,
  },
  {
    code: 'rekonsiliasi',
    name: 'Rekonsiliasi keuangan SKPD',
    offeredBy: ['bpkad'],
    promise: workingDays(5),
    feeRupiah: FREE,
    legalBasis: KEUANGAN_DAERAH,
    check: true,
  },
  {
    code: 'skpp-gaji',
    name: 'Surat keterangan penghentian pembayaran gaji (SKPP)',
    offeredBy: ['bpkad'],
    promise: workingDays(2),
    feeRupiah: FREE,
    legalBasis: KEUANGAN_DAERAH,
    check: true,
  },
  {
    code: 'pinjam-pakai-aset',
    name: 'Persetujuan pinjam pakai barang milik daerah',
    offeredBy: ['bpkad'],
    promise: workingDays(14),
    feeRupiah: FREE,
    legalBasis: 'Permendagri Nomor 19 Tahun 2016; Permendagri Nomor 7 Tahun 2024',
    check: true,
  },
  {
    code: 'sewa-aset',
    name: 'Persetujuan sewa barang milik daerah',
    offeredBy: ['bpkad'],
    promise: workingDays(14),
    feeRupiah: SET_BY_PERDA,
    legalBasis: 'Permendagri Nomor 19 Tahun 2016; Permendagri Nomor 7 Tahun 2024',
    check: true,
  },
];
