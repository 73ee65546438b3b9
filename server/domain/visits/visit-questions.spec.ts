import { questionText, type VisitFacts, visitQuestions } from './visit-questions.ts';

const CALM: VisitFacts = {
  silentSince: null,
  change: null,
  courses: [{ name: 'Tepat waktu', variation: 'stable', since: null }],
  overdue: { total: 0, oldestWorkingDays: null },
  unanswered: { total: 0, longestWorkingDays: null },
  lateDispositions: 0,
  sample: null,
};

const keys = (facts: VisitFacts): string[] => visitQuestions(facts).map(({ key }) => key);

describe('the questions of a visit', () => {
  it('are three also where nothing is the matter', () => {
    expect(keys(CALM)).toEqual(['unseen', 'counter', 'tried']);
  });

  it('begin with what got worse, then who waits longest', () => {
    const facts: VisitFacts = {
      ...CALM,
      courses: [
        { name: 'Tepat waktu', variation: 'worsening', since: '2026-06-01' },
        { name: 'Aduan tuntas', variation: 'improving', since: '2026-04-01' },
      ],
      overdue: { total: 37, oldestWorkingDays: 45 },
      unanswered: { total: 12, longestWorkingDays: 9 },
      lateDispositions: 1,
    };
    expect(visitQuestions(facts)).toEqual([
      { key: 'worse', values: { name: 'Tepat waktu', month: '2026-06-01' } },
      { key: 'overdueSince', values: { count: 37, days: 45 } },
      { key: 'unanswered', values: { count: 12, days: 9 } },
    ]);
  });

  it('do not ask about a complaint that came in today', () => {
    expect(keys({ ...CALM, unanswered: { total: 1, longestWorkingDays: 0 } })).toEqual(keys(CALM));
    expect(keys({ ...CALM, unanswered: { total: 1, longestWorkingDays: 1 } })[0]).toBe('unanswered');
  });

  it('ask about the change on the list of exceptions rather than about the whole number', () => {
    const facts: VisitFacts = {
      ...CALM,
      change: 'KK tepat waktu turun dari 91 % ke 74 % sejak Juni.',
      courses: [{ name: 'Tepat waktu', variation: 'worsening', since: '2026-10-01' }],
    };
    expect(visitQuestions(facts)[0]).toEqual({ key: 'change', values: { sentence: facts.change ?? '' } });
    expect(keys(facts)).toEqual(['change', 'unseen', 'counter']);
  });

  it('ask a silent unit first why nothing arrives', () => {
    expect(keys({ ...CALM, silentSince: '2026-11-06', sample: { respondents: 3, required: 40 } })).toEqual([
      'silent',
      'sample',
      'unseen',
    ]);
  });

  it('ask what can be copied where something got better', () => {
    const courses = [{ name: 'Tepat waktu', variation: 'improving', since: '2026-03-01' }] as const;
    expect(keys({ ...CALM, courses })).toEqual(['better', 'unseen', 'counter']);
  });
});

describe('a question of a visit as it is put', () => {
  it('writes numbers, months and days as people do', () => {
    expect(questionText({ key: 'overdueSince', values: { count: 1208, days: 45 } }, 'id')).toBe(
      '1.208 permohonan sudah lewat tenggat, paling lama 45 hari kerja: apa yang menahannya, dan apakah pemohonnya sudah diberi kabar?',
    );
    expect(questionText({ key: 'worse', values: { name: 'On time', month: '2026-06-01' } }, 'en')).toBe(
      'On time has been getting worse since June 2026: what changed on the ground then, and at which stage do files wait?',
    );
    expect(questionText({ key: 'silent', values: { day: '2026-11-06' } }, 'id')).toContain(
      'sejak 6 Nov 2026:',
    );
  });
});
