import { fateOf, lacks, promisesInOrder, type OpenPromise } from './agenda-order.ts';

describe('the order of promises on an agenda', () => {
  const promise = (id: string, state: OpenPromise['state'], dueOn: string | null): OpenPromise => ({
    id,
    state,
    dueOn,
    meetingOn: '2026-10-12',
  });

  it('asks about what is late longest first, then about what was reported, then about what still runs', () => {
    const ordered = promisesInOrder([
      promise('runs', 'open', '2026-12-01'),
      promise('done', 'closed', '2026-10-01'),
      promise('sooner', 'late', '2026-11-02'),
      promise('without a day', 'open', null),
      promise('reported', 'reported', '2026-10-20'),
      promise('later', 'late', '2026-11-09'),
      promise('as late', 'late', '2026-11-09'),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual([
      'sooner',
      'as late',
      'later',
      'reported',
      'runs',
      'without a day',
    ]);
  });
});

describe('what became of a matter', () => {
  it('is decided by a decision, else what was said of it; nobody’s word leaves it unreached', () => {
    expect(fateOf({ decisions: 1, outcome: 'undecided', note: '' })).toBe('decided');
    expect(fateOf({ decisions: 0, outcome: 'undecided', note: 'menunggu' })).toBe('undecided');
    expect(fateOf({ decisions: 0, outcome: null, note: 'menunggu' })).toBe('noted');
    expect(fateOf({ decisions: 0, outcome: null, note: ' ' })).toBe('not-discussed');
  });
});

describe('what a decision lacks', () => {
  const whole = { what: 'Buka loket kedua.', toPost: 'p', dueOn: '2026-11-20' };

  it('is words, an owner, or a day that has not passed; the day itself is in time', () => {
    expect(lacks(whole, '2026-11-20')).toEqual([]);
    expect(lacks(whole, '2026-11-21')).toEqual(['when']);
    // Three letters are the fewest that the contract of disposisi takes.
    expect(lacks({ ...whole, what: 'ACC' }, '2026-11-20')).toEqual([]);
    expect(lacks({ ...whole, what: 'AC' }, '2026-11-20')).toEqual(['what']);
    expect(lacks({ what: ' a ', toPost: null, dueOn: null }, '2026-11-20')).toEqual(['what', 'who', 'when']);
  });
});
