import type { Attention, AttentionItem } from '#contract/attention';
import { MOST_ITEMS, MOST_PER_UNIT, praise, rank } from '#domain/attention/attention-ranking';
import { findingKey, type Finding } from '#domain/attention/finding';
import { withoutSides } from '#domain/attention/same-matter';
import { PERSISTS } from '#domain/attention/signal-rule';
import { DEFINITIONS_VERSION } from '#domain/measures';
import type { Role } from '#domain/permissions';
import { addDays, addMonthsToStart, monthStart } from '#domain/period/civil-date';
import { isSilent, REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import { expectedByChance } from '#domain/spc/chance';
import type { AttentionSources, ReadHomeInnovations } from '../attention-sources.ts';
import {
  readLastMeeting,
  readOpenByKey,
  readRecentDispositions,
  type DispositionRecord,
} from '../dispositions/dispositions.queries.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { HEADS, ownerOf } from '../dispositions/recipients.ts';
import {
  readLastRecords,
  readNilReports,
  type LastRecord,
  type NilReport,
} from '../reporting/last-records.queries.ts';
import { partsOf, type UnitPart } from '../unit-parts.ts';
import type { AttentionContext, JudgedField } from './attention-context.ts';
import { attentionItem } from './attention-item.ts';
import { readDismissals, type DismissalRecord } from './dismissals.queries.ts';
import { overdueFindings, sampleFindings, silenceFindings, unansweredFindings } from './neglect-findings.ts';
import { signalFindings } from './signal-findings.ts';

/** The series that is drawn beside a finding that is not a signal itself. */
const DRAWN: Readonly<Record<Exclude<Finding['kind'], 'signal'>, string>> = {
  'unanswered-complaints': 'complaints.received',
  'overdue-cases': 'turnaround.dueMetShare',
  'small-sample': 'ikm.score',
  'not-reporting': 'volume.received',
};

/** What needs a decision in the selected unit, what deserves thanks, and who has reported. */
export async function attentionOf(
  context: AttentionContext,
  sources: AttentionSources,
  readInnovations: ReadHomeInnovations,
  role: Role,
): Promise<Attention> {
  const { transaction, structure, selection, clock, version, postId, root } = context;
  const { units } = structure;
  const allParts = partsOf(units, selection.unit, clock.today);
  const last = await readLastRecords(transaction, allParts, clock.today, selection.withOversight);
  // A unit above others is spoken of by itself only where it has records of its own.
  const parts = allParts.filter(
    ({ self, key }) => !self || allParts.length === 1 || last.some((each) => each.key === key),
  );
  const nil = await readNilReports(
    transaction,
    parts.map(({ unit }) => unit.code),
    monthStart(clock.today),
  );
  const signals = await signalFindings(context, parts);
  // The Bupati sees what the ladder failed to solve; Diskominfo is a rung of it, and a unit is asked first.
  const rungs = root.kind !== 'kabupaten' || role === 'diskominfo' ? 1 : 2;
  const findings = withoutSides([
    ...signals.worse.map(({ finding }) => finding),
    ...(await unansweredFindings(context, parts, rungs)),
    ...(await overdueFindings(context, parts, sources)),
    ...(await sampleFindings(context, parts, sources, signals.seriesOf)),
    ...silenceFindings(context, parts, last, nil),
  ]);
  const dismissals = await readDismissals(transaction, findings.map(findingKey), clock.today);
  const open = findings.filter((finding) => !isDismissed(finding, dismissals, root.code));
  const ranked = rank(open, parts.length === 1 ? MOST_ITEMS : MOST_PER_UNIT);
  const praised = praise(withoutSides(signals.better.map(({ finding }) => finding)));
  const running = await readOpenByKey(transaction, ranked.items.map(findingKey), clock.today);
  const posts = await readPostsOfRoles(transaction, HEADS, clock.today);
  const drawn = [...signals.worse, ...signals.better];
  const innovations = await readInnovations(
    transaction,
    ranked.items.map(({ kind, field, unit, service }) => ({
      kind,
      field,
      unit,
      service: service === null ? null : (structure.services.get(service)?.name ?? service),
    })),
    clock,
    context.language,
  );
  const toItem = (finding: Finding, innovation: AttentionItem['innovation'] = null): AttentionItem => {
    const key = findingKey(finding);
    const part = parts.find(({ unit }) => unit.code === finding.unit);
    return attentionItem(finding, {
      language: context.language,
      unit: part?.unit ?? selection.unit,
      rights: context.rights,
      series: seriesOf(finding, part?.key ?? finding.unit, drawn, signals.seriesOf),
      owner: part ? ownerOf(posts, part.unit) : null,
      explanation: dismissals.find(
        ({ item_key, root_unit }) =>
          item_key === key && root_unit !== root.code && units.isWithin(root_unit, root.code),
      ),
      disposition: running.find(({ about_key }) => about_key === key),
      innovation,
    });
  };
  return {
    unit: selection.unit.code,
    unitName: selection.unit.name,
    month: addMonthsToStart(clock.today, -1),
    dataVersion: version.version,
    asOf: version.committedAt,
    definitionsVersion: DEFINITIONS_VERSION,
    items: ranked.items.map((finding, index) => toItem(finding, innovations.addressing[index])),
    more: ranked.more,
    praise: praised.map((finding) => toItem(finding)),
    seriesChecked: signals.lengths.length,
    expectedByChance: worseByChance(signals.lengths),
    reporting: reportingOf(parts, last, nil, clock.today),
    dispositions: dispositionsOf(
      postId === null ? [] : await readRecentDispositions(transaction, postId, clock.today),
      postId,
    ),
    meeting: await readLastMeeting(transaction, units.subtreeCodes(selection.unit.code), clock.today, [
      selection.unit.code,
      ...units.ancestorsOf(selection.unit.code).map(({ code }) => code),
    ]),
    innovations: innovations.counts,
  };
}

/** Chance gives as many changes for the better as for the worse; the list holds the latter. */
function worseByChance(lengths: readonly number[]): number {
  return Math.round((expectedByChance(lengths, PERSISTS) / 2) * 100) / 100;
}

/** Said to be no problem in this very scope: it leaves this list, and stands as an explanation in those above. */
function isDismissed(finding: Finding, dismissals: readonly DismissalRecord[], rootUnit: string): boolean {
  const key = findingKey(finding);
  return dismissals.some(({ item_key, root_unit }) => item_key === key && root_unit === rootUnit);
}

function seriesOf(
  finding: Finding,
  key: string,
  drawn: readonly { readonly finding: Finding; readonly series: JudgedField }[],
  ofPart: (key: string, field: string) => JudgedField | null,
): JudgedField | null {
  if (finding.kind === 'signal')
    return drawn.find((each) => findingKey(each.finding) === findingKey(finding))?.series ?? null;
  return ofPart(key, DRAWN[finding.kind]);
}

function reportingOf(
  parts: readonly UnitPart[],
  last: readonly LastRecord[],
  nil: readonly NilReport[],
  today: string,
): Attention['reporting'] {
  const expected = parts.flatMap(({ key, unit }) => {
    const record = last.find((each) => each.key === key && each.dataset === null);
    // A unit without a record for a year does not report at all; nobody waits for it.
    if (!record || record.last_on < addDays(today, -REPORTED_WITHIN_DAYS)) return [];
    const silent =
      isSilent(record.last_on, today, record.silent_days ?? 0) &&
      !nil.some(({ unit_code }) => unit_code === unit.code);
    return [{ unit, silent }];
  });
  const silent = expected.filter((each) => each.silent).map(({ unit }) => unit);
  return {
    expected: expected.length,
    reported: expected.length - silent.length,
    silent: silent.map(({ code, name, kind }) => ({ code, name, kind })),
  };
}

function dispositionsOf(
  records: readonly DispositionRecord[],
  postId: string | null,
): Attention['dispositions'] {
  const inState = (state: DispositionRecord['state']) => records.filter((each) => each.state === state);
  const late = inState('late');
  return {
    done: inState('closed').length,
    running: records.length - inState('closed').length,
    late: late.map((each) => ({
      id: each.id,
      to: each.to_title,
      about: each.about_sentence,
      dueOn: each.due_on ?? '',
    })),
    forMe: records.filter(
      (each) =>
        (each.to_post === postId && (each.state === 'open' || each.state === 'late')) ||
        (each.from_post === postId && each.state === 'reported'),
    ).length,
  };
}
