/**
 * Names of areas by Kemendagri code with dots (kabupaten `64.02`, kecamatan `64.02.07`),
 * from the package idn-area-data (data under ODbL). BPS numbers areas differently: its
 * 6403 is the 64.02 of Kemendagri, so that bare numbers are never accepted here.
 */
import { getDistricts, getRegencies } from 'idn-area-data';

export interface KabupatenArea {
  readonly code: string;
  /** Without "Kabupaten" or "Kota": "Kutai Kartanegara". */
  readonly name: string;
  readonly kind: 'kabupaten' | 'kota';
  readonly provinceCode: string;
}

export interface KecamatanArea {
  readonly code: string;
  readonly name: string;
  readonly kabupatenCode: string;
}

/** The kabupaten or kota with this code; null when there is none. */
export async function findKabupaten(code: string): Promise<KabupatenArea | null> {
  const regency = (await getRegencies({ transform: true })).find((area) => area.code === code);
  if (regency === undefined) return null;
  return {
    code,
    name: regency.name.replace(/^(Kabupaten|Kota) /, ''),
    kind: regency.name.startsWith('Kota ') ? 'kota' : 'kabupaten',
    provinceCode: regency.provinceCode,
  };
}

/** The kecamatan of a kabupaten in order of code; none when there is no such kabupaten. */
export async function kecamatanOf(kabupatenCode: string): Promise<KecamatanArea[]> {
  const districts = await getDistricts({ transform: true });
  return districts
    .filter((area) => area.regencyCode === kabupatenCode)
    .map(({ code, name }) => ({ code, name, kabupatenCode }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
