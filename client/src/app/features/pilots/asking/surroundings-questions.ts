import { DOCUMENT_KINDS, FACILITIES, NETWORK_STATES, OBSTACLE_KINDS } from '#contract/pilots/programme';
import type { Obstacle, PilotPoint, PilotPost, Programme } from '../pilots-api.ts';
import { type Question, type QuestionField, answered, given, numberGiven } from './question.ts';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export function newObstacle(
  t: Words,
  programme: Programme,
  posts: readonly PilotPost[],
  today: string,
): Question {
  const choices = posts.map(({ post, title, holder }) => ({
    value: post,
    label: holder === null ? t('pilots.obstacle.vacant', { title }) : `${title} · ${holder}`,
  }));
  return {
    heading: t('pilots.obstacle.add.title'),
    verb: t('pilots.obstacle.add.verb'),
    consequence: t('pilots.obstacle.add.consequence'),
    fields: [
      choice(t, 'kind', t('pilots.obstacle.kindLabel'), t('pilots.obstacle.kindMissing'), [
        ...OBSTACLE_KINDS.map((kind) => ({ value: kind, label: t(`pilots.obstacle.kind.${kind}`) })),
      ]),
      {
        id: 'body',
        kind: 'long',
        label: t('pilots.obstacle.body'),
        hint: t('pilots.obstacle.bodyHint'),
        value: '',
        missing: t('pilots.obstacle.bodyMissing'),
        longest: 1000,
      },
      {
        id: 'milestone',
        kind: 'choice',
        label: t('pilots.obstacle.milestone'),
        value: '',
        choices: [
          { value: '', label: t('pilots.obstacle.wholeProgramme') },
          ...programme.milestoneList.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${title}`,
          })),
        ],
      },
      day('sinceOn', t('pilots.obstacle.since'), today, t('period.invalid')),
      choice(t, 'owner', t('pilots.obstacle.owner'), t('pilots.obstacle.ownerMissing'), choices),
      {
        id: 'helpPost',
        kind: 'choice',
        label: t('pilots.obstacle.help'),
        value: '',
        choices: [{ value: '', label: t('pilots.obstacle.noHelp') }, ...choices],
      },
      {
        id: 'helpAsked',
        kind: 'long',
        label: t('pilots.obstacle.asked'),
        hint: t('pilots.obstacle.askedHint'),
        value: '',
        longest: 500,
      },
    ],
    request: (answers) => {
      const post = answered(answers, 'helpPost');
      return {
        method: 'POST',
        path: `/${programme.id}/obstacles`,
        body: {
          milestone: answered(answers, 'milestone'),
          kind: given(answers, 'kind'),
          body: given(answers, 'body'),
          owner: given(answers, 'owner'),
          // Without words of its own the request is the obstacle itself.
          help:
            post === null
              ? null
              : { post, asked: answered(answers, 'helpAsked') ?? given(answers, 'body').slice(0, 500) },
          sinceOn: given(answers, 'sinceOn'),
        },
      };
    },
  };
}

export function resolvedObstacle(t: Words, programme: string, obstacle: Obstacle, today: string): Question {
  return {
    heading: t('pilots.obstacle.resolve.title'),
    verb: t('pilots.obstacle.resolve.verb'),
    lead: obstacle.body,
    consequence: t('pilots.obstacle.resolve.consequence'),
    fields: [
      {
        id: 'resolution',
        kind: 'long',
        label: t('pilots.obstacle.resolve.how'),
        value: '',
        missing: t('pilots.obstacle.resolve.howMissing'),
        longest: 1000,
      },
      day('on', t('pilots.obstacle.resolve.on'), today, t('period.invalid')),
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/obstacles/${obstacle.id}/resolve`,
      body: { on: given(answers, 'on'), resolution: given(answers, 'resolution') },
    }),
  };
}

export function newDocument(t: Words, programme: string): Question {
  return {
    heading: t('pilots.document.add.title'),
    verb: t('pilots.document.add.verb'),
    consequence: t('pilots.document.add.consequence'),
    fields: [
      choice(
        t,
        'kind',
        t('pilots.document.kindLabel'),
        t('pilots.document.kindMissing'),
        DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`pilots.document.kind.${kind}`) })),
      ),
      {
        id: 'title',
        kind: 'line',
        label: t('pilots.document.title'),
        value: '',
        missing: t('pilots.document.titleMissing'),
        longest: 200,
      },
      { id: 'number', kind: 'line', label: t('pilots.document.number'), value: '', longest: 100 },
      day('validFrom', t('pilots.document.from'), '', t('pilots.document.fromMissing')),
      { ...day('validTo', t('pilots.document.to'), ''), hint: t('pilots.document.toHint') },
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/documents`,
      body: {
        kind: given(answers, 'kind'),
        title: given(answers, 'title'),
        number: answered(answers, 'number'),
        validFrom: given(answers, 'validFrom'),
        validTo: answered(answers, 'validTo'),
      },
    }),
  };
}

export function newVisit(t: Words, programme: string, today: string): Question {
  return {
    heading: t('pilots.visit.add.title'),
    verb: t('pilots.visit.add.verb'),
    consequence: t('pilots.visit.add.consequence'),
    fields: [
      day('on', t('pilots.visit.on'), today, t('period.invalid')),
      {
        id: 'team',
        kind: 'line',
        label: t('pilots.visit.team'),
        hint: t('pilots.visit.teamHint'),
        value: '',
        missing: t('pilots.visit.teamMissing'),
        longest: 200,
      },
      {
        id: 'advice',
        kind: 'long',
        label: t('pilots.visit.advice'),
        value: '',
        missing: t('pilots.visit.adviceMissing'),
        longest: 2000,
      },
      { ...day('nextOn', t('pilots.visit.next'), ''), hint: t('pilots.visit.nextHint') },
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme}/visits`,
      body: {
        on: given(answers, 'on'),
        team: given(answers, 'team'),
        advice: given(answers, 'advice'),
        nextOn: answered(answers, 'nextOn'),
      },
    }),
  };
}

/** The state of one service point; null describes a new one. The point is known by its name. */
export function checkedPoint(t: Words, programme: string, point: PilotPoint | null, today: string): Question {
  const seen = [
    { value: '', label: t('pilots.point.notChecked') },
    { value: 'yes', label: t('pilots.point.there') },
    { value: 'no', label: t('pilots.point.notThere') },
  ];
  const name: QuestionField = {
    id: 'name',
    kind: 'line',
    label: t('pilots.point.name'),
    hint: t('pilots.point.nameHint'),
    value: '',
    missing: t('pilots.point.nameMissing'),
    longest: 120,
  };
  return {
    heading: t(point === null ? 'pilots.point.add.title' : 'pilots.point.change.title'),
    verb: t('pilots.point.add.verb'),
    ...(point === null ? {} : { lead: point.name }),
    consequence: t('pilots.point.add.consequence'),
    fields: [
      ...(point === null ? [name] : []),
      {
        ...choice(
          t,
          'network',
          t('pilots.point.networkLabel'),
          t('pilots.point.networkMissing'),
          NETWORK_STATES.map((state) => ({ value: state, label: t(`pilots.point.network.${state}`) })),
        ),
        value: point?.network ?? '',
      },
      {
        id: 'networkNote',
        kind: 'line',
        label: t('pilots.point.networkNote'),
        value: point?.networkNote ?? '',
        longest: 500,
      },
      day('checkedOn', t('pilots.point.checkedOn'), today, t('period.invalid')),
      ...FACILITIES.map((facility, index): QuestionField => {
        const there = point?.facilities[facility];
        return {
          id: facility,
          kind: 'row',
          label: t(`pilots.facility.${facility}`),
          value: there === undefined ? '' : there ? 'yes' : 'no',
          choices: seen,
          ...(index === 0 ? { group: t('pilots.point.facilities') } : {}),
        };
      }),
    ],
    request: (answers) => ({
      method: 'PUT',
      path: `/${programme}/points`,
      body: {
        name: point?.name ?? given(answers, 'name'),
        network: given(answers, 'network'),
        networkNote: answered(answers, 'networkNote'),
        facilities: Object.fromEntries(
          FACILITIES.flatMap((facility) => {
            const seenAs = answered(answers, facility);
            return seenAs === null ? [] : [[facility, seenAs === 'yes']];
          }),
        ),
        checkedOn: given(answers, 'checkedOn'),
      },
    }),
  };
}

export function newTraining(t: Words, programme: Programme, today: string): Question {
  return {
    heading: t('pilots.training.add.title'),
    verb: t('pilots.training.add.verb'),
    consequence: t('pilots.training.add.consequence'),
    fields: [
      {
        id: 'topic',
        kind: 'line',
        label: t('pilots.training.topic'),
        value: '',
        missing: t('pilots.training.topicMissing'),
        longest: 200,
      },
      day('on', t('pilots.training.on'), today, t('period.invalid')),
      {
        id: 'participants',
        kind: 'number',
        label: t('pilots.training.participants'),
        value: '',
        missing: t('pilots.training.participantsMissing'),
        longest: 6,
      },
      {
        id: 'point',
        kind: 'choice',
        label: t('pilots.training.point'),
        value: '',
        choices: [
          { value: '', label: t('pilots.training.allPoints') },
          ...programme.points.map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
    ],
    request: (answers) => ({
      method: 'POST',
      path: `/${programme.id}/trainings`,
      body: {
        point: answered(answers, 'point'),
        on: given(answers, 'on'),
        topic: given(answers, 'topic'),
        participants: numberGiven(answers, 'participants'),
      },
    }),
  };
}

function day(id: string, label: string, value: string, missing?: string): QuestionField {
  return { id, kind: 'day', label, value, ...(missing === undefined ? {} : { missing }) };
}

function choice(
  t: Words,
  id: string,
  label: string,
  missing: string,
  choices: NonNullable<QuestionField['choices']>,
): QuestionField {
  return {
    id,
    kind: 'choice',
    label,
    value: '',
    missing,
    choices: [{ value: '', label: t('pilots.choose') }, ...choices],
  };
}
