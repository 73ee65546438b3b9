import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '../embedded/test-database.ts';
import { removeDemo } from '../seeds/demo/remove-demo.ts';
import { restoreBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

const KABUPATEN = '64.02';
/** Every byte there is, among them those that a text format would have to escape. */
const CONTENT = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const LINK = '0198c0de-0000-7000-8000-000000000001';

describe('evidence files and notices', () => {
  let source: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    const temporary = join(import.meta.dirname, '..', '..', '.tmp');
    await mkdir(temporary, { recursive: true });
    folder = await mkdtemp(join(temporary, 'evidence-backup-'));
    source = await createTestDatabase();
    await source.owner('kabupaten').insert([
      { code: KABUPATEN, name: 'Kutai Kartanegara', time_zone: 'Asia/Makassar', demo: true },
      { code: '32.16', name: 'Bekasi', time_zone: 'Asia/Jakarta', demo: false },
    ]);
    for (const kabupaten_code of [KABUPATEN, '32.16']) {
      await source.owner('evidence_files').insert({
        kabupaten_code,
        hash: 'abc',
        media_type: 'image/jpeg',
        bytes: CONTENT.length,
        content: CONTENT,
        taken_at: '2026-11-20T08:15:30',
        location_removed: true,
      });
      await source.owner('evidence_links').insert({
        kabupaten_code,
        id: LINK,
        hash: 'abc',
        about_kind: 'milestone',
        about_id: LINK,
        file_name: 'foto.jpg',
        post_title: 'Camat',
        created_at: '2026-11-20T09:00:00+08:00',
      });
      await source.owner('notices').insert({
        kabupaten_code,
        id: LINK,
        to_post: LINK,
        kind: 'disposition-received',
        about_kind: 'disposition',
        about_id: 'a',
        link: '/disposisi',
        needs_action: true,
        created_at: '2026-11-20T09:00:00+08:00',
      });
    }
  });
  afterEach(async () => {
    await source.drop();
    await rm(folder, { recursive: true });
  });

  it('come back from a backup, byte for byte', async () => {
    const file = join(folder, 'cadangan.zip');
    const target = await createEmptyTestDatabase();
    try {
      await writeBackup({ migrateUrl: source.migrateUrl, dataDir: join(folder, 'data'), file });
      await restoreBackup({
        url: target.url,
        migrateUrl: target.migrateUrl,
        dataDir: join(folder, 'restored'),
        file,
      });
      const restored: Buffer[] = await target.owner('evidence_files').pluck('content');
      expect(restored.map((content) => content.equals(CONTENT))).toEqual([true, true]);
      for (const table of ['evidence_files', 'evidence_links', 'notices'])
        expect(await target.owner(table).orderBy('kabupaten_code'))
          .withContext(table)
          .toEqual(await source.owner(table).orderBy('kabupaten_code'));
    } finally {
      await target.drop();
    }
  });

  it('go with the demo they belong to, and with no other kabupaten', async () => {
    await removeDemo(source.owner);
    for (const table of ['evidence_files', 'evidence_links', 'notices'])
      expect(await source.owner(table).pluck('kabupaten_code'))
        .withContext(table)
        .toEqual(['32.16']);
  });
});
