import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS, actionLabel, actionsSaying } from './audit-actions.ts';
import { auditChanges, auditSentence } from './audit-sentences.ts';
import { showInstant, type ValueStyle } from './audit-values.ts';

const SARI = '0198c0de-0000-7000-8000-00000000000a';
const CAMAT = '0198c0de-0000-7000-8000-00000000000b';

const STYLE: ValueStyle = {
  language: 'id',
  zone: 'Asia/Makassar',
  names: {
    codes: new Map([['64.02.07', 'Kecamatan Sebulu']]),
    people: new Map([[SARI, 'Sari Dewi']]),
    posts: new Map([[CAMAT, 'Camat Sebulu']]),
    complaints: new Map(),
  },
};
const ENGLISH: ValueStyle = { ...STYLE, language: 'en' };

describe('sentences of the audit trail', () => {
  const upload = {
    action: 'import',
    subject: 'imports/service-cases/0198c0de-0000-7000-8000-000000000001',
    details: {
      dataset: 'service-cases',
      fileName: 'rekap-maret.xlsx',
      rowsRead: 5_000,
      inserted: 4_963,
      updated: 0,
      unchanged: 0,
      rejected: 37,
    },
  };

  it('tell an upload with its numbers, and leave out what is zero', () => {
    expect(auditSentence(upload, STYLE)).toBe(
      'Mengunggah 5.000 baris layanan dari “rekap-maret.xlsx”: 4.963 masuk, 37 ditolak.',
    );
    expect(auditSentence(upload, ENGLISH)).toBe(
      'Uploaded 5,000 rows of services from “rekap-maret.xlsx”: 4,963 added, 37 rejected.',
    );
    expect(
      auditSentence({ ...upload, details: { ...upload.details, inserted: 0, updated: 12 } }, STYLE),
    ).toContain(': 0 masuk, 12 diperbarui, 37 ditolak.');
  });

  it('name persons, posts, units, roles and days', () => {
    const appointed = {
      action: 'holder-appointed',
      subject: `posts/${CAMAT}`,
      details: {
        title: 'Camat Sebulu',
        user: SARI,
        capacity: 'plt',
        from: '2026-03-17',
        to: null,
        letter: '800/12',
        backdated: false,
      },
    };
    expect(auditSentence(appointed, STYLE)).toBe(
      'Menetapkan Sari Dewi sebagai Camat Sebulu (Plt.) mulai 17 Mar 2026, surat 800/12.',
    );
    expect(
      auditSentence(
        {
          action: 'post-added',
          subject: 'posts/x',
          details: { title: 'Camat Sebulu', role: 'kepala-skpd', unit: '64.02.07' },
        },
        STYLE,
      ),
    ).toBe('Menambah jabatan Camat Sebulu dengan peran Kepala SKPD di Kecamatan Sebulu.');
    expect(
      auditSentence({ action: 'person-deactivated', subject: `users/${SARI}`, details: {} }, STYLE),
    ).toBe('Menonaktifkan akun Sari Dewi; semua perangkatnya dikeluarkan.');
    // 02.05 UTC is 10.05 in Tenggarong (UTC+8).
    expect(showInstant('2026-03-17T02:05:00Z', STYLE)).toBe('17 Mar 2026 10.05');
  });

  it('take values as they are, whatever they look like', () => {
    const details = { ...upload.details, fileName: '{rejected} [x] $& <b>.csv' };
    expect(auditSentence({ ...upload, details }, STYLE)).toContain('dari “{rejected} [x] $& <b>.csv”:');
  });

  it('tell an unknown action by its code', () => {
    expect(auditSentence({ action: 'hal-baru', subject: 'benda/1', details: {} }, STYLE)).toBe(
      'Hal baru: benda/1.',
    );
    expect(actionLabel('hal-baru', 'en')).toBe('Hal baru');
  });

  it('tell old and new values by field', () => {
    const details = {
      changes: [
        { field: 'unit', before: '64.02.07', after: null },
        { field: 'active', before: 'true', after: 'false' },
        { field: `holders/${SARI}/to`, before: null, after: '2026-03-17' },
        { field: 'lain', before: 1_000, after: ['a', 'b'] },
        'bukan perubahan',
      ],
    };
    expect(auditChanges(details, STYLE)).toEqual([
      { field: 'Unit', before: 'Kecamatan Sebulu', after: null },
      { field: 'Aktif', before: 'ya', after: 'tidak' },
      { field: 'Akhir masa Sari Dewi', before: null, after: '17 Mar 2026' },
      { field: 'lain', before: '1.000', after: 'a, b' },
    ]);
    expect(auditChanges({}, STYLE)).toEqual([]);
  });

  it('are written in both languages with the same values', () => {
    const valuesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [action, { label, sentence }] of ACTIONS) {
      expect(valuesOf(sentence.en)).withContext(action).toEqual(valuesOf(sentence.id));
      expect(
        [label.id, label.en, sentence.id, sentence.en].every((each) => each.trim() === each && each !== ''),
      )
        .withContext(action)
        .toBeTrue();
      expect(sentence.id.split('[').length).withContext(action).toBe(sentence.id.split(']').length);
      expect(sentence.id.endsWith('.') && sentence.en.endsWith('.'))
        .withContext(action)
        .toBeTrue();
    }
  });

  it('are there for every action that is recorded anywhere in the server', () => {
    const server = join(import.meta.dirname, '..', '..', '..');
    const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/\.(spec|testing)\.ts$/.test(file),
    );
    const recorded = new Set<string>();
    for (const file of files) {
      const source = readFileSync(join(server, file), 'utf8');
      // A single action, or a choice among several: `action: active ? 'a-b' : 'c-d',`.
      for (const [, expression = ''] of source.matchAll(/\baction:\s*([^,;{}]*?'[^,;{}]*),/g))
        // What is compared with is no action.
        for (const [, action = ''] of expression
          .replaceAll(/===\s*'[^']*'/g, '')
          .matchAll(/'([a-z]+(?:-[a-z]+)*)'/g))
          recorded.add(action);
    }
    expect(recorded.size).toBeGreaterThan(30);
    expect([...recorded].filter((action) => !ACTIONS.has(action))).toEqual([]);
  });

  it('are found by a word in them, not by the name of a value', () => {
    expect(actionsSaying('mengunggah')).toEqual(jasmine.arrayContaining(['import', 'import-failed']));
    expect(actionsSaying('Reporter')).toContain('reveal-reporter');
    expect(actionsSaying('rowsRead')).toEqual([]);
  });
});
