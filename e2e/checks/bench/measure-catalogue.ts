import type { Knex } from 'knex';
import { fillCatalogue } from '../../../server/features/innovations/search/fill-catalogue.testing.ts';
import { generatedEntries } from '../../../server/features/innovations/search/generated-entries.testing.ts';
import { median, p95, type BenchClient } from './http-client.ts';
import { round2 } from './measure-reads.ts';

/** Entries of the shared catalogue that are searched in. */
const ENTRIES = 20_000;
const ROUNDS = 12;
const WARM_UP = 2;

/** What people ask of the catalogue: words of everyday, rare and common ones, slips of the hand, facets, nothing at all. */
const QUESTIONS: readonly Readonly<Record<string, string>>[] = [
  {},
  { sort: 'newest' },
  { topic: 'antrean', proof: 'belum-ada-data' },
  { q: 'warga bolak-balik' },
  { q: 'kartu keluarga' },
  { q: 'antri lama', topic: 'antrean' },
  { q: 'pelayanan hari libur' },
  { q: 'antri obat di rumah sakit' },
  { q: 'lapor pungutan liar tanpa nama' },
  { q: 'petugas judes' },
  { q: 'tidak ada sinyal', connectivity: 'tanpa-internet' },
  { q: 'surat pindah', sort: 'proof' },
  { q: 'antrain obat' },
  { q: 'pelayanna hari libur' },
  { q: 'kecamatan layanan warga desa cepat' },
];

/** Milliseconds of a list of the catalogue with all its facets, over so many entries; every answer computed anew. */
export async function measureCatalogue(owner: Knex, client: BenchClient): Promise<Record<string, unknown>> {
  await owner('catalogue_entries').where({ generated: true }).delete();
  await fillCatalogue(owner, generatedEntries(ENTRIES));
  await owner.raw('vacuum analyze catalogue_entries');
  const paths = QUESTIONS.map(
    (question) => `/api/v1/innovations?${new URLSearchParams(question).toString()}`,
  );
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const path of paths) {
      const time = await client.time(path);
      if (round >= WARM_UP) times.push(time);
    }
  return {
    entries: ENTRIES,
    medianMs: round2(median(times)),
    p95Ms: round2(p95(times)),
    target: 'p95Ms ≤ 100',
  };
}
