import { FIELD_WORDS } from '#domain/attention/field-words';
import { inBoth, type Told } from '#domain/attention/attention-words';
import type { Proof } from '#domain/attention/finding';
import type { AlertReason } from '#domain/alerts/alert-episode';
import {
  alertSentence,
  fieldName,
  recoverySentence,
  withdrawalSentence,
  type AlertFacts,
} from '#domain/alerts/alert-words';
import type { OrderedAlert } from '#domain/alerts/alert-order';
import { monthEnd } from '#domain/period/civil-date';
import type { DetailRights, Family } from '#domain/suppression/field-groups';
import type { EventKind } from './alerts.queries.ts';

/** What an episode is about, as it is kept. */
export interface SpokenEpisode {
  readonly unit: string;
  /** `measure.field`; empty for silence. */
  readonly field: string;
  readonly since: string;
  /** Of which is told. */
  readonly reasons: readonly AlertReason[];
  readonly facts: AlertFacts;
}

/** The same as it is ordered: the most pressing first. */
export function placeOf({ unit, field, since, reasons, facts }: SpokenEpisode): OrderedAlert {
  return { unit, field: field === '' ? null : field, since, reasons, facts };
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
function familyOf(field: string): Family {
  return FAMILY_OF[field.split('.')[0] ?? ''] ?? 'services';
}

/** Numbers are told only to those who may see the single records behind them. */
function maySeeNumbers({ field }: SpokenEpisode, rights: DetailRights): boolean {
  return field === '' || rights[familyOf(field)];
}

/** What a word about an episode, or the way it ended, says to somebody, after "Unit: …". */
export function sentenceOf(
  episode: SpokenEpisode,
  kind: EventKind | 'unwatched',
  rights: DetailRights,
  today: string,
): Told {
  const matter = { field: episode.field === '' ? null : episode.field, reasons: episode.reasons };
  const telling = { facts: episode.facts, told: maySeeNumbers(episode, rights), today };
  if (kind === 'withdrawn' || kind === 'unwatched') return withdrawalSentence(matter, kind);
  return kind === 'recovered' ? recoverySentence(matter, telling) : alertSentence(matter, telling);
}

/** Where the records of an episode are: the single ones for who may read them, else the figures. */
export function proofOf(episode: SpokenEpisode, rights: DetailRights): Proof {
  const { unit, field, facts } = episode;
  if (field === '')
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
