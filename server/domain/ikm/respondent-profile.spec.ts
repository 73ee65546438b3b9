import { educationLevel, respondentProfile } from './respondent-profile.ts';

describe('profile of respondents', () => {
  it('reads what forms and survey applications write as a group of the form of publication', () => {
    const written = {
      SD: ['SD', 'sd/sederajat', 'Tamat SD', 'SD / MI', 'MI', 'Sekolah Dasar', 'Paket A'],
      SMP: ['SMP', 'SLTP/Sederajat', 'MTs', 'Paket B', 'Tamat SMP'],
      SMA: [
        ...['SMA', 'SLTA', 'SMA/SMK', 'SMK', 'MA', 'Paket C', 'S.M.A', 'Lulusan SMA'],
        // As older people write what they left with.
        ...['SMU', 'SMEA', 'STM', 'Aliyah'],
      ],
      D3: [
        'D3',
        'D-III',
        'D1-D3',
        'D1',
        'DII',
        'Diploma',
        'Diploma III',
        'Diploma 3',
        'Sarjana Muda',
        'D I/D II/D III',
        'Akademi',
        'Ahli Madya',
      ],
      S1: [
        'S1',
        'S-1',
        'Sarjana',
        'D4',
        'D-IV',
        'DIV/S1',
        'D4/S1',
        'S1/D4',
        'Strata 1',
        'Diploma IV',
        'Sarjana Terapan',
      ],
      S2: ['S2', 'S3', 'S-2', 'S2/S3', 'Magister', 'Doktor', 'Pascasarjana', 'S2 ke atas', 'Strata 2'],
      unknown: ['', '-', 'tidak sekolah', 'Lainnya', 'Mahasiswa', 'minimal SMA', '3', null],
    } as const;
    for (const [level, words] of Object.entries(written))
      for (const each of words)
        expect(educationLevel(each))
          .withContext(String(each))
          .toBe(level as ReturnType<typeof educationLevel>);
  });

  it('names every group of the form, those without anybody too, and the rest only where there is one', () => {
    expect(
      respondentProfile([
        { sex: 'L', education: 'SMA', count: 4 },
        { sex: 'P', education: 'SLTA', count: 5 },
        { sex: 'P', education: 'S1', count: 2 },
      ]),
    ).toEqual({
      sex: [
        { key: 'L', count: 4 },
        { key: 'P', count: 7 },
      ],
      education: [
        { key: 'SD', count: 0 },
        { key: 'SMP', count: 0 },
        { key: 'SMA', count: 9 },
        { key: 'D3', count: 0 },
        { key: 'S1', count: 2 },
        { key: 'S2', count: 0 },
      ],
    });
    const partly = respondentProfile([
      { sex: null, education: null, count: 3 },
      { sex: 'waria', education: 'SD', count: 1 },
    ]);
    expect(partly.sex).toEqual([
      { key: 'L', count: 0 },
      { key: 'P', count: 0 },
      { key: 'unknown', count: 4 },
    ]);
    expect(partly.education.at(-1)).toEqual({ key: 'unknown', count: 3 });
  });
});
