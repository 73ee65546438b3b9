import { randomInt } from 'node:crypto';
import type { Breakdown, Series, Summary } from '#contract/measures';
import { RENEWAL, ROLLUP_FAMILIES } from '../../commands/loaders.ts';
import { renewRollups } from '../../platform/database/rollups/renew-rollups.repository.ts';
import { verifyRollups } from '../../platform/database/rollups/verify-rollups.repository.ts';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import {
  caseFigures,
  COMPLAINT_TIMES,
  complaintFigures,
  LocalTime,
  nextDay,
  surveyFigures,
  type Case,
  type Complaint,
  type Response,
  type Selection,
} from './facts-by-hand.testing.ts';
import { Dice, RandomFacts, UNITS } from './random-facts.testing.ts';

/** A count of each family; `received` where none is named. */
const COLUMNS: Readonly<Record<string, string>> = {
  survey_rollups: 'u3',
  step_rollups: 'completed',
  pause_rollups: 'pauses',
};

/**
 * Random records, loaded in three batches with corrections, must give the figures that plain loops over the records
 * give: for any unit, service, channel and period, on any clock.
 */
describe('figures of random records', () => {
  const SEED = randomInt(2 ** 31);
  const NOW = '2026-04-10T03:17:42Z';
  const FIRST_DAY = '2025-10-20';
  const PARENTS: Readonly<Record<string, string>> = { A: '', 'A-1': 'A', 'A-2': 'A', B: '' };

  let product: TestProduct;
  let holidays: ReadonlySet<string>;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    const rows: { day: string }[] = await product.database.owner('national_holidays').select('day');
    holidays = new Set(rows.map((row) => row.day));
  });
  afterAll(() => product.stop());

  /** All records as they stand after the batches. */
  interface Facts {
    readonly cases: Map<string, Case>;
    readonly complaints: Map<string, Complaint>;
    readonly responses: Map<string, Response>;
  }

  // WITA; WIT; and a zone whose clocks were changed on 2025-11-02 and 2026-03-08.
  for (const [zone, code] of [
    ['Asia/Makassar', 'acak-wita'],
    ['Asia/Jayapura', 'acak-wit'],
    ['America/New_York', 'acak-ny'],
  ] as const) {
    describe(`in ${zone}`, () => {
      const dice = new Dice(SEED + code.length);
      let local: LocalTime;
      let leader: ApiCaller;
      let inspector: ApiCaller;
      const facts: Facts = { cases: new Map(), complaints: new Map(), responses: new Map() };

      beforeAll(async () => {
        local = new LocalTime(zone, holidays);
        await product.addKabupaten(code, zone);
        await product.addPerson(code, { role: 'bupati', kabupaten: code });
        await product.addPerson(`${code}-inspektur`, { role: 'inspektorat', kabupaten: code });
        await product.load(
          code,
          'units',
          UNITS.map((unit) => ({
            code: unit,
            name: `Unit ${unit}`,
            kind: 'skpd',
            parentCode: PARENTS[unit] || code,
            validFrom: null,
            validTo: null,
            predecessorCode: null,
          })),
        );
        leader = await product.signIn(code);
        inspector = await product.signIn(`${code}-inspektur`);
        const random = new RandomFacts({ dice, local, root: code, from: FIRST_DAY, now: Date.parse(NOW) });
        for (let batch = 0; batch < 3; batch += 1) await loadBatch(random, batch);
      });

      async function loadBatch(random: RandomFacts, batch: number): Promise<void> {
        const cases = [
          ...[...facts.cases.values()]
            .filter(() => dice.chance(0.3))
            .map((record) => random.changeCase(record)),
          ...Array.from({ length: 120 }, (_, index) => random.serviceCase(`${batch}-${index}`)),
        ];
        const complaints = [
          ...[...facts.complaints.values()]
            .filter(() => dice.chance(0.3))
            .map((record) => random.changeComplaint(record)),
          ...Array.from({ length: 80 }, (_, index) => random.complaint(`${batch}-${index}`)),
        ];
        const responses = [
          ...[...facts.responses.values()]
            .filter(() => dice.chance(0.3))
            .map((record) => random.changeResponse(record)),
          ...Array.from({ length: 80 }, (_, index) => random.response(`${batch}-${index}`)),
        ];
        await product.load(
          code,
          'service-cases',
          cases.map((record) => ({ ...record })),
        );
        await product.load(
          code,
          'complaints',
          complaints.map(({ history: _history, ...record }) => record),
        );
        await product.load(
          code,
          'survey-responses',
          responses.map(({ answers, ...record }) => ({
            ...record,
            ...Object.fromEntries(answers.map((answer, index) => [`u${index + 1}`, answer])),
          })),
        );
        for (const record of cases) facts.cases.set(record.number, record);
        for (const record of complaints) facts.complaints.set(record.number, record);
        for (const record of responses) facts.responses.set(record.number, record);
      }

      function subtree(unit: string): ReadonlySet<string> {
        if (unit === code) return new Set([code, ...UNITS]);
        return new Set([unit, ...UNITS.filter((each) => PARENTS[each] === unit)]);
      }

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
          units: subtree(unit),
          service,
          channel,
          from,
          to,
          query,
          withOversight: dice.chance(0.4),
        };
      }

      const callerOf = (selection: Selection) => (selection.withOversight ? inspector : leader);

      /** Days of the records, and some before and after. */
      function allDays(): string[] {
        const days: string[] = [];
        for (let day = '2025-10-10'; day <= '2026-04-20'; day = nextDay(day)) days.push(day);
        return days;
      }

      const now = Date.parse(NOW);
      const casesOf = (selection: Selection) => caseFigures([...facts.cases.values()], local, selection, now);
      const complaintsOf = (selection: Selection) =>
        complaintFigures([...facts.complaints.values()], local, selection, now);
      const surveysOf = (selection: Selection) => surveyFigures([...facts.responses.values()], selection);

      function expectMinutes(given: number | null, exact: number | null, name: string): void {
        if (given === null || exact === null) expect(given).withContext(name).toBe(exact);
        else
          expect(Math.abs(given - exact))
            .withContext(`${name}: ${given} for ${exact}`)
            .toBeLessThanOrEqual(exact * 0.01 + 0.005);
      }

      it('are those of the loops: summaries', async () => {
        for (let round = 0; round < 60; round += 1) {
          const selection = randomSelection();
          const context = `seed ${SEED}, ${selection.withOversight ? 'inspektorat' : 'bupati'}: ${selection.query}`;
          const { volume, turnaround, complaints, ikm } = await callerOf(selection).read<Summary>(
            `/measures/summary?${selection.query}`,
          );
          const expected = casesOf(selection);
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
          const cohort = complaintsOf(selection);
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
          const surveys = surveysOf(selection);
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
                    ? complaintsOf(part)[field as 'overdue']
                    : casesOf(part)[field as 'open'];
              // Nothing recorded is missing, never zero.
              expect(point?.value ?? (measure === 'ikm' ? null : 0))
                .withContext(`${context}, ${bucket.from}: ${point?.state}`)
                .toBe(bucket.from > local.dayOf(NOW) ? (measure === 'ikm' ? null : 0) : expected);
            }
          }
        }
      });

      function scoreOf(selection: Selection): number | null {
        const surveys = surveysOf(selection);
        const newest = surveys.get('permenpanrb-14-2017') ?? surveys.get('kep-25-2004');
        return newest ? newest.hundredths / 100 : null;
      }

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
              measure === 'complaints' ? complaintsOf(part) : casesOf(part);
            expect(pick(item, names)).withContext(`${context}, ${item.key}`).toEqual(pick(expected, names));
          }
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

      function partOf(
        selection: Selection & { unit: string },
        by: 'unit' | 'service' | 'channel' | 'class',
        key: string,
      ): Selection {
        if (by !== 'unit') return { ...selection, [by]: key };
        return { ...selection, units: key === 'self' ? new Set([selection.unit]) : subtree(key) };
      }
    });
  }

  describe('in roll-ups', () => {
    const CODE = 'acak-ubah';
    let small: TestProduct;

    beforeAll(async () => {
      small = await startTestProduct({ now: NOW });
      await small.addKabupaten(CODE, 'Asia/Jakarta');
    });
    afterAll(() => small.stop());

    it('are found out when a row was tampered with or is gone', async () => {
      const { application, owner } = small.database;
      const record = { unit: CODE, service: 'kk', number: '1', receivedAt: '2026-03-02T02:00:00Z' };
      await small.load(CODE, 'service-cases', [
        { ...record, completedAt: '2026-03-02T04:00:00Z', status: 'selesai' },
      ]);
      await small.load(CODE, 'complaints', [{ ...record, status: 'diterima' }]);
      await small.load(CODE, 'survey-responses', [
        {
          ...record,
          instrument: 'permenpanrb-14-2017',
          date: '2026-03-02',
          ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`u${index + 1}`, 3])),
        },
      ]);
      // How such facts are loaded is another spec's matter.
      await owner.raw(`insert into case_steps (kabupaten_code, id, unit_code, number, step, step_unit, started_at, completed_at, completed_on, service_code, official_seconds)
        values ('${CODE}', gen_random_uuid(), '${CODE}', '1', 'verifikasi', '${CODE}', '2026-03-02T02:00Z', '2026-03-02T03:00Z', '2026-03-02', 'kk', 3600)`);
      await owner.raw(`insert into case_pauses (kabupaten_code, id, unit_code, number, started_at, started_on, ended_at, reason, service_code, working_seconds)
        values ('${CODE}', gen_random_uuid(), '${CODE}', '1', '2026-03-02T02:00Z', '2026-03-02', '2026-03-02T03:00Z', 'berkas-kurang', 'kk', 3600)`);
      await owner('data_versions').where({ kabupaten_code: CODE }).update({ rollups_version: 1 });
      expect(await renewRollups(application, RENEWAL, () => undefined)).toContain(CODE);
      const differing = async () =>
        (await verifyRollups(application, ROLLUP_FAMILIES)).map((line) =>
          line.split(' ').slice(0, 2).join(' '),
        );
      expect(await differing()).toEqual([]);
      for (const { table } of ROLLUP_FAMILIES) {
        const column = COLUMNS[table] ?? 'received';
        for (const grain of ['d', 'm', 'y']) {
          const where = `where kabupaten_code = '${CODE}' and grain = '${grain}' and service_code = '*'`;
          await owner.raw(`update ${table} set ${column} = ${column} + 1 ${where}`);
          expect(await differing())
            .withContext(`${table} ${grain}`)
            .toEqual([`${CODE}: ${table}`]);
          await owner.raw(`update ${table} set ${column} = ${column} - 1 ${where}`);
        }
      }
      await owner.raw(
        `update service_rollups set duration_keys = duration_keys[2:] where kabupaten_code = '${CODE}' and grain = 'y'`,
      );
      await owner.raw(`delete from complaint_rollups where kabupaten_code = '${CODE}' and grain = 'm'`);
      expect(await differing()).toEqual([`${CODE}: service_rollups`, `${CODE}: complaint_rollups`]);
    });
  });
});

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function pick(from: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (from as Record<string, unknown>)[name]]));
}

/** The calendar's weeks (from Monday), months, quarters and years that a period touches, cut to it. */
function bucketsOf(
  { from, to }: { from: string; to: string },
  grain: 'day' | 'week' | 'month' | 'quarter' | 'year',
): { from: string; to: string }[] {
  const buckets = new Map<string, { from: string; to: string }>();
  for (let day = from; day <= to; day = nextDay(day)) {
    const date = new Date(`${day}T00:00:00Z`);
    const monday = new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const keys = {
      day,
      week: monday,
      month: day.slice(0, 7),
      quarter: `${day.slice(0, 4)}-${Math.floor(date.getUTCMonth() / 3)}`,
      year: day.slice(0, 4),
    };
    const bucket = buckets.get(keys[grain]);
    buckets.set(keys[grain], { from: bucket?.from ?? day, to: day });
  }
  return [...buckets.values()];
}
