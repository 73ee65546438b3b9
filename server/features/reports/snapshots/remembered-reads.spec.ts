import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { rememberReads } from './remembered-reads.ts';

describe('reads that are remembered', () => {
  const asked: string[] = [];
  const transaction: ReadTransaction = {
    kabupatenCode: '64.02',
    database: {},
    rows: (name, sql, values) => {
      asked.push(`${name}|${sql}|${values.join(',')}`);
      return Promise.resolve([]);
    },
  };
  beforeEach(() => asked.splice(0));

  it('ask the database once for the same rows, and again for other ones', async () => {
    const remembered = rememberReads(transaction);
    const first = await remembered.rows('a', 'select 1', ['x']);
    expect(await remembered.rows('a', 'select 1', ['x'])).toBe(first);
    await remembered.rows('a', 'select 1', ['y']);
    await remembered.rows('b', 'select 2', ['x']);
    // Without a name the text tells what is asked.
    await remembered.rows('', 'select 3', ['x']);
    await remembered.rows('', 'select 4', ['x']);
    await remembered.rows('', 'select 3', ['x']);
    expect(asked).toEqual(['a|select 1|x', 'a|select 1|y', 'b|select 2|x', '|select 3|x', '|select 4|x']);
  });

  it('are forgotten with the transaction', async () => {
    await rememberReads(transaction).rows('a', 'select 1', []);
    await rememberReads(transaction).rows('a', 'select 1', []);
    expect(asked.length).toBe(2);
    expect(rememberReads(transaction).kabupatenCode).toBe('64.02');
  });
});
