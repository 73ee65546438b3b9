import type { z } from 'zod';
import {
  DOCUMENT_KINDS,
  type milestoneSchema,
  type Programme,
  type ProgrammeLine,
} from '#contract/pilots/programme';
import type { Language } from '#domain/language';
import { daysBetween, type IsoDate } from '#domain/period/civil-date';
import { documentStateOn } from '#domain/pilots/document-state';
import { forecastLateness } from '#domain/pilots/lateness-forecast';
import {
  doneShareOn,
  isPresentOn,
  milestoneStateOn,
  planOn,
  plannedShareOn,
} from '#domain/pilots/pilot-milestone';
import { programmeCurve, programmeShares } from '#domain/pilots/programme-progress';
import { programmeSentence } from '#domain/pilots/programme-sentence';
import { isSecondPerson, type DoneReporter } from '#domain/pilots/second-person';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import type {
  DocumentRecord,
  ObstacleRecord,
  PointRecord,
  TrainingRecord,
  VisitRecord,
} from '../surroundings/surrounding-records.queries.ts';
import { mayReportOn, mayResolve } from './programme-rights.ts';
import {
  ALL_SERVICES,
  type MilestoneRecord,
  type PlanRecord,
  type ProgrammeRecord,
} from './programme-records.queries.ts';

/** What stands beside the milestones of one or several programmes. */
export interface Surroundings {
  readonly obstacles: readonly ObstacleRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly visits: readonly VisitRecord[];
}

/** What only the page of a programme shows. */
export interface WholeSurroundings extends Surroundings {
  readonly points: readonly PointRecord[];
  readonly trainings: readonly TrainingRecord[];
  readonly reporters: ReadonlyMap<string, readonly DoneReporter[]>;
  /** Files that stand as evidence, by the id of what they prove. */
  readonly evidence: ReadonlyMap<string, number>;
}

/** Who asks, of which day. */
export interface ProgrammeSight {
  readonly person: Person;
  readonly language: Language;
  readonly structure: Structure;
  readonly today: IsoDate;
}

type MilestoneAnswer = z.input<typeof milestoneSchema>;

/** A programme on one line, as of a day up to today. */
export function programmeLine(
  programme: ProgrammeRecord,
  { obstacles, documents, visits }: Surroundings,
  { structure, language }: Pick<ProgrammeSight, 'structure' | 'language'>,
  asked: IsoDate,
): ProgrammeLine {
  const { id, startsOn, closedOn } = programme;
  // A closed programme stands still.
  const day = closedOn !== null && closedOn < asked ? closedOn : asked;
  const present = programme.milestones.filter((each) => isPresentOn(each, day));
  const shares = programmeShares(present, day);
  const forecast = forecastLateness(present, startsOn, day);
  const states = present.map((each) => milestoneStateOn(each, day, each.startedOn));
  const count = (state: MilestoneAnswer['state']) => states.filter((each) => each === state).length;
  return {
    id,
    code: programme.code,
    name: programme.name,
    unit: named(programme.unitCode, structure.units.find(programme.unitCode)),
    startsOn,
    endsOn: programme.endsOn,
    closedOn,
    progressShare: shares.progress,
    signedShare: shares.signed,
    plannedShare: shares.planned,
    firstPlannedShare: shares.firstPlanned,
    milestones: present.length,
    milestonesLate: count('late'),
    forecast,
    openObstacles: obstacles.filter(
      (each) =>
        each.programme_id === id &&
        each.since_on <= day &&
        (each.resolved_on === null || each.resolved_on > day),
    ).length,
    documentsEnding: documentsEnding(
      documents.filter((each) => each.programme_id === id),
      day,
    ),
    nextVisitOn: visits.find((each) => each.programme_id === id && each.visited_on <= day)?.next_on ?? null,
    sentence: programmeSentence(
      {
        startsOn,
        closedOn,
        progress: shares.progress,
        planned: shares.planned,
        milestones: present.length,
        milestonesLate: count('late'),
        milestonesWaiting: count('waiting'),
        forecast,
        day,
      },
      language,
    ),
  };
}

/** Documents that ended or end soon and have no successor of their kind that goes on. */
function documentsEnding(documents: readonly DocumentRecord[], day: IsoDate): number {
  const stateOf = (document: DocumentRecord) => documentState(document, day);
  return documents.filter(
    (each) =>
      ['ended', 'ending'].includes(stateOf(each)) &&
      !documents.some(
        (other) =>
          other.kind === each.kind &&
          other.valid_from > each.valid_from &&
          ['valid', 'not-yet'].includes(stateOf(other)),
      ),
  ).length;
}

function documentState(document: DocumentRecord, day: IsoDate) {
  return documentStateOn({ validFrom: document.valid_from, validTo: document.valid_to }, day);
}

/** A programme with everything that belongs to it, as of today. */
export function programmeAnswer(
  programme: ProgrammeRecord,
  around: WholeSurroundings,
  sight: ProgrammeSight,
): Programme {
  const { person, structure, today } = sight;
  const { closedOn } = programme;
  const manages = closedOn === null && may(person, 'pilots:manage');
  const reports = closedOn === null && mayReportOn(person, programme.unitCode, structure.units);
  const evidenceCount = (id: string) => around.evidence.get(id) ?? 0;
  const present = programme.milestones.filter((each) => isPresentOn(each, today));
  const weight = present.reduce((sum, each) => sum + planOn(each, today).weight, 0);
  const documents = around.documents.map((each) => ({ each, state: documentState(each, today) }));
  return {
    ...programmeLine(programme, around, sight, today),
    goal: programme.goal,
    legalBasis: programme.legalBasis,
    service:
      programme.serviceCode === ALL_SERVICES
        ? null
        : named(programme.serviceCode, structure.services.get(programme.serviceCode) ?? null),
    milestoneList: present.map((each) => ({
      ...milestoneAnswer(each, today, weight),
      evidenceCount: evidenceCount(each.id),
      actions: [
        ...(reports ? (['report'] as const) : []),
        ...(closedOn === null && maySign(each, person, around.reporters.get(each.id) ?? [], today)
          ? (['sign'] as const)
          : []),
        ...(manages ? (['replan', 'remove'] as const) : []),
      ],
    })),
    curve: programmeCurve(programme.milestones, programme.startsOn, closedOn ?? today).flatMap((point) =>
      point.planned === null || point.firstPlanned === null
        ? []
        : [
            {
              on: point.on,
              planned: point.planned,
              firstPlanned: point.firstPlanned,
              actual: point.progress,
              signed: point.signed,
            },
          ],
    ),
    obstacles: around.obstacles.map((each) => ({
      id: each.id,
      milestone:
        each.milestone_id === null ? null : { id: each.milestone_id, title: each.milestone_title ?? '' },
      kind: each.kind,
      body: each.body,
      owner: { post: each.owner_post, title: each.owner_title },
      help:
        each.help_post === null
          ? null
          : { post: each.help_post, title: each.help_title ?? '', asked: each.help_asked ?? '' },
      sinceOn: each.since_on,
      days: daysBetween(each.since_on, each.resolved_on ?? today),
      resolvedOn: each.resolved_on,
      resolution: each.resolution,
      evidenceCount: evidenceCount(each.id),
      actions:
        each.resolved_on === null &&
        closedOn === null &&
        mayResolve(person, programme.unitCode, each, structure.units)
          ? ['resolve']
          : [],
    })),
    documentsMissing: DOCUMENT_KINDS.filter(
      (kind) =>
        !documents.some(({ each, state }) => each.kind === kind && (state === 'valid' || state === 'ending')),
    ),
    documents: documents.map(({ each, state }) => ({
      id: each.id,
      kind: each.kind,
      title: each.title,
      number: each.number,
      validFrom: each.valid_from,
      validTo: each.valid_to,
      state,
      evidenceCount: evidenceCount(each.id),
    })),
    visits: around.visits.map((each) => ({
      id: each.id,
      on: each.visited_on,
      team: each.team,
      advice: each.advice,
      nextOn: each.next_on,
      by: each.post_title,
      evidenceCount: evidenceCount(each.id),
    })),
    points: around.points.map((each) => ({
      id: each.id,
      name: each.name,
      network: each.network,
      networkNote: each.network_note,
      facilities: each.facilities,
      checkedOn: each.checked_on,
      trainings: each.trainings,
      trained: each.trained,
    })),
    trainings: around.trainings.map((each) => ({
      id: each.id,
      on: each.trained_on,
      topic: each.topic,
      point: each.point,
      participants: each.participants,
      by: each.post_title,
    })),
    seesFigures: structure.units.isWithin(programme.unitCode, tenantScopeOf(person).rootUnit),
    actions: [...(manages ? (['manage'] as const) : []), ...(reports ? (['report'] as const) : [])],
  };
}

function milestoneAnswer(
  milestone: MilestoneRecord,
  today: IsoDate,
  wholeWeight: number,
): Omit<MilestoneAnswer, 'evidenceCount' | 'actions'> {
  const inForce = planOn(milestone, today);
  const plans = milestone.plans.map(planAnswer);
  return {
    id: milestone.id,
    number: milestone.number,
    title: milestone.title,
    weight: inForce.weight,
    weightShare: Math.min(1, inForce.weight / wholeWeight),
    state: milestoneStateOn(milestone, today, milestone.startedOn),
    plan: plans.find(({ version }) => version === inForce.version) ?? planAnswer(milestone.plans[0]),
    plans,
    startedOn: milestone.startedOn,
    finishedOn: milestone.finishedOn,
    doneShare: doneShareOn(milestone, today),
    plannedShare: plannedShareOn(inForce, today),
    reports: milestone.reports.map(({ on, doneShare, note, by }) => ({ on, doneShare, note, by })),
    signedOff: milestone.signed,
  };
}

function planAnswer({ version, startOn, finishOn, weight, reason, by, at }: PlanRecord) {
  return { version, startOn, finishOn, weight, reason, by, at };
}

function maySign(
  milestone: MilestoneRecord,
  person: Person,
  reporters: readonly DoneReporter[],
  today: IsoDate,
): boolean {
  const { post, userId } = person;
  if (post === null || userId === null || !may(person, 'pilots:sign')) return false;
  if (milestone.signedOn !== null || doneShareOn(milestone, today) < 1) return false;
  return isSecondPerson({ post: post.id, person: userId }, reporters);
}

function named(code: string, found: { readonly name: string } | null): { code: string; name: string } {
  return { code, name: found?.name ?? code };
}
