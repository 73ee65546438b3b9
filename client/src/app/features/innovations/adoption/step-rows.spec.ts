import { areChanged, changedRow, movedRow, rowsOf, toldRows, withRowAfter, withoutRow } from './step-rows.ts';

describe('Steps of an adoption plan in the form', () => {
  const step = (id: string, body: string) => ({
    id,
    body,
    owner: 'Seksi Pelayanan',
    dueOn: '2026-12-01',
    doneOn: null,
    note: '',
  });
  const steps = [step('a', 'Pilih layanan'), step('b', 'Latih operator'), step('c', 'Buka semua desa')];
  const bodies = (rows: readonly { readonly body: string }[]): string[] => rows.map(({ body }) => body);

  it('move up and down, and stay at the ends', () => {
    const rows = rowsOf(steps);
    expect(bodies(movedRow(rows, 2, -1))).toEqual(['Pilih layanan', 'Buka semua desa', 'Latih operator']);
    expect(bodies(movedRow(rows, 0, 1))).toEqual(['Latih operator', 'Pilih layanan', 'Buka semua desa']);
    expect(movedRow(rows, 0, -1)).toBe(rows);
    expect(movedRow(rows, 2, 1)).toBe(rows);
  });

  it('are added after a place and taken away', () => {
    const rows = withRowAfter(rowsOf(steps), 0);
    expect(bodies(rows)).toEqual(['Pilih layanan', '', 'Latih operator', 'Buka semua desa']);
    expect(rows[1]?.id).toBeNull();
    expect(bodies(withoutRow(rows, 2))).toEqual(['Pilih layanan', '', 'Buka semua desa']);
  });

  it('are changed only by what is said', () => {
    const rows = rowsOf(steps);
    expect(areChanged(rows, steps)).toBe(false);
    // An empty row and blanks around a text say nothing.
    expect(areChanged(changedRow(withRowAfter(rows, 2), 0, { body: ' Pilih layanan ' }), steps)).toBe(false);
    expect(areChanged(changedRow(rows, 1, { doneOn: '2026-12-02' }), steps)).toBe(true);
    expect(areChanged(movedRow(rows, 0, 1), steps)).toBe(true);
    expect(bodies(toldRows(withRowAfter(rows, 0)))).toEqual(bodies(steps));
  });
});
