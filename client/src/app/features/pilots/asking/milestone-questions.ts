import type { Milestone } from '../pilots-api.ts';
import {
  type Answers,
  type Question,
  type QuestionField,
  answered,
  given,
  numberGiven,
  type Words,
} from './question.ts';
import { reasonField } from './programme-questions.ts';

/** The number that the next milestone gets when nobody says otherwise: one more than the highest whole number in use. */
export function nextNumber(milestones: readonly Pick<Milestone, 'number'>[]): string {
  const numbers = milestones.map(({ number }) => Number(number)).filter(Number.isInteger);
  return String(Math.max(0, ...numbers) + 1);
}

export function newMilestone(t: Words, programme: string, number: string): Question {
  return {
    heading: t('pilots.milestone.add.title'),
    verb: t('pilots.milestone.add.verb'),
    consequence: t('pilots.milestone.add.consequence'),
    fields: [
      {
        id: 'number',
        kind: 'line',
        label: t('pilots.milestone.number'),
        value: number,
        missing: t('pilots.milestone.numberMissing'),
        longest: 20,
      },
      {
        id: 'title',
        kind: 'line',
        label: t('pilots.milestone.title'),
        hint: t('pilots.milestone.titleHint'),
        value: '',
        missing: t('pilots.milestone.titleMissing'),
        longest: 200,
      },
      weightField(t, ''),
      ...planFields(t, '', ''),
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/milestones`,
      body: { number: given(answers, 'number'), title: given(answers, 'title'), ...plan(answers) },
    }),
  };
}

export function replannedMilestone(t: Words, programme: string, milestone: Milestone): Question {
  return {
    heading: t('pilots.milestone.replan.title'),
    verb: t('pilots.milestone.replan.verb'),
    lead: nameOf(milestone),
    consequence: t('pilots.milestone.replan.consequence'),
    fields: [
      ...planFields(t, milestone.plan.startOn, milestone.plan.finishOn),
      weightField(t, typed(milestone.weight)),
      reasonField(t),
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/milestones/${milestone.id}/plan`,
      body: { ...plan(answers), reason: given(answers, 'reason') },
    }),
  };
}

export function reportedMilestone(
  t: Words,
  programme: string,
  milestone: Milestone,
  today: string,
): Question {
  return {
    heading: t('pilots.milestone.report.title'),
    verb: t('pilots.milestone.report.verb'),
    lead: nameOf(milestone),
    consequence: t('pilots.milestone.report.consequence'),
    fields: [
      {
        id: 'done',
        kind: 'percent',
        label: t('pilots.milestone.report.done'),
        hint: t('pilots.milestone.report.doneHint'),
        value: typed(milestone.doneShare * 100),
        missing: t('pilots.fault.percent'),
        longest: 8,
      },
      {
        id: 'on',
        kind: 'day',
        label: t('pilots.milestone.report.on'),
        value: today,
        missing: t('period.invalid'),
      },
      {
        id: 'note',
        kind: 'long',
        label: t('pilots.milestone.report.note'),
        hint: t('pilots.milestone.report.noteHint'),
        value: '',
        longest: 1000,
      },
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/milestones/${milestone.id}/reports`,
      body: {
        on: given(answers, 'on'),
        doneShare: numberGiven(answers, 'done') / 100,
        note: answered(answers, 'note'),
      },
    }),
  };
}

export function signedMilestone(t: Words, programme: string, milestone: Milestone): Question {
  return {
    heading: t('pilots.milestone.sign.title'),
    verb: t('pilots.milestone.sign.verb'),
    lead: nameOf(milestone),
    consequence: t('pilots.milestone.sign.consequence', { count: milestone.evidenceCount }),
    fields: [],
    request: () => ({ method: 'POST', path: `/${programme}/milestones/${milestone.id}/sign`, body: {} }),
  };
}

export function removedMilestone(t: Words, programme: string, milestone: Milestone): Question {
  return {
    heading: t('pilots.milestone.remove.title'),
    verb: t('pilots.milestone.remove.verb'),
    lead: nameOf(milestone),
    consequence: t('pilots.milestone.remove.consequence'),
    fields: [reasonField(t)],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/milestones/${milestone.id}/remove`,
      body: { reason: given(answers, 'reason') },
    }),
  };
}

function nameOf({ number, title }: Milestone): string {
  return `${number}. ${title}`;
}

/** A number as it is typed: decimal comma, no more than two decimals. */
function typed(value: number): string {
  return String(Math.round(value * 100) / 100).replace('.', ',');
}

function weightField(t: Words, value: string): QuestionField {
  return {
    id: 'weight',
    kind: 'number',
    label: t('pilots.milestone.weight'),
    hint: t('pilots.milestone.weightHint'),
    value,
    missing: t('pilots.milestone.weightMissing'),
    longest: 8,
  };
}

function planFields(t: Words, start: string, finish: string): readonly QuestionField[] {
  return [
    {
      id: 'start',
      kind: 'day',
      label: t('pilots.milestone.start'),
      value: start,
      missing: t('pilots.milestone.startMissing'),
    },
    {
      id: 'finish',
      kind: 'day',
      label: t('pilots.milestone.finish'),
      value: finish,
      missing: t('pilots.milestone.finishMissing'),
    },
  ];
}

function plan(answers: Answers): object {
  return {
    plannedStartOn: given(answers, 'start'),
    plannedFinishOn: given(answers, 'finish'),
    weight: numberGiven(answers, 'weight'),
  };
}
