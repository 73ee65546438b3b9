import { flatten } from './directory.ts';

describe('flatten', () => {
  it('keeps the reading order, the depth and the way down', () => {
    const point = {
      code: 'sp1',
      name: 'Loket Beloro',
      kind: 'service-point' as const,
      parentCode: '64.02.07',
      children: [],
    };
    const sebulu = {
      code: '64.02.07',
      name: 'Sebulu',
      kind: 'kecamatan' as const,
      parentCode: '64.02',
      children: [point],
    };
    const anggana = {
      code: '64.02.05',
      name: 'Anggana',
      kind: 'kecamatan' as const,
      parentCode: '64.02',
      children: [],
    };
    const entries = flatten([
      {
        code: '64.02',
        name: 'Kutai Kartanegara',
        kind: 'kabupaten',
        parentCode: null,
        children: [sebulu, anggana],
      },
    ]);
    expect(entries.map((entry) => `${String(entry.depth)} ${entry.name}`)).toEqual([
      '0 Kutai Kartanegara',
      '1 Sebulu',
      '2 Loket Beloro',
      '1 Anggana',
    ]);
    expect(entries[2]?.path.map((step) => step.code)).toEqual(['64.02', '64.02.07', 'sp1']);
  });
});
