import { randomInt } from 'node:crypto';
import type { Breakdown, Series, Summary } from '#contract/measures';
import { ROLLUP_FAMILIES } from '../../../commands/loaders.ts';
import { verifyRollups } from '../../../platform/database/rollups/verify-rollups.repository.ts';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { COMPLAINT_TIMES, type Selection } from './facts-by-hand.testing.ts';
import { bucketsOf, nextDay } from './local-time-by-hand.testing.ts';
import { Dice, UNITS } from './random-facts.testing.ts';
import { RandomKabupaten } from './random-kabupaten.testing.ts';

/**
 * Random records, loaded in three batches with corrections, must give the figures that plain loops over the records
 * give: for any unit, service, channel and period, on any clock.
 */
describe('figures of random records', () => {
  const SEED = randomInt(2 ** 31);
  const NOW = '2026-04-10T03:17:42Z';
  const FIRST_DAY = '2025-10-20';

  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
  });
  afterAll(() => product.stop());

  // WITA; WIT; and a zone whose clocks were changed on 2025-11-02 and 2026-03-08.
  for (const [zone, code] of [
    ['Asia/Makassar', 'acak-wita'],
    ['Asia/Jayapura', 'acak-wit'],
    ['America/New_York', 'acak-ny'],
  ] as const) {
    describe(`in ${zone}`, () => {
      const dice = new Dice(SEED + code.length);
      let kabupaten: RandomKabupaten;
      let leader: ApiCaller;
      let inspector: ApiCaller;

      beforeAll(async () => {
        kabupaten = await RandomKabupaten.open({ product, dice, code, zone, from: FIRST_DAY, now: NOW });
        await product.addPerson(code, { role: 'bupati', kabupaten: code });
        await product.addPerson(`${code}-inspektur`, { role: 'inspektorat', kabupaten: code });
        leader = await product.signIn(code);
        inspector = await product.signIn(`${code}-inspektur`);
        for (const batch of ['0', '1', '2'])
          await kabupaten.load(batch, { cases: 120, complaints: 80, responses: 80 });
      });

      const callerOf = (selection: Selection) => (selection.withOversight ? inspector : leader);

      it('are those of the loops: summaries', async () => {
        for (let round = 0; round < 60; round += 1) {
          const selection = randomSelection();
          const context = `seed ${SEED}, ${selection.withOversight ? 'inspektorat' : 'bupati'}: ${selection.query}`;
          const { volume, turnaround, complaints, ikm } = await callerOf(selection).read<Summary>(
            `/measures/summary?${selection.query}`,
          );
          const expected = kabupaten.casesOf(selection);
          const {
            received,
            completed,
            rejected,
            cancelled,
            open,
            due,
            dueMet,
            promised,
            withinStandard,
            visitsKnown,
            singleVisit,
            preparedKnown,
            lateEntries,
            overdue,
          } = expected;
          expect(volume)
            .withContext(context)
            .toEqual(
              jasmine.objectContaining({ received, completed, rejected, cancelled, open, lateEntries }),
            );
          expect(turnaround)
            .withContext(context)
            .toEqual(
              jasmine.objectContaining({
                due,
                dueMet,
                dueMetShare: share(dueMet, due),
                completed,
                promised,
                withinStandard,
                withinStandardShare: share(withinStandard, promised),
                visitsKnown,
                singleVisit,
                sameVisitShare: share(singleVisit, visitsKnown),
                preparedKnown,
                preparedShare: share(expected.preparedOnline, preparedKnown),
                overdue,
              }),
            );
          for (const name of [
            'medianMinutes',
            'p90Minutes',
            'medianWorkingMinutes',
            'p90WorkingMinutes',
            'medianOnSiteMinutes',
          ] as const) {
            expectMinutes(turnaround[name], expected[name], `${name}, ${context}`);
          }
          const cohort = kabupaten.complaintsOf(selection);
          const { inTime, ...rest } = cohort;
          const counts = Object.fromEntries(
            Object.entries(rest).filter(([name]) => !COMPLAINT_TIMES.some((time) => time === name)),
          );
          expect(complaints)
            .withContext(context)
            .toEqual(
              jasmine.objectContaining({
                ...counts,
                followedUpShare: share(cohort.followedUp, cohort.valid),
                resolvedShare: share(cohort.resolved, cohort.valid),
                withinDeadlineShare: share(inTime, cohort.judged),
                respondedShare: share(cohort.responded, cohort.valid),
                invalidShare: share(cohort.received - cohort.valid, cohort.received),
              }),
            );
          for (const name of COMPLAINT_TIMES)
            expectMinutes(complaints[name], cohort[name], `${name}, ${context}`);
          const surveys = kabupaten.surveysOf(selection);
          const newest = surveys.get('permenpanrb-14-2017') ?? surveys.get('kep-25-2004');
          expect([ikm.score, ikm.respondents])
            .withContext(context)
            .toEqual([newest ? newest.hundredths / 100 : null, newest?.respondents ?? 0]);
          expect(ikm.others.map((other) => [other.score, other.respondents]))
            .withContext(context)
            .toEqual(
              surveys.size < 2
                ? []
                : [
                    [
                      (surveys.get('kep-25-2004')?.hundredths ?? 0) / 100,
                      surveys.get('kep-25-2004')?.respondents ?? 0,
                    ],
                  ],
            );
        }
      });

      it('are those of the loops: series in every grain', async () => {
        for (const grain of ['day', 'week', 'month', 'quarter', 'year'] as const) {
          for (const [measure, field] of [
            ['volume', 'open'],
            ['volume', 'completed'],
            ['turnaround', 'dueMet'],
            ['turnaround', 'overdue'],
            ['complaints', 'overdue'],
            ['complaints', 'resolved'],
            ['complaints', 'escalated'],
            ['ikm', 'score'],
          ] as const) {
            const selection = randomSelection();
            const series = await callerOf(selection).read<Series>(
              `/measures/${measure}/series?${selection.query}&grain=${grain}&field=${field}`,
            );
            const buckets = bucketsOf(selection, grain);
            const context = `seed ${SEED}, ${selection.withOversight ? 'inspektorat' : 'bupati'}: ${measure} ${field} by ${grain}, ${selection.query}`;
            expect(series.points.map(({ from, to }) => `${from} ${to}`))
              .withContext(context)
              .toEqual(buckets.map(({ from, to }) => `${from} ${to}`));
            for (const [index, bucket] of buckets.entries()) {
              const point = series.points[index];
              const part = { ...selection, ...bucket };
              const expected =
                measure === 'ikm'
                  ? scoreOf(part)
                  : measure === 'complaints'
                    ? kabupaten.complaintsOf(part)[field as 'overdue']
                    : kabupaten.casesOf(part)[field as 'open'];
              // Nothing recorded is missing, never zero.
              expect(point?.value ?? (measure === 'ikm' ? null : 0))
                .withContext(`${context}, ${bucket.from}: ${point?.state}`)
                .toBe(bucket.from > kabupaten.local.dayOf(NOW) ? (measure === 'ikm' ? null : 0) : expected);
            }
          }
        }
      });

      it('are those of the loops: breakdowns, which add up', async () => {
        for (let round = 0; round < 24; round += 1) {
          const selection = randomSelection();
          const by = dice.of(['unit', 'service', 'channel', 'class'] as const);
          const measure =
            by === 'class' ? 'complaints' : dice.of(['volume', 'turnaround', 'complaints'] as const);
          const context = `seed ${SEED}, ${selection.withOversight ? 'inspektorat' : 'bupati'}: ${measure} by ${by}, ${selection.query}`;
          const { items, total } = await callerOf(selection).read<Breakdown>(
            `/measures/${measure}/breakdown?${selection.query}&by=${by}`,
          );
          const names =
            measure === 'volume'
              ? ['received', 'completed', 'open', 'lateEntries']
              : measure === 'turnaround'
                ? ['due', 'dueMet', 'completed', 'overdue', 'singleVisit']
                : ['received', 'valid', 'open', 'overdue'];
          for (const item of items) {
            const part = partOf(selection, by, item.key);
            const expected: Record<string, unknown> =
              measure === 'complaints' ? kabupaten.complaintsOf(part) : kabupaten.casesOf(part);
            expect(pick(item, names)).withContext(`${context}, ${item.key}`).toEqual(pick(expected, names));
          }
          const whole: Record<string, unknown> =
            measure === 'complaints' ? kabupaten.complaintsOf(selection) : kabupaten.casesOf(selection);
          expect(pick(total, names)).withContext(`${context}, total`).toEqual(pick(whole, names));
          for (const name of names) {
            const sum = items.reduce(
              (before, item) => before + Number((item as Record<string, unknown>)[name]),
              0,
            );
            expect(sum)
              .withContext(`${context}, ${name}`)
              .toBe(Number((total as Record<string, unknown>)[name]));
          }
        }
      });

      it('have roll-ups that agree with the records', async () => {
        expect(
          (await verifyRollups(product.database.application, ROLLUP_FAMILIES)).filter((line) =>
            line.startsWith(code),
          ),
        )
          .withContext(`seed ${SEED}`)
          .toEqual([]);
      });

      function randomSelection(): Selection & { unit: string; query: string } {
        const days = allDays();
        const first = dice.chance(0.3) ? `2026-0${1 + dice.below(4)}-01` : dice.of(days);
        const last = dice.chance(0.2) ? '2026-12-31' : dice.of(days);
        const [from, to] = first <= last ? [first, last] : [last, first];
        const unit = dice.of([code, ...UNITS]);
        const service = dice.chance(0.4) ? dice.of(['umum', 'kk', 'akta-kelahiran', 'sktm']) : undefined;
        const channel = dice.chance(0.3) ? dice.of(['tatap-muka', 'web', 'email']) : undefined;
        const query = new URLSearchParams({
          unit,
          from,
          to,
          ...(service && { service }),
          ...(channel && { channel }),
        }).toString();
        return {
          unit,
          units: kabupaten.subtree(unit),
          service,
          channel,
          from,
          to,
          query,
          withOversight: dice.chance(0.4),
        };
      }

      /** Days of the records, and some before and after. */
      function allDays(): string[] {
        const days: string[] = [];
        for (let day = '2025-10-10'; day <= '2026-04-20'; day = nextDay(day)) days.push(day);
        return days;
      }

      function partOf(
        selection: Selection & { unit: string },
        by: 'unit' | 'service' | 'channel' | 'class',
        key: string,
      ): Selection {
        if (by !== 'unit') return { ...selection, [by]: key };
        return { ...selection, units: key === 'self' ? new Set([selection.unit]) : kabupaten.subtree(key) };
      }
      function scoreOf(selection: Selection): number | null {
        const surveys = kabupaten.surveysOf(selection);
        const newest = surveys.get('permenpanrb-14-2017') ?? surveys.get('kep-25-2004');
        return newest ? newest.hundredths / 100 : null;
      }

      function expectMinutes(given: number | null, exact: number | null, name: string): void {
        if (given === null || exact === null) expect(given).withContext(name).toBe(exact);
        else
          expect(Math.abs(given - exact))
            .withContext(`${name}: ${given} for ${exact}`)
            .toBeLessThanOrEqual(exact * 0.01 + 0.005);
      }
    });
  }
});

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function pick(from: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (from as Record<string, unknown>)[name]]));
}
