import { previewPart } from './mapped-file.ts';

describe('previewPart', () => {
  it('cuts a large CSV after a whole line, never inside a character', async () => {
    const line = `${'é'.repeat(50)}\n`;
    const file = new File([line.repeat(20_000)], 'besar.csv');
    const part = await previewPart(file);
    expect(part.size).toBeLessThanOrEqual(512 * 1024);
    const text = await part.text();
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toContain('\uFFFD');
    expect(part.name).toBe('besar.csv');
  });

  it('leaves small files and workbooks whole', async () => {
    const small = new File(['a;b\n1;2\n'], 'kecil.csv');
    expect(await previewPart(small)).toBe(small);
    const workbook = new File([new Uint8Array(600 * 1024)], 'besar.xlsx');
    expect(await previewPart(workbook)).toBe(workbook);
  });
});
