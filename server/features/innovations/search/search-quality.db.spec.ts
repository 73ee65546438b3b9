import { createTestDatabase, type TestDatabase } from '../../../../db/embedded/test-database.ts';
import { seedShippedInnovations } from '../../../../db/seeds/reference/seed-shipped-innovations.ts';
import { clockAt } from '../../../platform/clock.ts';
import { STRANGER } from '../../../platform/auth/person.ts';
import { readCatalogue } from '../catalogue/catalogue-reader.ts';
import { listCatalogue, type CatalogueAnswer } from '../catalogue/list-catalogue.ts';
import { fillCatalogue } from './fill-catalogue.testing.ts';
import { generatedEntries, TOLD_ENTRIES } from './generated-entries.testing.ts';
import { searchVector } from './search-vector.repository.ts';

/**
 * What a camat, an officer or a citizen would type, and the entry that was written for that problem. Made by reading the
 * entries, before the search was tried: words are theirs, in the spelling of everyday.
 */
const PAIRS: readonly (readonly [question: string, expected: string])[] = [
  ['warga bolak-balik', 'PECUT'],
  ['selesai sekali datang kecamatan', 'PECUT'],
  ['pelayanan hari libur', 'MSC'],
  ['buka hari minggu', 'MSC'],
  ['beberapa instansi di satu tempat akhir pekan', 'BOTRAM'],
  ['pengaduan berjenjang sampai bupati', 'I-CETA'],
  ['laboratorium inovasi LAN', 'Laboratorium Inovasi'],
  ['antri obat di rumah sakit', 'Antar Obat Kronis'],
  ['ambil nomor antrian poli dari rumah', 'Ambil Nomor dari Rumah'],
  ['antar ktp dan kk ke rumah warga dusun', 'Antar Dokumen ke Rumah'],
  ['perahu pelayanan sungai', 'Loket Terapung Sungai'],
  ['loket buka malam buat buruh pabrik', 'Sore Melayani'],
  ['perekaman e-KTP anak sekolah', 'Sabtu Kependudukan Sekolah'],
  ['syarat kurang pulang lagi wa', 'Cek Syarat Lewat WhatsApp'],
  ['tanda tangan elektronik', 'Tanda Tangan Elektronik Camat'],
  ['blangko habis', 'Blangko Aman'],
  ['lapor pungutan liar tanpa nama', 'Kotak Bersih Pungli'],
  ['calo perizinan', 'Tarif Terpampang'],
  ['jalan rusak', 'Lapor Jalan Berlubang'],
  ['pdam mati', 'Pompa Air Siaga'],
  ['ibu hamil dirujuk malam', 'Ambulans Gratis Siaga Persalinan'],
  ['balita kurang gizi', 'Timbang Cegah Stunting'],
  ['tidak ada sinyal', 'Desa Tanpa Sinyal Tetap Terlayani'],
  ['listrik padam', 'Genset Loket'],
  ['petugas judes', 'Petugas Ramah Bulan Ini'],
  ['hasil survei kepuasan', 'Kartu Skor Warga'],
  ['bayi baru lahir langsung dapat akta', 'Lahir Pulang Bawa Akta'],
  ['nikah siri buku nikah', 'Sidang Isbat Keliling'],
  ['lansia sakit rekam KTP', 'Jemput Rekam Lansia'],
  ['juru bahasa isyarat', 'Bahasa Isyarat di Loket'],
  ['anak putus sekolah', 'Rumah Data Anak Putus Sekolah'],
  ['pupuk subsidi', 'Pupuk Tepat Nama'],
  ['pas kecil kapal nelayan', 'Izin Kapal Kecil di Dermaga'],
  ['sampah ditukar pajak', 'Bank Sampah Bayar PBB'],
  ['bansos ganda', 'Bantuan Sosial Satu Daftar'],
  ['mencari arsip lama', 'Arsip Ketemu Semenit'],
  ['kartu kuning lulusan smk', 'Kartu Kuning Sambil Ngopi'],
  ['surat pindah', 'Pindah Datang Satu Pintu'],
  ['sktm rumah sakit', 'SKTM Tanpa Ke Kecamatan'],
  ['kekerasan dalam rumah tangga', 'Ruang Cerita Perempuan'],
  // Slips of the hand.
  ['antrain obat', 'Antar Obat Kronis'],
  ['pupuk subsdi petani', 'Pupuk Tepat Nama'],
  ['pelayanna hari libur', 'MSC'],
  ['ambulns persalinan', 'Ambulans Gratis Siaga Persalinan'],
];

describe('the quality of the search', () => {
  let database: TestDatabase;
  const deps = (): Parameters<typeof readCatalogue>[0] => ({
    database: database.application,
    clock: (zone) => clockAt(new Date('2026-03-17T02:00:00Z'), zone),
  });

  beforeAll(async () => {
    database = await createTestDatabase();
    await seedShippedInnovations(database.owner, searchVector);
    await fillCatalogue(database.application, generatedEntries(TOLD_ENTRIES));
  });
  afterAll(() => database.drop());

  const search = (q: string): Promise<CatalogueAnswer> =>
    readCatalogue(deps(), STRANGER, (reader) => listCatalogue(reader, { q, limit: 10 }, 'id'));

  it('has the expected entry in the first three for nine questions of ten', async () => {
    const { known } = await search('');
    expect(known).toBeGreaterThanOrEqual(60);
    expect(PAIRS.length).toBeGreaterThanOrEqual(25);
    const missed: string[] = [];
    for (const [question, expected] of PAIRS) {
      const { items } = await search(question);
      const first = items.slice(0, 3);
      if (!first.some(({ name, acronym }) => `${acronym} ${name}`.includes(expected)))
        missed.push(`${question} → ${items.map(({ name }) => name).join(' | ')}`);
    }
    if (missed.length > 0) console.log(`missed:\n${missed.join('\n')}`);
    expect(missed.length).toBeLessThanOrEqual(PAIRS.length * 0.1);
  });

  it('finds what is really there by the words of everyday', async () => {
    const acronyms = async (question: string): Promise<string[]> =>
      (await search(question)).items.map(({ acronym }) => acronym);
    expect((await acronyms('kartu keluarga')).slice(0, 3)).toEqual(
      jasmine.arrayWithExactContents(['PECUT', 'MSC 9–11', 'BOTRAM']),
    );
    expect(await acronyms('antri lama')).toContain('PECUT');
    expect((await acronyms('hari libur'))[0]).toBe('MSC 9–11');
    expect((await acronyms('warga bolak-balik'))[0]).toBe('PECUT');
  });
});
