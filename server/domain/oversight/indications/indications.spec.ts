import { binomialTail } from './binomial-tail.ts';
import { CLOSE_THEN_REOPEN } from './close-then-reopen.ts';
import { COMPLETION_BEFORE_RECEIPT } from './completion-before-receipt.ts';
import { FEE_ABOVE_STANDARD } from './fee-above-standard.ts';
import { IDENTICAL_FORMS } from './identical-forms.ts';
import { IKM_AGAINST_COMPLAINTS } from './ikm-against-complaints.ts';
import { LATE_ENTRY } from './late-entry.ts';
import { MASS_CLOSING } from './mass-closing.ts';
import { REFUSAL_BEFORE_DEADLINE } from './refusal-before-deadline.ts';

/** 20 working days with so many cases closed on each. */
const days = (each: number): number[] => Array.from({ length: 20 }, () => each);

describe('mass closing', () => {
  // 62 of 142 is 43.7 %; the median of the other days is 4, three times that is 12.
  const facts = { lastDay: '2026-10-30', closedOnLast: 62, closed: 142, otherDays: days(4) };

  it('is found, and told with what it is held against', () => {
    expect(MASS_CLOSING.judge(facts)).toBe('found');
    expect(MASS_CLOSING.sentence(facts, 'id')).toBe(
      '62 dari 142 permohonan bulan itu (44\u00a0%) ditutup pada hari kerja terakhirnya, 30 Okt 2026.',
    );
    expect(MASS_CLOSING.against(facts, 'id')).toBe(
      'pada hari kerja lain unit ini biasanya menutup 4 permohonan sehari',
    );
  });

  it('is not found below three usual days, nor below ten cases', () => {
    expect(MASS_CLOSING.judge({ ...facts, closedOnLast: 11, closed: 91 })).toBe('clear');
    expect(MASS_CLOSING.judge({ ...facts, closedOnLast: 12, closed: 92 })).toBe('found');
    expect(MASS_CLOSING.judge({ ...facts, closedOnLast: 9, closed: 39, otherDays: days(1) })).toBe('clear');
  });

  it('says nothing of a month with few cases', () => {
    expect(MASS_CLOSING.judge({ ...facts, closedOnLast: 20, closed: 29, otherDays: days(0) })).toBe(
      'insufficient-data',
    );
  });
});

describe('closed, then opened again', () => {
  const facts = { ended: 20, reopened: 3, othersEnded: 400, othersReopened: 20 };

  it('is found at 15 % and twice the others', () => {
    expect(CLOSE_THEN_REOPEN.judge(facts)).toBe('found');
    expect(CLOSE_THEN_REOPEN.against(facts, 'id')).toBe('5\u00a0% pada semua unit lain');
  });

  it('is not found where it is as usual elsewhere', () => {
    expect(CLOSE_THEN_REOPEN.judge({ ...facts, othersReopened: 40 })).toBe('clear');
    expect(CLOSE_THEN_REOPEN.judge({ ...facts, reopened: 2 })).toBe('clear');
  });

  it('says nothing of fewer than ten', () => {
    expect(CLOSE_THEN_REOPEN.judge({ ...facts, ended: 9, reopened: 9 })).toBe('insufficient-data');
  });
});

describe('completed before received', () => {
  it('is found from three rows on, not without any, and one or two are too few', () => {
    expect(COMPLETION_BEFORE_RECEIPT.judge({ rows: 3, files: 1 })).toBe('found');
    expect(COMPLETION_BEFORE_RECEIPT.judge({ rows: 0, files: 0 })).toBe('clear');
    expect(COMPLETION_BEFORE_RECEIPT.judge({ rows: 2, files: 2 })).toBe('insufficient-data');
  });
});

describe('late entries', () => {
  const facts = { received: 50, late: 10, othersReceived: 1_000, othersLate: 100 };

  it('are found at a fifth and twice the others', () => {
    expect(LATE_ENTRY.judge(facts)).toBe('found');
    expect(LATE_ENTRY.sentence(facts, 'id')).toBe(
      '10 dari 50 permohonan (20\u00a0%) dicatat sebagai entri susulan.',
    );
  });

  it('are not found below a fifth, or where the network fails everywhere', () => {
    expect(LATE_ENTRY.judge({ ...facts, received: 51 })).toBe('clear');
    expect(LATE_ENTRY.judge({ ...facts, othersLate: 101 })).toBe('clear');
  });

  it('say nothing of fewer than 30', () => {
    expect(LATE_ENTRY.judge({ ...facts, received: 29, late: 29 })).toBe('insufficient-data');
  });
});

describe('identical forms', () => {
  const facts = {
    day: '2026-10-07',
    answers: '434443434',
    same: 8,
    onDay: 10,
    elsewhere: 98,
    sameElsewhere: 0,
    byItems: 0.001,
  };

  it('knows the chance of so many hits', () => {
    // Ten tries at a half: (45 + 10 + 1) / 1024 for eight and more, by Pascal's triangle.
    expect(binomialTail(10, 0.5, 8)).toBeCloseTo(56 / 1024, 12);
    expect(binomialTail(3, 0.1, 3)).toBeCloseTo(0.001, 12);
    expect([binomialTail(5, 0.2, 0), binomialTail(5, 0.2, 6), binomialTail(5, 0, 1)]).toEqual([1, 0, 0]);
  });

  it('are found when chance does not make them', () => {
    // At one in a hundred (1 of 100): 45 · 0.01⁸ is far below one in ten thousand.
    expect(IDENTICAL_FORMS.judge(facts)).toBe('found');
  });

  it('are not found where people are content with everything, as on every other day', () => {
    expect(IDENTICAL_FORMS.judge({ ...facts, answers: '444444444', sameElsewhere: 60 })).toBe('clear');
    // The answers of each question alone may make it likely, too.
    expect(IDENTICAL_FORMS.judge({ ...facts, byItems: 0.6 })).toBe('clear');
    expect(IDENTICAL_FORMS.judge({ ...facts, same: 4 })).toBe('clear');
  });

  it('say nothing without other days to hold them against', () => {
    expect(IDENTICAL_FORMS.judge({ ...facts, elsewhere: 29 })).toBe('insufficient-data');
  });
});

describe('refused just before the deadline', () => {
  const facts = { refused: 20, refusedLate: 6, completed: 200, completedLate: 20 };

  it('is found at 30 % and twice the completed ones', () => {
    expect(REFUSAL_BEFORE_DEADLINE.judge(facts)).toBe('found');
  });

  it('is not found where everything ends that late', () => {
    expect(REFUSAL_BEFORE_DEADLINE.judge({ ...facts, completedLate: 31 })).toBe('clear');
    expect(REFUSAL_BEFORE_DEADLINE.judge({ ...facts, refusedLate: 5 })).toBe('clear');
  });

  it('says nothing of fewer than ten refusals', () => {
    expect(REFUSAL_BEFORE_DEADLINE.judge({ ...facts, refused: 9, refusedLate: 9 })).toBe('insufficient-data');
  });
});

describe('IKM too good for its complaints', () => {
  const rates = [2, 3, 4, 5, 40];
  const facts = { forms: 60, score: 92.4, grade: 'A' as const, complaints: 20, cases: 500, rates };

  it('is found for a top score among the most complaints', () => {
    // 20 of 500 is 40 per 1,000, the largest of five.
    expect(IKM_AGAINST_COMPLAINTS.judge(facts)).toBe('found');
    expect(IKM_AGAINST_COMPLAINTS.sentence(facts, 'id')).toBe(
      'IKM-nya 92,40 (mutu A), sedangkan aduannya 20: 40,0 per 1.000 permohonan.',
    );
  });

  it('is not found for a B, nor for fewer complaints than the others, nor where all are alike', () => {
    expect(IKM_AGAINST_COMPLAINTS.judge({ ...facts, score: 88.3, grade: 'B' })).toBe('clear');
    expect(IKM_AGAINST_COMPLAINTS.judge({ ...facts, rates: [2, 3, 4, 40, 41] })).toBe('clear');
    expect(IKM_AGAINST_COMPLAINTS.judge({ ...facts, rates: [40, 40, 40, 40, 40] })).toBe('clear');
  });

  it('says nothing with fewer than five units of the kind, or few forms', () => {
    expect(IKM_AGAINST_COMPLAINTS.judge({ ...facts, rates: [2, 3, 4, 40] })).toBe('insufficient-data');
    expect(IKM_AGAINST_COMPLAINTS.judge({ ...facts, forms: 29 })).toBe('insufficient-data');
  });
});

describe('fee above the standard', () => {
  it('is found from three cases on, and not where all paid the standard', () => {
    expect(FEE_ABOVE_STANDARD.judge({ known: 40, above: 3, largest: 25_000 })).toBe('found');
    expect(FEE_ABOVE_STANDARD.judge({ known: 40, above: 0, largest: 0 })).toBe('clear');
  });

  it('says nothing of one or two, or where no fee is known', () => {
    expect(FEE_ABOVE_STANDARD.judge({ known: 40, above: 2, largest: 25_000 })).toBe('insufficient-data');
    expect(FEE_ABOVE_STANDARD.judge({ known: 0, above: 0, largest: 0 })).toBe('insufficient-data');
  });
});

describe('every indication', () => {
  const all = [
    MASS_CLOSING,
    CLOSE_THEN_REOPEN,
    COMPLETION_BEFORE_RECEIPT,
    LATE_ENTRY,
    IDENTICAL_FORMS,
    REFUSAL_BEFORE_DEADLINE,
    IKM_AGAINST_COMPLAINTS,
    FEE_ABOVE_STANDARD,
  ];

  it('says what may explain it, and accuses nobody', () => {
    const blame = /pelanggaran|bersalah|curang|manipulasi|pungli|guilty|fraud|cheat/i;
    for (const { id, name, definition, innocent } of all)
      for (const { id: indonesian, en } of [name, definition, innocent]) {
        expect(indonesian.length > 5 && en.length > 5)
          .withContext(id)
          .toBeTrue();
        expect(blame.test(indonesian) || blame.test(en))
          .withContext(id)
          .toBeFalse();
      }
  });
});
