import { isOver, periodAround, periodName, snapshotPeriod, soFar } from './snapshot-period.ts';
import { stateSentence } from './snapshot-state.ts';

describe('the period of a snapshot', () => {
  it('is a whole month or quarter, and nothing else', () => {
    expect(snapshotPeriod('month', '2024-02-01')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(snapshotPeriod('quarter', '2026-10-01')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(snapshotPeriod('month', '2026-10-02')).toBeNull();
    expect(snapshotPeriod('quarter', '2026-11-01')).toBeNull();
    expect(periodAround('quarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodAround('month', '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  });

  it('is over the day after its last one', () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    expect(isOver(october, '2026-10-31')).toBeFalse();
    expect(isOver(october, '2026-11-01')).toBeTrue();
    expect(soFar(october, '2026-10-09')).toEqual({ from: '2026-10-01', to: '2026-10-09' });
    expect(soFar(october, '2026-12-01')).toEqual(october);
  });

  it('has the name people call it by, while it runs and afterwards', () => {
    expect(periodName({ from: '2026-10-01', to: '2026-10-31' }, 'id')).toBe('Oktober 2026');
    expect(periodName({ from: '2026-07-01', to: '2026-09-30' }, 'id')).toBe('Triwulan III 2026');
    expect(periodName({ from: '2026-07-01', to: '2026-09-30' }, 'en')).toBe('Quarter III 2026');
  });
});

describe('the sentence about the state of figures', () => {
  it('says who froze them, when, and by which code they are found', () => {
    const frozen = { by: 'Sekretaris Daerah', on: '2026-11-05', code: 'KKR-2026-10-34YF', corrects: null };
    expect(stateSentence({ state: 'tetap', ...frozen }, 'id')).toBe(
      'Angka tetap, ditetapkan Sekretaris Daerah pada 5 Nov 2026, kode KKR-2026-10-34YF.',
    );
    const correcting = { ...frozen, corrects: 'KKR-2026-10-7ABC' };
    expect(stateSentence({ state: 'perbaikan', ...correcting }, 'id')).toBe(
      'Angka perbaikan atas KKR-2026-10-7ABC, ditetapkan Sekretaris Daerah pada 5 Nov 2026, kode KKR-2026-10-34YF.',
    );
    expect(stateSentence({ state: 'perbaikan', ...correcting }, 'en')).toBe(
      'Figures correcting KKR-2026-10-7ABC, frozen by Sekretaris Daerah on 5 Nov 2026, code KKR-2026-10-34YF.',
    );
    expect(stateSentence({ state: 'tetap', ...frozen }, 'en')).toBe(
      'Final figures, frozen by Sekretaris Daerah on 5 Nov 2026, code KKR-2026-10-34YF.',
    );
  });

  it('says of provisional figures when they were computed, in the zone of the kabupaten', () => {
    const provisional = {
      state: 'sementara',
      at: '2026-11-20T08:00:00Z',
      timeZone: 'Asia/Makassar',
    } as const;
    expect(stateSentence(provisional, 'id').replace(/\u00a0/g, ' ')).toBe(
      'Angka sementara per Jumat 20 Nov 2026 16.00 WITA; masih dapat berubah.',
    );
  });
});
