import type { Today } from '#contract/attention';
import type { FormatsIn } from '#domain/formats/formats';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** "Hari ini: 3 permohonan jatuh tempo, 2 lewat tenggat, 1 aduan menunggu jawaban." What is none is left out. */
export function todayHeadline(
  { dueToday, overdue, complaintsAwaiting }: Pick<Today, 'dueToday' | 'overdue' | 'complaintsAwaiting'>,
  formats: Pick<FormatsIn, 'number'>,
  t: Words,
): string {
  const parts = [
    ['today.headline.due', dueToday.total],
    ['today.headline.overdue', overdue.total],
    ['today.headline.complaints', complaintsAwaiting.total],
  ] as const;
  const said = parts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(key, { count: formats.number(count) }));
  return said.length === 0
    ? t('today.headline.nothing')
    : t('today.headline.all', { parts: said.join(', ') });
}
