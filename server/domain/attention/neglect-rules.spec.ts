import { notReporting } from './not-reporting-rule.ts';
import { overdueCases, type OverdueCases } from './overdue-cases-rule.ts';
import { smallSample, type QuarterSurvey } from './small-sample-rule.ts';
import { unansweredComplaints, type UnansweredComplaints } from './unanswered-complaints-rule.ts';

describe('rule of unanswered complaints', () => {
  const anggana: UnansweredComplaints = {
    unit: '64.02.04',
    count: 12,
    pastTop: 3,
    oldestOn: '2026-11-09',
    oldestWorkingDays: 9,
    category: { name: 'Air bersih', count: 12 },
  };

  it('tells how many, of what, how long, and which rungs were passed', () => {
    const finding = unansweredComplaints(anggana, 2);
    expect(finding?.sentence).toEqual({
      id: '12 aduan air bersih belum ditanggapi, paling lama 9\u00a0hari kerja; sudah melewati unit dan Diskominfo.',
      en: '12 complaints (air bersih) unanswered, the oldest for 9\u00a0working days; past the unit and Diskominfo.',
    });
    expect(finding?.proof.query).toEqual({ unit: '64.02.04', count: 'complaints.unanswered' });
    expect(finding?.proof.count).toBe(12);
    // Two rungs: (2 × 2 + log2 12 = 7.58, at most 6) × 2.
    expect(finding?.score).toBe(12);
  });

  it('names a category that most share beside the number, and none that few share', () => {
    const most = unansweredComplaints({ ...anggana, category: { name: 'Air bersih', count: 8 } }, 2);
    expect(most?.sentence.id).toContain('12 aduan belum ditanggapi');
    expect(most?.facts[0]?.id).toBe('8 di antaranya air bersih');
    const few = unansweredComplaints({ ...anggana, category: { name: 'Air bersih', count: 6 } }, 2);
    expect(few?.facts).toEqual([]);
    const acronym = unansweredComplaints({ ...anggana, category: { name: 'KTP', count: 12 } }, 2);
    expect(acronym?.sentence.id).toContain('12 aduan KTP belum');
  });

  it('above the unit only what the ladder failed to solve is seen', () => {
    expect(unansweredComplaints({ ...anggana, pastTop: 0 }, 2)).toBeNull();
    expect(unansweredComplaints({ ...anggana, pastTop: 0 }, 1)?.sentence.id).toContain(
      'sudah melewati batas waktu unit.',
    );
    expect(unansweredComplaints({ ...anggana, count: 0 }, 1)).toBeNull();
    const single = { ...anggana, count: 1, category: { name: 'Air bersih', count: 1 } };
    expect(unansweredComplaints(single, 1)?.sentence.en).toContain('1 complaint (air bersih) unanswered');
  });

  it('tells no number to who has no right to details, and nothing of fewer than five', () => {
    const finding = unansweredComplaints(anggana, 2, false);
    expect(finding?.sentence.id).toBe('aduan belum ditanggapi; sudah melewati unit dan Diskominfo.');
    expect(finding?.proof.count).toBeNull();
    expect(JSON.stringify([finding?.sentence, finding?.facts, finding?.proof])).not.toMatch(/12|9/);
    expect(unansweredComplaints({ ...anggana, count: 4 }, 2, false)).toBeNull();
  });
});

describe('rule of overdue cases', () => {
  const ends = (...counts: (number | null)[]) =>
    counts.map((count, index) => ({ month: `2026-${String(index + 1).padStart(2, '0')}-01`, count }));
  const cases: OverdueCases = {
    unit: 'u',
    count: 37,
    old: 4,
    oldestWorkingDays: 28,
    monthEnds: ends(10, 12, 14, 12, 11, 13, 12, 12, 30, 35),
    thisMonth: '2026-11-01',
  };

  it('unusually many: at least twice the median of the own month ends', () => {
    // Sorted 10 11 12 12 12 12 13 14 30 35: nearest rank 5 of 10 is 12.
    const finding = overdueCases(cases);
    expect(finding?.sentence).toEqual({
      id: '37 berkas lewat tenggat, biasanya sekitar 12; paling lama 28\u00a0hari kerja.',
      en: '37 cases are past their deadline, usually about 12; the longest by 28\u00a0working days.',
    });
    // September and October were unusual too: 1.5 × 37 / 12 = 4.625, three months.
    expect(finding?.since).toBe('2026-09-01');
    expect(finding?.score).toBeCloseTo(13.875, 10);
    expect(overdueCases({ ...cases, count: 24 })).not.toBeNull();
    expect(overdueCases({ ...cases, count: 23 })).toBeNull();
  });

  it('begins this month when the months before were as usual', () => {
    const finding = overdueCases({ ...cases, monthEnds: ends(10, 12, 14, 12, 11, 13) });
    expect(finding?.since).toBe('2026-11-01');
  });

  it('unusually old: half of them by more than twenty working days', () => {
    const old = { ...cases, count: 8, old: 4, monthEnds: ends(8, 8, 8, 8, 8, 8) };
    expect(overdueCases(old)?.sentence.id).toBe('8 berkas lewat tenggat; paling lama 28\u00a0hari kerja.');
    expect(overdueCases(old)?.facts[0]?.id).toBe('4 di antaranya lewat lebih dari 20\u00a0hari kerja');
    expect(overdueCases(old)?.since).toBeNull();
    expect(overdueCases({ ...old, old: 3 })).toBeNull();
  });

  it('never for fewer than five, nor by months that nothing is known of', () => {
    expect(overdueCases({ ...cases, count: 4, old: 4, monthEnds: ends(0, 0, 0, 0, 0, 0) })).toBeNull();
    expect(overdueCases({ ...cases, monthEnds: ends(null, null, 1, 1, 1, 1, 1) })).toBeNull();
    expect(overdueCases({ ...cases, monthEnds: ends(0, 0, 0, 0, 0, 0) })?.sentence.id).toContain(
      'biasanya tidak ada',
    );
  });

  it('tells no number to who has no right to details', () => {
    const finding = overdueCases(cases, false);
    expect(finding?.sentence.id).toBe('berkas lewat tenggat jauh lebih banyak dari biasanya.');
    expect(finding?.proof.screen).toBe('/layanan');
    expect(JSON.stringify([finding?.sentence, finding?.facts, finding?.proof])).not.toMatch(/\d{2}/);
  });
});

describe('rule of the small sample', () => {
  const quarter = (
    respondents: number | null,
    required: number | null,
    from = '2026-07-01',
    to = '2026-09-30',
  ) => ({ quarter: { from, to }, score: 84.12, grade: 'B', respondents, required }) satisfies QuarterSurvey;

  it('tells score, grade, respondents and how many are needed (Krejcie & Morgan: 346 of some 3,500)', () => {
    const finding = smallSample('rsud', [quarter(61, 346)]);
    expect(finding?.sentence).toEqual({
      id: 'IKM 84,12 (B) dari 61 responden; perlu 346 agar memadai.',
      en: 'IKM 84.12 (B) from 61 respondents; 346 are needed for a sufficient sample.',
    });
    expect(finding?.facts.map(({ id }) => id)).toEqual(['triwulan III 2026']);
    expect(finding?.mark).toBe('small-sample');
    // 3 × (1 − 61/346) = 2.471, one quarter.
    expect(finding?.score).toBeCloseTo(2.4711, 4);
  });

  it('counts the quarters in a row', () => {
    const finding = smallSample('rsud', [
      quarter(200, 346, '2026-01-01', '2026-03-31'),
      quarter(50, 346, '2026-04-01', '2026-06-30'),
      quarter(61, 346),
    ]);
    expect(finding?.since).toBe('2026-04-01');
    expect(finding?.facts[1]?.id).toBe('2 triwulan berturut-turut kurang');
    expect(finding?.score).toBeCloseTo(4.9422, 4);
  });

  it('is not raised by a quarter or more of what is needed, by nobody asked, or by what may not be told', () => {
    expect(smallSample('u', [quarter(87, 346)])).toBeNull();
    expect(smallSample('u', [quarter(86, 346)])).not.toBeNull();
    expect(smallSample('u', [quarter(0, 346)])).toBeNull();
    expect(smallSample('u', [quarter(61, null)])).toBeNull();
    expect(smallSample('u', [quarter(null, 346)])).toBeNull();
    expect(smallSample('u', [])).toBeNull();
  });
});

describe('rule of silence', () => {
  const tabang = { unit: '64.02.12', lastOn: '2026-11-05', since: '2026-11-06', workingDays: 10, nil: false };

  it('tells since when nothing came, and how many working days that is', () => {
    const finding = notReporting(tabang, '2026-11-20');
    expect(finding?.sentence).toEqual({
      id: 'belum melapor sejak 6\u00a0November.',
      en: 'has not reported since 6\u00a0November.',
    });
    expect(finding?.facts.map(({ id }) => id)).toEqual([
      '10\u00a0hari kerja',
      'data terakhir 5\u00a0November',
    ]);
    expect(finding?.mark).toBe('no-data');
    expect(finding?.score).toBe(8);
  });

  it('needs a working week, and no nihil', () => {
    expect(notReporting({ ...tabang, workingDays: 4 }, '2026-11-20')).toBeNull();
    expect(notReporting({ ...tabang, workingDays: 5 }, '2026-11-20')).not.toBeNull();
    expect(notReporting({ ...tabang, nil: true }, '2026-11-20')).toBeNull();
    expect(notReporting({ ...tabang, lastOn: '2024-11-05' }, '2026-11-20')).toBeNull();
  });
});
