import { NO_BREAK } from '#domain/language';
import type { FormatsIn } from '#domain/formats/formats';
import type { MarkKind } from '../../ui/mark.ts';
import type { ProgrammeLine } from './pilots-api.ts';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** The sign of a programme: a milestone past its planned finish asks for attention; without milestones there is nothing to judge. */
export function programmeMark({
  milestones,
  milestonesLate,
  progressShare,
}: Pick<ProgrammeLine, 'milestones' | 'milestonesLate' | 'progressShare'>): MarkKind {
  if (milestones === 0 || progressShare === null) return 'no-data';
  if (milestonesLate > 0) return 'worse';
  return progressShare >= 1 ? 'better' : 'stable';
}

/** How far it is and how far it should be, in words: what the bar beside it draws. */
export function progressText(
  programme: Pick<ProgrammeLine, 'progressShare' | 'signedShare' | 'plannedShare' | 'firstPlannedShare'>,
  formats: FormatsIn,
  t: Words,
): string {
  const { progressShare, signedShare, plannedShare, firstPlannedShare } = programme;
  const share = (value: number): string => formats.share(value, 0);
  if (progressShare === null) return t('pilots.progress.none');
  const rest = [
    ...(signedShare === null ? [] : [t('pilots.progress.signed', { share: share(signedShare) })]),
    ...(plannedShare === null ? [] : [t('pilots.progress.planned', { share: share(plannedShare) })]),
    ...(firstPlannedShare === null || share(firstPlannedShare) === share(plannedShare ?? -1)
      ? []
      : [t('pilots.progress.firstPlanned', { share: share(firstPlannedShare) })]),
  ];
  return [t('pilots.progress.reported', { share: share(progressShare) }), ...rest].join(`${NO_BREAK}· `);
}
