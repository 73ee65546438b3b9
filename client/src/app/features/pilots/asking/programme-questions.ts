import type { Programme } from '../pilots-api.ts';
import { type Answers, type Question, type QuestionField, answered, given, type Words } from './question.ts';

type Choices = NonNullable<QuestionField['choices']>;

const CODE = { longest: 20 };

/** Opens a programme. `units` and `services` are what may be chosen; `today` is the day offered as its start. */
export function newProgramme(
  t: Words,
  { units, services, today }: { readonly units: Choices; readonly services: Choices; readonly today: string },
): Question {
  return {
    heading: t('pilots.add.title'),
    verb: t('pilots.add.verb'),
    consequence: t('pilots.add.consequence'),
    fields: [
      {
        id: 'unit',
        kind: 'choice',
        label: t('pilots.add.unit'),
        value: '',
        missing: t('pilots.add.unitMissing'),
        choices: [{ value: '', label: t('pilots.choose') }, ...units],
      },
      {
        id: 'code',
        kind: 'line',
        label: t('pilots.add.code'),
        hint: t('pilots.add.codeHint'),
        value: '',
        missing: t('pilots.add.codeMissing'),
        ...CODE,
      },
      ...aboutFields(t, null, services, today),
    ],
    request: (answers) => ({
      method: 'POST',
      path: '',
      body: { unit: given(answers, 'unit'), code: given(answers, 'code'), ...about(answers) },
    }),
  };
}

/** Corrects what is said about a programme; its milestones stay as they are. */
export function changedProgramme(t: Words, programme: Programme, services: Choices): Question {
  return {
    heading: t('pilots.change.title'),
    verb: t('pilots.change.verb'),
    consequence: t('pilots.change.consequence'),
    fields: aboutFields(t, programme, services, programme.startsOn),
    request: (answers) => ({ method: 'PATCH', path: `/${programme.id}`, body: about(answers) }),
  };
}

export function closedProgramme(t: Words, programme: Programme): Question {
  return {
    heading: t('pilots.close.title'),
    verb: t('pilots.close.verb'),
    lead: programme.name,
    consequence: t('pilots.close.consequence'),
    fields: [reasonField(t)],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme.id}/close`,
      body: { reason: given(answers, 'reason') },
    }),
  };
}

/** Why something is done that stays on record. */
export function reasonField(t: Words): QuestionField {
  return {
    id: 'reason',
    kind: 'long',
    label: t('pilots.reason'),
    value: '',
    missing: t('pilots.reasonMissing'),
    longest: 500,
  };
}

function aboutFields(
  t: Words,
  programme: Programme | null,
  services: Choices,
  startsOn: string,
): readonly QuestionField[] {
  return [
    {
      id: 'name',
      kind: 'line',
      label: t('pilots.about.name'),
      value: programme?.name ?? '',
      missing: t('pilots.about.nameMissing'),
      longest: 200,
    },
    {
      id: 'goal',
      kind: 'long',
      label: t('pilots.about.goal'),
      hint: t('pilots.about.goalHint'),
      value: programme?.goal ?? '',
      longest: 1000,
    },
    {
      id: 'legalBasis',
      kind: 'line',
      label: t('pilots.about.legalBasis'),
      hint: t('pilots.about.legalBasisHint'),
      value: programme?.legalBasis ?? '',
      longest: 300,
    },
    {
      id: 'service',
      kind: 'choice',
      label: t('pilots.about.service'),
      value: programme?.service?.code ?? '',
      choices: [{ value: '', label: t('pilots.about.allServices') }, ...services],
    },
    {
      id: 'startsOn',
      kind: 'day',
      label: t('pilots.about.startsOn'),
      value: startsOn,
      missing: t('period.invalid'),
    },
    {
      id: 'endsOn',
      kind: 'day',
      label: t('pilots.about.endsOn'),
      hint: t('pilots.about.endsOnHint'),
      value: programme?.endsOn ?? '',
    },
  ];
}

function about(answers: Answers): object {
  return {
    name: given(answers, 'name'),
    goal: answered(answers, 'goal'),
    legalBasis: answered(answers, 'legalBasis'),
    service: answered(answers, 'service'),
    startsOn: given(answers, 'startsOn'),
    endsOn: answered(answers, 'endsOn'),
  };
}
