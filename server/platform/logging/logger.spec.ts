import { createLogger } from './logger.ts';

describe('the log', () => {
  function written(value: Record<string, unknown>): string {
    const lines: string[] = [];
    createLogger('info', { write: (line: string) => lines.push(line) }).info(value, 'terjadi sesuatu');
    expect(lines.length).toBe(1);
    return lines.join('');
  }

  it('blots out secrets and personal values, wherever they are handed in', () => {
    const text = written({
      password: 'sandi-rahasia',
      request: { cookie: 'pandu.sid=abc', authorization: 'Bearer pandu_xyz', method: 'POST' },
      person: { name: 'Siti Aminah', email: 'siti@contoh.go.id', nik: '6402071234567890' },
      code: '123456',
    });
    for (const secret of ['sandi-rahasia', 'abc', 'pandu_xyz', 'Siti', 'contoh.go.id', '64020712', '123456'])
      expect(text).withContext(secret).not.toContain(secret);
    expect(text).toContain('"method":"POST"');
  });

  it('writes of a database error where it was, not whose data it was about', () => {
    const error = Object.assign(
      new Error(
        `insert into "users" ("username") values ('siti') - duplicate key value violates unique constraint "users_username"`,
      ),
      {
        code: '23505',
        table: 'users',
        constraint: 'users_username',
        detail: 'Key (username)=(siti) already exists.',
      },
    );
    const text = written({ error });
    expect(text).not.toContain('siti');
    expect(JSON.parse(text)).toEqual(
      jasmine.objectContaining({
        error: jasmine.objectContaining({
          type: 'Error',
          code: '23505',
          table: 'users',
          constraint: 'users_username',
          message: 'duplicate key value violates unique constraint "…"',
        }),
      }),
    );
  });

  it('keeps the place of any error and leaves the text it stumbled over', () => {
    let text = '';
    try {
      JSON.parse('Siti Aminah');
    } catch (error) {
      text = written({ error });
    }
    expect(text).not.toContain('Siti');
    expect(text).toContain('logger.spec.ts');
  });
});
