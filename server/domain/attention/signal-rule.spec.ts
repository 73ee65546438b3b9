import {
  carrierOf,
  effectOf,
  improving,
  monthsOnOneSide,
  worsening,
  type WatchedSeries,
} from './signal-rule.ts';

const TODAY = '2026-11-20';

function month(number: number, value: number | null, n: number | null = 400) {
  const from = `2026-${String(number).padStart(2, '0')}-01`;
  return {
    from,
    to: `2026-${String(number).padStart(2, '0')}-28`,
    value,
    n,
    state: value === null ? ('missing' as const) : ('defined' as const),
  };
}

/** The story of the home page: 91 % until May, then down to 74 % in October. */
const KK: WatchedSeries = {
  unit: '64.02.11',
  service: { code: 'kk', name: 'Kartu Keluarga (KK)' },
  measure: 'turnaround',
  field: 'dueMetShare',
  points: [
    month(4, 0.92),
    month(5, 0.9),
    month(6, 0.89),
    month(7, 0.86),
    month(8, 0.83),
    month(9, 0.79),
    month(10, 0.74, 412),
  ],
  limits: { centre: 0.91, sigma: 0.02 },
  variation: 'worsening',
  direction: 'down',
  since: '2026-06-01',
  persistence: 4,
  newBaseline: null,
};

describe('rule of the signal', () => {
  it('tells from where to where and since when, with the service that carries it', () => {
    const finding = worsening(KK, TODAY);
    expect(finding?.sentence).toEqual({
      id: 'KK tepat waktu turun dari 91\u00a0% ke 74\u00a0% sejak Juni.',
      en: 'KK on time fell from 91\u00a0% to 74\u00a0% since June.',
    });
    expect(finding?.facts.map(({ id }) => id)).toEqual(['n = 412 (Oktober)', '5 bulan di bawah rata-rata']);
    expect(finding?.mark).toBe('worse');
    expect(finding?.since).toBe('2026-06-01');
  });

  it('is proved by the records that missed their deadline in the last judged month: 412 less 74 %', () => {
    // 0.74 × 412 = 304.88, so 305 met it and 107 did not.
    const proof = worsening(KK, TODAY)?.proof;
    expect(proof?.count).toBe(107);
    expect(proof?.label.id).toBe('107 berkas terlambat');
    expect(proof?.query).toEqual({
      unit: '64.02.11',
      service: 'kk',
      from: '2026-10-01',
      to: '2026-10-28',
      count: 'turnaround.dueMissed',
    });
  });

  it('scores the distance of the changed months in sigmas times how long they lasted', () => {
    // Mean of June to October: (0.89 + 0.86 + 0.83 + 0.79 + 0.74) / 5 = 0.822; (0.91 − 0.822) / 0.02 = 4.4.
    expect(effectOf(KK)).toBeCloseTo(4.4, 10);
    expect(worsening(KK, TODAY)?.score).toBeCloseTo(17.6, 10);
    // A constant series that changed at all is as far as can be: 6 × 4.
    expect(worsening({ ...KK, limits: { centre: 0.91, sigma: 0 } }, TODAY)?.score).toBe(24);
  });

  it('is not raised by one month alone, by a change for the better, or by what is stable', () => {
    expect(worsening({ ...KK, persistence: 1 }, TODAY)).toBeNull();
    expect(worsening({ ...KK, persistence: 2 }, TODAY)).not.toBeNull();
    expect(worsening({ ...KK, variation: 'improving' }, TODAY)).toBeNull();
    expect(worsening({ ...KK, variation: 'stable' }, TODAY)).toBeNull();
    expect(worsening({ ...KK, limits: null }, TODAY)).toBeNull();
    // Back at the mean in the digits that would be told.
    expect(worsening({ ...KK, points: [...KK.points, month(11, 0.909)] }, TODAY)).toBeNull();
    // A number of applications has no good and no bad side.
    expect(worsening({ ...KK, measure: 'volume', field: 'received' }, TODAY)).toBeNull();
  });

  it('praises from the third month on', () => {
    const sebulu: WatchedSeries = {
      ...KK,
      unit: '64.02.07',
      service: null,
      field: 'sameVisitShare',
      points: [month(8, 0.94), month(9, 0.93), month(10, 0.94, 1_208)],
      limits: { centre: 0.76, sigma: 0.02 },
      variation: 'improving',
      direction: 'up',
      since: '2025-12-01',
      persistence: 3,
    };
    const finding = improving(sebulu, TODAY);
    expect(finding?.sentence.id).toBe(
      'selesai sekali datang naik dari 76\u00a0% ke 94\u00a0% sejak Desember 2025.',
    );
    expect(finding?.facts[0]?.id).toBe('n = 1.208 (Oktober)');
    expect(finding?.facts[0]?.en).toBe('n = 1,208 (October)');
    expect(finding?.mark).toBe('better');
    expect(improving({ ...sebulu, persistence: 2 }, TODAY)).toBeNull();
    expect(worsening(sebulu, TODAY)).toBeNull();
  });

  it('writes every field in its own unit', () => {
    const told = (measure: WatchedSeries['measure'], field: string, centre: number, last: number) =>
      worsening(
        {
          ...KK,
          service: null,
          measure,
          field,
          limits: { centre, sigma: 1 },
          direction: last > centre ? 'up' : 'down',
          points: [month(9, last), month(10, last)],
        },
        TODAY,
      )?.sentence.id;
    expect(told('turnaround', 'medianWorkingMinutes', 30, 1_200)).toBe(
      'median waktu penyelesaian naik dari 30\u00a0menit ke 2,5\u00a0hari kerja sejak Juni.',
    );
    expect(told('complaints', 'resolvedShare', 0.9, 0.705)).toBe(
      'aduan yang selesai turun dari 90\u00a0% ke 71\u00a0% sejak Juni.',
    );
    expect(told('complaints', 'withinDeadlineShare', 0.9, 0.7)).toBe(
      'aduan yang selesai sesuai tenggat turun dari 90\u00a0% ke 70\u00a0% sejak Juni.',
    );
    expect(told('ikm', 'score', 84.12, 79.8)).toBe('IKM turun dari 84,12 ke 79,80 sejak Juni.');
    // Not quite all is not all.
    expect(told('turnaround', 'dueMetShare', 0.999, 0.001)).toBe(
      'tepat waktu turun dari 99\u00a0% ke 1\u00a0% sejak Juni.',
    );
  });

  it('counts the months on one side from the change up to the last, gaps left out', () => {
    // June to October; May lies below the mean too, but the sentence says "sejak Juni".
    expect(monthsOnOneSide(KK)).toBe(5);
    expect(
      monthsOnOneSide({ ...KK, points: [month(7, 0.95), month(8, 0.8), month(9, null), month(10, 0.8)] }),
    ).toBe(2);
    expect(monthsOnOneSide({ ...KK, direction: null })).toBe(0);
  });

  it('names the service with the largest distance times n that changes the same way', () => {
    const unit: WatchedSeries = { ...KK, service: null };
    const small = { ...KK, service: { code: 'ak-1', name: 'AK/1' }, points: [month(10, 0.2, 10)] };
    const other = { ...KK, service: { code: 'sktm', name: 'SKTM' }, variation: 'improving' as const };
    expect(carrierOf(unit, [small, other, KK])).toBe(KK);
    // Two that carry the same weight: neither does it alone.
    expect(carrierOf(unit, [KK, { ...KK, service: { code: 'kia', name: 'KIA' } }])).toBeNull();
    expect(carrierOf(unit, [other])).toBeNull();
    expect(carrierOf(unit, [{ ...KK, persistence: 1 }])).toBeNull();
    expect(carrierOf(unit, [{ ...KK, field: 'sameVisitShare' }])).toBeNull();
  });
});
