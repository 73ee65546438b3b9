import { globSync, readFileSync } from 'node:fs';
import { findUnboundQueries, tenantTablesIn } from './tenant-queries.ts';

const TABLES = new Set(['service_cases', 'complaints']);

function linesOf(source: string): readonly number[] {
  return findUnboundQueries(source, TABLES).map(({ line }) => line);
}

describe('queries on the tables of a kabupaten', () => {
  it('are found when SQL does not name the kabupaten', () => {
    expect(linesOf('db.raw(`select count(*) from service_cases where id = ?`);')).toEqual([1]);
    expect(linesOf("db.raw('update complaints set status = ?');")).toEqual([1]);
    expect(linesOf('\ndb.raw(`delete from "complaints"`);')).toEqual([2]);
    expect(linesOf('db.raw(`select 1 from areas join complaints on true where ${rest}`);')).toEqual([1]);
    expect(linesOf('copyFrom(`copy service_cases from stdin`);')).toEqual([1]);
  });

  it('are not excused by a comment, nor by a neighbour', () => {
    expect(linesOf('db.raw(`select 1 from complaints -- kabupaten_code\n`);')).toEqual([1]);
    const neighbour = 'db.raw(`select 1 from complaints where kabupaten_code = ?`);';
    expect(linesOf(`${neighbour}\ndb.raw('select 1 from complaints');`)).toEqual([2]);
  });

  it('are found when a query builder is not told the kabupaten', () => {
    expect(linesOf("function open(db) { return db('complaints as c').where({ open: true }); }")).toEqual([1]);
    expect(linesOf("function open(db) { return db('complaints').where({ kabupaten_code: code }); }")).toEqual(
      [],
    );
  });

  it('are accepted when they name it, also through an expression, and on other tables', () => {
    expect(linesOf('db.raw(`select 1 from complaints c where c.kabupaten_code = $1`);')).toEqual([]);
    expect(linesOf('db.raw(`select 1 from complaints where ${ownRows(scope.kabupatenCode)}`);')).toEqual([]);
    expect(linesOf("db.raw('select code from areas');")).toEqual([]);
    expect(linesOf("throw new Error('read from complaints2 failed');")).toEqual([]);
  });

  it('take their tables from the migrations', () => {
    const migrations = [
      'create table service_cases (x int);\ncreate table if not exists users (x int)',
      "createTable('pilots', (t) => t)",
    ];
    expect([...tenantTablesIn(migrations)]).toEqual(['service_cases', 'pilots']);
  });

  it('all name the kabupaten in this repository', () => {
    const read = (pattern: string) =>
      globSync(pattern)
        .sort()
        .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    const tables = tenantTablesIn(read('db/migrations/*.ts').map(({ text }) => text));
    const queries = read('server/**/*.{queries,repository}.ts');
    expect(tables.size).toBeGreaterThan(5);
    expect(queries.length).toBeGreaterThan(0);
    const unbound = queries.flatMap(({ file, text }) =>
      findUnboundQueries(text, tables).map(({ line, table }) => `${file}:${line} ${table}`),
    );
    expect(unbound).toEqual([]);
  });
});
