import type { AlertEpisode } from '#contract/reports/alerts';
import type { Language } from '#contract/messages';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { UnitTree } from '#domain/unit-tree';
import { proofOf, sentenceOf, type SpokenEpisode } from './alert-sentences.ts';
import type { EpisodeRecord, EventRecord } from './alerts.queries.ts';

export interface EpisodeFrame {
  readonly units: UnitTree;
  readonly events: readonly EventRecord[];
  readonly rights: DetailRights;
  readonly language: Language;
  readonly today: string;
  readonly ownerOf: (unit: {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
  }) => AlertEpisode['owner'];
}

/** What is told of an episode, or of a word about it, as it is kept. */
export function spokenOf({
  unit_code,
  field,
  since,
  reasons,
  facts,
}: Pick<EpisodeRecord, 'unit_code' | 'field' | 'since' | 'reasons' | 'facts'>): SpokenEpisode {
  return { unit: unit_code, field, since, reasons, facts };
}

/** An episode as the contract tells it to one reader. */
export function episodeAnswer(record: EpisodeRecord, frame: EpisodeFrame): AlertEpisode {
  const { units, rights, language, today } = frame;
  const known = units.find(record.unit_code);
  const unit = { code: record.unit_code, name: known?.name ?? record.unit_code, kind: known?.kind ?? '' };
  const { field, since } = record;
  const episode = spokenOf(record);
  const events = frame.events.filter(({ episode_id }) => episode_id === record.id);
  const proof = proofOf(episode, rights);
  const kind = record.ending ?? 'opened';
  return {
    id: record.id,
    unit,
    field: field === '' ? null : field,
    reasons: record.reasons.map((reason) => ({ ...reason })),
    sentence: sentenceOf(episode, kind, rights, today)[language],
    since,
    openedOn: record.opened_on,
    remindedOn: events.findLast((event) => event.kind === 'reminded')?.on_day ?? null,
    reminders: record.reminders,
    owner: frame.ownerOf(unit),
    ended:
      record.ending === null || record.ended_on === null ? null : { on: record.ended_on, how: record.ending },
    events: events.map((event) => ({ kind: event.kind, on: event.on_day })),
    proof: {
      label: proof.label[language],
      screen: proof.screen,
      query: { ...proof.query },
      count: proof.count,
    },
  };
}
