import type {
  Figure,
  ReportBlock,
  ReportDocument,
  ReportSection,
  Span,
} from '#contract/reports/report-document';
import { briefDocument } from './brief-document.ts';
import { briefText } from './brief-text.ts';

describe('brief of a report', () => {
  const link = 'https://pandu.contoh.go.id/laporan/laporan-kinerja?unit=64.02&grain=month&from=2026-10-01';

  it('tells the period in the words of the report', () => {
    const brief = briefDocument(
      documentOf([
        section('Ringkasan', [list([line('Diterima ', figure('received', '3.637'), ' permohonan.')])]),
        section('Perlu keputusan', [
          matters([['Muara Kaman', 'KK tepat waktu turun dari 91 % ke 74 % sejak Juni.\nn = 61 · 5 bulan']]),
          { kind: 'paragraph', small: true, spans: [{ text: 'Dari 156 deret yang diperiksa.' }] },
        ]),
        section('Patut diapresiasi', [
          list([
            [
              { text: 'Sebulu', strong: true },
              { text: ': naik ke 92 % sejak Mei. n = 107 (Oktober) · PECUT.' },
            ],
          ]),
        ]),
      ]),
    );
    expect(briefText(brief)).toBe(
      [
        '*Kutai Kartanegara, Oktober 2026*',
        '_angka tetap · KKR-2026-10-4F7K_',
        '',
        '• Diterima 3.637 permohonan.',
        '',
        '*Perlu keputusan*',
        '• *Muara Kaman*: KK tepat waktu turun dari 91 % ke 74 % sejak Juni.',
        '',
        '*Patut diapresiasi*',
        '• *Sebulu*: naik ke 92 % sejak Mei.',
        '',
        'Selengkapnya di',
        link,
      ].join('\n'),
    );
  });

  it('leaves whole sentences out and never a part of one', () => {
    const sentence = (number: number): string =>
      `Hal nomor ${number} ini diceritakan dengan kalimat yang cukup panjang agar tidak semuanya muat.`;
    const document = documentOf([
      section('Ringkasan', [list([line('Diterima ', figure('received', '3.637'), ' permohonan.')])]),
      section('Perlu keputusan', [
        matters(Array.from({ length: 12 }, (_, index) => [`Unit ${index + 1}`, sentence(index + 1)])),
      ]),
    ]);
    const text = briefText(briefDocument(document));
    const told = text.split('\n').filter((each) => each.startsWith('• *Unit'));
    expect(text.length).toBeLessThanOrEqual(900);
    expect(told.length).toBeGreaterThan(2);
    // One matter more would not have fitted.
    expect(text.length + '• *Unit 9*: '.length + sentence(9).length).toBeGreaterThan(900);
    told.forEach((each, index) => expect(each).toBe(`• *Unit ${index + 1}*: ${sentence(index + 1)}`));
  });

  it('keeps room for the address that who copies it adds', () => {
    const long = Array.from(
      { length: 30 },
      (_, index) => [`Unit ${index}`, 'Satu kalimat yang biasa saja.'] as const,
    );
    const document = documentOf([
      section('Ringkasan', [list([line('Diterima ', figure('received', '3.637'), ' permohonan.')])]),
      section('Perlu keputusan', [matters(long)]),
    ]);
    const unknown = briefDocument({ ...document, figures: { ...document.figures, link: null } });
    expect(briefText(unknown).length).toBeLessThanOrEqual(780);
    expect(briefText(unknown)).toMatch(/Selengkapnya di PANDU$/);
  });

  it('shortens the summary last, by what follows its first sentences', () => {
    const filler =
      'Kalimat kedua ini menambah keterangan yang panjang sekali dan boleh ditinggalkan bila perlu. '.repeat(
        4,
      );
    const document = documentOf([
      section('Ringkasan', [
        list([
          [
            ...line('Diterima ', figure('received', '3.637'), ' permohonan.'),
            { text: ' ' },
            { text: filler },
          ],
          [...line('Selesai ', figure('completed', '3.526'), '.'), { text: ' ' }, { text: filler }],
        ]),
      ]),
    ]);
    const text = briefText(briefDocument(document));
    expect(text).toContain('• Diterima 3.637 permohonan.');
    expect(text).toContain('• Selesai 3.526.');
    expect(text.length).toBeLessThanOrEqual(900);
  });

  it('always says how many matters there are, however few of them it names', () => {
    const long = (about: string): string =>
      `${about} ${'diceritakan dengan panjang lebar '.repeat(8)}di sini.`;
    const text = briefText(
      briefDocument(
        documentOf([
          section('Ringkasan', [
            list([
              line('Diterima ', figure('received', '3.637'), ' permohonan.'),
              [{ text: long('Aduan') }],
              [
                { text: '26 unit melapor.' },
                { text: ' ' },
                figure('attention.matters', '7'),
                { text: ' hal perlu keputusan.' },
              ],
            ]),
          ]),
          section('Perlu keputusan', [
            matters([
              ['Anggana', long('Air')],
              ['Tabang', long('Sinyal')],
            ]),
          ]),
          section('Patut diapresiasi', [list([[{ text: long('Sebulu') }]])]),
        ]),
      ),
    );
    expect(text).toContain('• 26 unit melapor. 7 hal perlu keputusan.');
    expect(text).toContain('*Anggana*');
    expect(text).not.toContain('*Patut diapresiasi*');
    expect(text.length).toBeLessThanOrEqual(900);
  });

  it('holds 900 characters at most, whatever its words are as long as', () => {
    const lengths = Array.from({ length: 80 }, (_, more) => {
      const sentence = `Kalimat ${'x'.repeat(330 + more)}.`;
      const items = [sentence, sentence, 'Pendek.'].map((text): Span[] => [{ text }]);
      return briefText(briefDocument(documentOf([section('Ringkasan', [list(items)])]))).length;
    });
    expect(Math.max(...lengths)).toBeLessThanOrEqual(900);
    // The first of them hold all three lines, and the last one line less.
    expect(Math.max(...lengths)).toBeGreaterThan(880);
    expect(Math.min(...lengths)).toBeLessThan(700);
  });

  it('says that figures are invented', () => {
    const text = briefText(briefDocument({ ...documentOf([]), demo: true }));
    expect(text).toContain('DATA CONTOH – bukan kinerja sebenarnya');
  });

  it('refuses what cannot be told in a message', () => {
    const huge = documentOf([section('Ringkasan', [list([[{ text: 'x'.repeat(950) }]])])]);
    expect(() => briefDocument(huge)).toThrowError(/longer than a brief/);
    expect(() => briefText(documentOf([section('Tabel', [matters([['Unit', 'Hal.']])])]))).toThrowError(
      /cannot hold a block of the kind table/,
    );
  });

  function documentOf(sections: ReportSection[]): ReportDocument {
    return {
      report: 'ringkasan-wa',
      language: 'id',
      title: 'Ringkasan WhatsApp',
      unit: '64.02',
      unitName: 'Kutai Kartanegara',
      period: { from: '2026-10-01', to: '2026-10-31', name: 'Oktober 2026' },
      letterhead: { lines: [], address: '', crest: null },
      cover: false,
      figures: {
        state: 'tetap',
        sentence: 'Angka tetap.',
        dataVersion: 1,
        definitionsVersion: '2026-11',
        code: 'KKR-2026-10-4F7K',
        link,
      },
      demo: false,
      madeAt: '2026-11-05T02:00:00Z',
      madeAtText: 'Kamis 5 Nov 2026 10.00 WITA',
      sections,
    };
  }

  function section(title: string, blocks: ReportBlock[]): ReportSection {
    return { id: title, title, orientation: 'portrait', newPage: false, blocks };
  }

  function list(items: Span[][]): ReportBlock {
    return { kind: 'list', items };
  }

  function line(before: string, number: Figure, after: string): Span[] {
    return [{ text: before }, number, { text: after }];
  }

  function figure(id: string, text: string): Figure {
    return { id, value: Number(text.replace('.', '')), unit: 'count', decimals: 0, text };
  }

  function matters(rows: readonly (readonly [string, string] | string[])[]): ReportBlock {
    return {
      kind: 'table',
      id: 'exceptions',
      caption: 'Hal yang perlu keputusan',
      columns: [
        { id: 'mark', label: 'Tanda', kind: 'text' },
        { id: 'unit', label: 'Unit', kind: 'text' },
        { id: 'matter', label: 'Hal', kind: 'text' },
      ],
      rows: rows.map(([unit = '', matter = '']) => ({ cells: ['memburuk', unit, matter] })),
    };
  }
});
