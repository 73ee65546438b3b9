import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import { createKabupaten } from '../kabupaten/create-kabupaten.repository.ts';
import { setKabupatenSql } from '../database/scoped.ts';
import { chainHash, commandActor, GENESIS, type AuditActor } from './audit-entry.ts';
import { AuditLog } from './audit-log.repository.ts';
import { chainSentence, reportChains } from './chain-report.ts';
import { verifyAllChains, verifyChain, type ChainFault } from './verify-chain.repository.ts';

const KUKAR = '64.02';
const BEKASI = '32.16';

describe('the chain of the audit trail', () => {
  let database: TestDatabase;
  const audit = new AuditLog('rahasia-untuk-uji-rantai');

  beforeEach(async () => {
    database = await createTestDatabase();
    for (const [code, timeZone] of [
      [KUKAR, 'Asia/Makassar'],
      [BEKASI, 'Asia/Jakarta'],
    ] as const)
      await createKabupaten(
        database.application,
        { code, name: `Kabupaten ${code}`, timeZone, demo: false },
        STARTER_SET,
      );
  });
  afterEach(() => database.drop());

  async function write(count: number, kabupaten: string | null = KUKAR): Promise<void> {
    for (let index = 1; index <= count; index += 1)
      await audit.recordAlone(database.application, kabupaten, commandActor('uji'), {
        action: 'test',
        subject: `hal/${index}`,
        details: { 'nomor urut': index, isi: 'ä 🌱', daftar: [1, { b: 2, a: 1 }] },
      });
  }

  async function faultOf(kabupaten: string | null = KUKAR): Promise<ChainFault | null> {
    return (await verifyChain(database.owner, kabupaten)).fault;
  }

  const tamper = async (sql: string): Promise<void> => {
    const { rowCount } = await database.owner.raw<{ rowCount: number }>(sql);
    if (rowCount === 0) throw new Error(`nothing was changed by ${sql}`);
  };

  it('begins at zero and hashes what anyone can hash again', () => {
    // Written out by hand from the definition: SHA-256 over a JSON list, object keys in order.
    const text =
      `["${'00'.repeat(32)}","64.02",1,"0198c0de-0000-7000-8000-000000000001","2026-03-17T02:00:00.000Z",null,null,null,` +
      'null,"uji","test","hal/1",{"a":[{"y":1,"z":2}],"b":"x"},"0aff"]';
    expect(
      chainHash({
        previousHash: GENESIS,
        chain: KUKAR,
        sequence: 1,
        id: '0198c0de-0000-7000-8000-000000000001',
        at: '2026-03-17T02:00:00.000Z',
        userId: null,
        postId: null,
        postTitle: null,
        role: null,
        program: 'uji',
        action: 'test',
        subject: 'hal/1',
        details: { b: 'x', a: [{ z: 2, y: 1 }] },
        personal: Buffer.from([0x0a, 0xff]),
      }).toString('hex'),
    ).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is whole as written, one chain a kabupaten and one for the installation', async () => {
    await write(3);
    await write(2, BEKASI);
    await write(4, null);
    const found: [string | null, number, ChainFault | null][] = [];
    for await (const { kabupaten, state } of verifyAllChains(database.owner))
      found.push([kabupaten?.code ?? null, state.entries, state.fault]);
    expect(found).toEqual([
      [null, 4, null],
      [BEKASI, 2, null],
      [KUKAR, 3, null],
    ]);
    const state = await verifyChain(database.owner, KUKAR);
    expect([state.checked, state.end?.length]).toEqual([3, 64]);
    // The application's role, which answers requests, finds the same.
    expect(await verifyChain(database.application, KUKAR)).toEqual(state);
    expect((await verifyChain(database.application, KUKAR, 2)).checked).toBe(2);
  });

  it('stays whole when many write at once, and over the border of a page', async () => {
    await Promise.all(Array.from({ length: 8 }, () => write(130)));
    const state = await verifyChain(database.owner, KUKAR);
    expect([state.checked, state.entries, state.fault]).toEqual([1_040, 1_040, null]);
  });

  it('stays whole with texts that PostgreSQL does not store', async () => {
    const actor: AuditActor = { ...commandActor('pro\0gram'), postTitle: 'jabatan \ud800' };
    await audit.recordAlone(database.application, KUKAR, actor, {
      action: 'test',
      subject: 'hal/\udfff',
      details: { teks: 'a\0b\ud800c', tanpa: undefined, besar: 1e21, kecil: -0, waktu: new Date(0) },
    });
    expect(await faultOf()).toBeNull();
  });

  it('finds a changed entry, whatever was changed in it', async () => {
    await write(5);
    const changes: Readonly<Record<string, string>> = {
      details: `'{"isi":"lain"}'`,
      action: `'lain'`,
      subject: `'lain'`,
      actor: `'lain'`,
      at: `at + interval '1 second'`,
      post_title: `'Bupati'`,
      role: `'bupati'`,
      user_id: 'gen_random_uuid()',
      personal: `'\\x00'`,
      id: 'gen_random_uuid()',
      previous_hash: `'\\x00'`,
      hash: `'\\x00'`,
    };
    for (const [column, value] of Object.entries(changes)) {
      const [before]: Record<string, unknown>[] = await database
        .owner('audit_entries')
        .where({ kabupaten_code: KUKAR, sequence: 3 })
        .select('*');
      await tamper(
        `update audit_entries set ${column} = ${value} where kabupaten_code = '${KUKAR}' and sequence = 3`,
      );
      expect(await faultOf())
        .withContext(column)
        .toEqual({ kind: 'changed', sequence: 3 });
      await database
        .owner('audit_entries')
        .where({ kabupaten_code: KUKAR, sequence: 3 })
        .update({ ...before, details: JSON.stringify(before?.['details']) });
      expect(await faultOf())
        .withContext(`${column} put back`)
        .toBeNull();
    }
  });

  it('finds an entry that was changed together with its own hash', async () => {
    await write(3);
    const [row]: {
      [column: string]: unknown;
      id: string;
      at: Date;
      previous_hash: Buffer;
      subject: string;
    }[] = await database.owner('audit_entries').where({ kabupaten_code: KUKAR, sequence: 2 });
    const details = { isi: 'lain' };
    const hash = chainHash({
      previousHash: row?.previous_hash ?? GENESIS,
      chain: KUKAR,
      sequence: 2,
      id: row?.id ?? '',
      at: row?.at.toISOString() ?? '',
      userId: null,
      postId: null,
      postTitle: null,
      role: null,
      program: 'uji',
      action: 'test',
      subject: row?.subject ?? '',
      details,
      personal: null,
    });
    await database
      .owner('audit_entries')
      .where({ kabupaten_code: KUKAR, sequence: 2 })
      .update({ details: JSON.stringify(details), hash });
    expect(await faultOf()).toEqual({ kind: 'out-of-order', sequence: 3 });
  });

  it('finds removed, reordered, inserted and cut entries', async () => {
    const where = `kabupaten_code = '${KUKAR}'`;
    const cases: readonly [string, readonly string[], ChainFault][] = [
      [
        'removed in the middle',
        [`delete from audit_entries where ${where} and sequence = 2`],
        { kind: 'missing', sequence: 2 },
      ],
      [
        'removed at the beginning',
        [`delete from audit_entries where ${where} and sequence = 1`],
        { kind: 'missing', sequence: 1 },
      ],
      [
        'removed, and the rest moved up',
        [
          `delete from audit_entries where ${where} and sequence = 2`,
          `update audit_entries set sequence = 2 where ${where} and sequence = 3`,
          `update audit_entries set sequence = 3 where ${where} and sequence = 4`,
        ],
        { kind: 'changed', sequence: 2 },
      ],
      [
        'two changed places',
        [
          `update audit_entries set sequence = 99 where ${where} and sequence = 2`,
          `update audit_entries set sequence = 2 where ${where} and sequence = 3`,
          `update audit_entries set sequence = 3 where ${where} and sequence = 99`,
        ],
        { kind: 'changed', sequence: 2 },
      ],
      [
        'inserted in the middle',
        [
          `update audit_entries set sequence = sequence + 100 where ${where} and sequence > 2`,
          `insert into audit_entries select kabupaten_code, gen_random_uuid(), at, actor, action, 'palsu', details, 3, user_id, post_id, post_title, role, personal, previous_hash, hash from audit_entries where ${where} and sequence = 2`,
          `update audit_entries set sequence = sequence - 99 where ${where} and sequence > 100`,
        ],
        { kind: 'changed', sequence: 3 },
      ],
      [
        'added behind the end',
        [
          `insert into audit_entries select kabupaten_code, gen_random_uuid(), at, actor, action, 'palsu', details, 5, user_id, post_id, post_title, role, personal, hash, hash from audit_entries where ${where} and sequence = 4`,
        ],
        { kind: 'beyond-end', sequence: 5 },
      ],
      [
        'the end cut off',
        [`delete from audit_entries where ${where} and sequence > 2`],
        { kind: 'cut-off', sequence: 3 },
      ],
      ['all removed', [`delete from audit_entries where ${where}`], { kind: 'cut-off', sequence: 1 }],
      [
        'the head set back',
        [`update audit_heads set sequence = 2 where ${where}`],
        { kind: 'beyond-end', sequence: 3 },
      ],
      [
        'the head changed',
        [`update audit_heads set hash = '\\x00' where ${where}`],
        { kind: 'changed', sequence: 4 },
      ],
      ['the head removed', [`delete from audit_heads where ${where}`], { kind: 'beyond-end', sequence: 1 }],
      [
        'slipped in without a number',
        [
          `insert into audit_entries (kabupaten_code, id, actor, action, subject) values ('${KUKAR}', gen_random_uuid(), 'palsu', 'import', 'x')`,
        ],
        { kind: 'earlier-changed', sequence: 0 },
      ],
    ];
    await write(4);
    for (const [name, statements, fault] of cases) {
      const rows: Record<string, unknown>[] = await database
        .owner('audit_entries')
        .where({ kabupaten_code: KUKAR });
      const heads: Record<string, unknown>[] = await database
        .owner('audit_heads')
        .where({ kabupaten_code: KUKAR });
      for (const sql of statements) await tamper(sql);
      expect(await faultOf())
        .withContext(name)
        .toEqual(fault);
      await database.owner('audit_entries').where({ kabupaten_code: KUKAR }).delete();
      await database.owner('audit_heads').where({ kabupaten_code: KUKAR }).delete();
      await database
        .owner('audit_entries')
        .insert(rows.map((row) => ({ ...row, details: JSON.stringify(row['details']) })));
      await database.owner('audit_heads').insert(heads);
      expect(await faultOf())
        .withContext(`${name}, put back`)
        .toBeNull();
    }
  });

  it('counts the entries from before the chain, and keeps them as they are', async () => {
    const earlier = (code: string, subject: string) =>
      database.owner('audit_entries').insert({
        kabupaten_code: code,
        id: database.owner.raw('gen_random_uuid()'),
        actor: 'lama',
        action: 'import',
        subject,
      });
    await earlier(KUKAR, 'a');
    await earlier(KUKAR, 'b');
    await write(1);
    const state = await verifyChain(database.owner, KUKAR);
    // The first link tells of them.
    expect([state.entries, state.earlier, state.fault]).toEqual([2, 2, null]);
    expect(chainSentence({ code: KUKAR, name: 'Kutai Kartanegara' }, state)).toMatch(
      /^Kutai Kartanegara \(64\.02\): utuh, 2 catatan, ujung rantai [0-9a-f]{16}; 2 catatan dari sebelum rantai, tanpa nomor urut\.$/,
    );
    await tamper(`update audit_entries set subject = 'c' where subject = 'b'`);
    expect(await faultOf()).toEqual({ kind: 'earlier-changed', sequence: 0 });
    await tamper(`update audit_entries set subject = 'b' where subject = 'c'`);
    await tamper(`delete from audit_entries where subject = 'a'`);
    expect(await faultOf()).toEqual({ kind: 'earlier-changed', sequence: 0 });
  });

  it('says where and what', () => {
    const state = { checked: 1_233, entries: 2_000, end: 'ab'.repeat(32), earlier: 0 };
    expect(
      chainSentence(
        { code: BEKASI, name: 'Bekasi' },
        { ...state, fault: { kind: 'missing', sequence: 1_234 } },
      ),
    ).toBe('Bekasi (32.16): TIDAK UTUH, catatan nomor 1.234 hilang.');
    expect(chainSentence(null, { ...state, entries: 0, end: null, fault: null })).toBe(
      'Pemasangan: belum ada catatan berantai.',
    );
  });

  it('is reported chain by chain: which kabupaten, which number, and whether all is well', async () => {
    await write(3);
    await write(2, BEKASI);
    await write(1, null);
    const report = async (): Promise<[boolean, string[]]> => {
      const lines: string[] = [];
      return [await reportChains(database.owner, (line) => lines.push(line)), lines];
    };
    const [whole, lines] = await report();
    expect([whole, lines.length]).toEqual([true, 4]);
    expect(lines[2]).toMatch(/^Kabupaten 64\.02 \(64\.02\): utuh, 3 catatan, ujung rantai [0-9a-f]{16}\.$/);
    await tamper(`delete from audit_entries where kabupaten_code = '${BEKASI}' and sequence = 1`);
    const [stillWhole, found] = await report();
    expect(stillWhole).toBeFalse();
    expect(found[1]).toBe('Kabupaten 32.16 (32.16): TIDAK UTUH, catatan nomor 1 hilang.');
    expect(found[3]).toContain('Riwayat TIDAK utuh.');
    await tamper(`update platform_audit_entries set subject = 'lain'`);
    expect((await report())[1][0]).toBe('Pemasangan: TIDAK UTUH, catatan nomor 1 diubah atau dipindahkan.');
  });

  it('cannot be changed, emptied or shortened by the application', async () => {
    await write(1);
    await write(1, null);
    const attempts = ['audit_entries', 'platform_audit_entries'].flatMap((table) => [
      `update ${table} set action = 'lain'`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]);
    for (const sql of attempts)
      await expectAsync(database.application.raw(`${setKabupatenSql(KUKAR).replace('local ', '')}; ${sql}`))
        .withContext(sql)
        .toBeRejectedWithError(/permission denied/);
  });
});
