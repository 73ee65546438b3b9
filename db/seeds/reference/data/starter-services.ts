/**
 * The services a new kabupaten starts with. Every standard marked `check` is an editable
 * default until its unit has confirmed it.
 */
import { BPKAD_SERVICES } from './bpkad-services.ts';
import { DISDIKBUD_SERVICES } from './disdikbud-services.ts';
import { DISDUKCAPIL_SERVICES } from './disdukcapil-services.ts';
import { DPMPTSP_SERVICES } from './dpmptsp-services.ts';
import { KECAMATAN_SERVICES } from './kecamatan-services.ts';
import { RSUD_SERVICES } from './rsud-services.ts';
import type { ServiceSeed } from './service-seed.ts';
import { SETDA_SERVICES } from './setda-services.ts';

export const STARTER_SERVICES: readonly ServiceSeed[] = [
  ...KECAMATAN_SERVICES,
  ...DISDUKCAPIL_SERVICES,
  ...DPMPTSP_SERVICES,
  ...RSUD_SERVICES,
  ...DISDIKBUD_SERVICES,
  ...BPKAD_SERVICES,
  ...SETDA_SERVICES,
];

/** Codes of the six services of PECUT (Sebulu, Kutai Kartanegara). */
export const PECUT_SERVICE_CODES: readonly string[] = [
  'ak-1',
  'kk',
  'sktm',
  'surat-pindah',
  'surat-datang',
  'cetak-ktp-hilang',
];
