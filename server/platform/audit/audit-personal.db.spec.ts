import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import { createKabupaten } from '../kabupaten/create-kabupaten.repository.ts';
import { addUser } from '../kabupaten/user-accounts.repository.ts';
import { commandActor, type AuditActor } from './audit-entry.ts';
import { AuditLog } from './audit-log.repository.ts';
import { verifyChain } from './verify-chain.repository.ts';

const KUKAR = '64.02';

describe('personal values in the audit trail', () => {
  let database: TestDatabase;
  const audit = new AuditLog('rahasia-untuk-uji-rantai');

  beforeEach(async () => {
    database = await createTestDatabase();
    await createKabupaten(
      database.application,
      { code: KUKAR, name: 'Kutai Kartanegara', timeZone: 'Asia/Makassar', demo: false },
      STARTER_SET,
    );
  });
  afterEach(() => database.drop());

  it('refuses another secret than the one the keys of persons were sealed with', async () => {
    await addUser(database.application, {
      username: 'budi',
      name: 'Budi',
      passwordHash: 'x',
      demo: false,
      grants: [],
    });
    const [user]: { id: string }[] = await database.owner('users').select('id');
    const other = new AuditLog('rahasia-lain');
    await expectAsync(other.requireSameSecret(database.application)).toBeResolved();
    await audit.recordAlone(
      database.application,
      KUKAR,
      { ...commandActor(), userId: user?.id ?? '', username: 'budi' },
      { action: 'test', subject: 'x' },
    );
    await expectAsync(other.requireSameSecret(database.application)).toBeRejectedWithError(
      /Rahasia pemasangan bukan yang dipakai/,
    );
    await expectAsync(audit.requireSameSecret(database.application)).toBeResolved();
  });

  it('stays whole when a person is erased, and then has no name', async () => {
    for (const username of ['budi', 'sari'])
      await addUser(database.application, {
        username,
        name: `Nama ${username}`,
        passwordHash: 'x',
        demo: false,
        grants: [],
      });
    const [budi, sari]: { id: string }[] = await database.owner('users').orderBy('username').select('id');
    const actor = (id: string, username: string): AuditActor => ({
      ...commandActor(),
      program: null,
      userId: id,
      username,
      name: `Nama ${username}`,
      address: '10.1.2.3',
    });
    const event = { action: 'test', subject: `users/${sari?.id ?? ''}`, personal: { name: 'Nama sari' } };
    await audit.recordAlone(database.application, KUKAR, actor(budi?.id ?? '', 'budi'), event);
    await audit.recordAlone(database.application, KUKAR, actor(sari?.id ?? '', 'sari'), {
      action: 'test',
      subject: 'x',
    });
    const personal = async () => {
      const rows: { personal: Buffer }[] = await database
        .owner('audit_entries')
        .orderBy('sequence')
        .select('personal');
      for (const row of rows) expect(row.personal.toString('latin1')).not.toMatch(/budi|sari|10\.1/);
      return audit.openPersonal(
        database.application,
        rows.map((row) => row.personal),
      );
    };
    const values = (username: string) => ({ username, name: `Nama ${username}`, address: '10.1.2.3' });
    expect(await personal()).toEqual([
      { actor: values('budi'), subject: { name: 'Nama sari' } },
      { actor: values('sari'), subject: null },
    ]);
    await database.application.transaction(async (transaction) => {
      await transaction('users').where({ id: sari?.id }).update({ erased_at: transaction.fn.now() });
      await audit.forgetPerson(transaction, sari?.id ?? '');
    });
    // Her own entry and what another wrote about her; his own name stays.
    expect(await personal()).toEqual([
      { actor: values('budi'), subject: null },
      { actor: null, subject: null },
    ]);
    expect((await verifyChain(database.owner, KUKAR)).fault).toBeNull();
    // What is still under way gives her no new key.
    await audit.recordAlone(database.application, KUKAR, actor(sari?.id ?? '', 'sari'), {
      action: 'test',
      subject: 'x',
    });
    expect(await database.owner('audit_entries').whereNotNull('personal').pluck('sequence')).toEqual([1, 2]);
  });
});
