import { FACILITIES, NETWORK_STATES } from '#contract/pilots/programme';
import type { PilotPoint, Programme } from '../pilots-api.ts';
import {
  answered,
  choice,
  day,
  given,
  numberGiven,
  type Question,
  type QuestionField,
  type Words,
} from './question.ts';

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
