import { DOCUMENT_KINDS, OBSTACLE_KINDS } from '#contract/pilots/programme';
import type { Obstacle, PilotPost, Programme } from '../pilots-api.ts';
import { answered, choice, day, given, type Question, type Words } from './question.ts';

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
