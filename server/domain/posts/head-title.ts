/** Offices whose head is not a *kepala*, by how their name begins. */
const TITLES: readonly (readonly [beginning: RegExp, title: (name: string) => string])[] = [
  [/^Sekretariat (Daerah|DPRD|Dewan)\b/, (name) => name.replace(/^Sekretariat/, 'Sekretaris')],
  [/^Inspektorat\b/, (name) => name.replace(/^Inspektorat/, 'Inspektur')],
  [/^(RSUD|RSU|RS|Rumah Sakit)\b/, (name) => `Direktur ${name}`],
];

/**
 * What the head of an office is called where no post was set up for it yet: `Camat Tabang`, `Direktur RSUD Parikesit`,
 * `Sekretaris Daerah`; null for what nobody heads.
 */
export function headTitle(unit: { readonly name: string; readonly kind: string }): string | null {
  if (unit.kind === 'kecamatan') return `Camat ${unit.name.replace(/^Kecamatan\s+/, '')}`;
  if (unit.kind !== 'skpd' && unit.kind !== 'bagian') return null;
  const own = TITLES.find(([beginning]) => beginning.test(unit.name));
  return own ? own[1](unit.name) : `Kepala ${unit.name}`;
}
