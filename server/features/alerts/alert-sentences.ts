import { FIELD_WORDS } from '#domain/attention/field-words';
import { inBoth, type Told } from '#domain/attention/attention-words';
import type { Proof } from '#domain/attention/finding';
import type { AlertRule } from '#domain/alerts/alert-episode';
import {
  alertSentence,
  fieldName,
  recoverySentence,
  withdrawalSentence,
  type AlertFacts,
} from '#domain/alerts/alert-words';
import { monthEnd } from '#domain/period/civil-date';
import type { DetailRights, Family } from '#domain/suppression/field-groups';
import type { EventKind } from './alerts.queries.ts';

/** What an episode is about, as it is kept. */
export interface SpokenEpisode {
  readonly unit: string;
  readonly rule: AlertRule;
  /** `measure.field`; empty for silence. */
  readonly field: string;
  readonly since: string;
  readonly facts: AlertFacts;
}

const FAMILY_OF: Readonly<Record<string, Family>> = {
  volume: 'services',
  turnaround: 'services',
  complaints: 'complaints',
  ikm: 'surveys',
};

const SCREEN_OF: Readonly<Record<Family, '/layanan' | '/aduan' | '/kepuasan'>> = {
  services: '/layanan',
  complaints: '/aduan',
  surveys: '/kepuasan',
};

/** The records that a field is counted from. */
export function familyOf(field: string): Family {
  return FAMILY_OF[field.split('.')[0] ?? ''] ?? 'services';
}

/** Numbers are told only to those who may see the single records behind them. */
function maySeeNumbers({ field }: SpokenEpisode, rights: DetailRights): boolean {
  return field === '' || rights[familyOf(field)];
}

/** What a word about an episode says to somebody, after "Unit: …". */
export function sentenceOf(
  episode: SpokenEpisode,
  kind: EventKind,
  rights: DetailRights,
  today: string,
): Told {
  const matter = {
    rule: episode.rule,
    field: episode.field === '' ? null : episode.field,
    since: episode.since,
  };
  const telling = { facts: episode.facts, told: maySeeNumbers(episode, rights), today };
  if (kind === 'recovered') return recoverySentence(matter, telling);
  return kind === 'withdrawn' ? withdrawalSentence(matter) : alertSentence(matter, telling);
}

/** Where the records of an episode are: the single ones for who may read them, else the figures. */
export function proofOf(episode: SpokenEpisode, rights: DetailRights): Proof {
  const { unit, rule, field, facts } = episode;
  if (rule === 'not-reporting')
    return {
      label: { id: 'kelengkapan laporan', en: 'who has reported' },
      screen: '/data',
      query: { unit },
      count: null,
    };
  const { month, value, n } = facts;
  const words = FIELD_WORDS[field];
  const family = familyOf(field);
  if (words !== undefined && month !== null && value !== null && maySeeNumbers(episode, rights))
    return words.proof({ unit, from: month, to: monthEnd(month) }, value, n);
  return {
    label: inBoth((language) =>
      language === 'id' ? `angka ${fieldName(field, 'id')}` : `figures of ${fieldName(field, 'en')}`,
    ),
    screen: SCREEN_OF[family],
    query: { unit, ...(month === null ? {} : { from: month, to: monthEnd(month) }) },
    count: null,
  };
}
