import { MARCH, useFigures } from './figures.testing.ts';

/** The definitions of the IKM, each on a handful of records whose figures are counted by hand beside them. */
describe('figures', () => {
  const { nextUnit, serviceCase, survey, all, cases, surveys, summary, breakdown } = useFigures();

  describe('IKM', () => {
    it('scores the newest instrument and lists the others', async () => {
      const u = nextUnit();
      await surveys([
        survey(u, '2026-03-02', all(3)),
        survey(u, '2026-03-03', all(3)),
        survey(u, '2026-03-04', all(4, 14)),
      ]);
      const { ikm } = await summary(u, MARCH);
      // 3 × 9 × 1/9 × 25 = 75,00: C in 2017 (65,00–76,60). 4 × 14 × 0,071 × 25 = 99,40: A in 2004.
      expect(ikm).toEqual(
        jasmine.objectContaining({
          instrument: 'permenpanrb-14-2017',
          score: 75,
          grade: 'C',
          respondents: 2,
          others: [{ instrument: 'kep-25-2004', score: 99.4, grade: 'A', respondents: 1 }],
          // Nobody was served: no sample can be required.
          requiredRespondents: null,
          sufficient: null,
          participationShare: null,
        }),
      );
    });

    it('pools responses, and shows the score without the cost', async () => {
      const u = nextUnit();
      await surveys([
        ...[1, 2, 3].map(() => survey(u, '2026-03-02', all(4), { service: 'kk' })),
        survey(u, '2026-03-02', all(1), { service: 'sktm' }),
        survey(u, '2026-02-02', [3, 3, 3, 4, 3, 3, 3, 3, 3]),
      ]);
      const { ikm } = await summary(u, MARCH);
      // Pooled 13/4 × 25 = 81,25; the mean of the services' scores would be (100 + 25) / 2.
      expect([ikm.score, ikm.grade, ikm.respondents]).toEqual([81.25, 'B', 4]);
      // (8 × 3 + 4) / 9 × 25 = 77,777… → 77,78; without U4: 3 × 25.
      expect([ikm.previous.score, ikm.previous.grade, ikm.previous.scoreWithoutCost]).toEqual([
        77.78,
        'B',
        75,
      ]);
      const { items } = await breakdown('ikm', u, `${MARCH}&by=service`);
      expect(items.map((item) => [item.key, 'score' in item && item.score])).toEqual([
        ['kk', 100],
        ['sktm', 25],
      ]);
      const unsur = await breakdown('ikm', u, `${MARCH}&by=unsur`);
      expect(unsur.items.length).toBe(9);
      expect(unsur.items[3]).toEqual(jasmine.objectContaining({ key: 'U4', mean: 3.25, respondents: 4 }));
    });

    it('asks for a sample of the people served', async () => {
      const u = nextUnit();
      await cases(Array.from({ length: 100 }, () => serviceCase(u, '2026-03-02 09:00', '2026-03-02 10:00')));
      await surveys(Array.from({ length: 79 }, () => survey(u, '2026-03-02', all(4))));
      // Krejcie & Morgan (1970), table: N = 100 → S = 80.
      expect((await summary(u, MARCH)).ikm).toEqual(
        jasmine.objectContaining({ requiredRespondents: 80, sufficient: false, participationShare: 0.79 }),
      );
      await surveys([survey(u, '2026-03-03', all(4))]);
      expect((await summary(u, `${MARCH}&channel=tatap-muka`)).ikm.sufficient).toBeTrue();
      // Surveys know no channel, so that the people served are not narrowed to one either.
      const web = await summary(u, `${MARCH}&channel=web`);
      expect([web.ikm.respondents, web.ikm.requiredRespondents, web.ignoredFilters.ikm]).toEqual([
        80,
        80,
        ['channel'],
      ]);
    });
  });
});
