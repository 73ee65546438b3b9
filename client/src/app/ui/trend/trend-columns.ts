import { limitsAt } from '#domain/spc/signal-tone';
import type { MeasureField } from '#domain/measures';
import type { Limits } from '#contract/signals';
import { type ValueWords, isSuppressed } from '../../core/absence.ts';
import type { FormatsIn } from '#domain/formats/formats';
import type { SeriesPoint } from '../../core/measures-api.ts';
import type { Column } from '../table-column.ts';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** What the columns of a trend's table are made with. */
export interface TrendTable {
  readonly field: MeasureField;
  /** Name of the number, as its header. */
  readonly name: string;
  readonly grain: string;
  readonly limits: readonly Limits[];
  readonly formats: FormatsIn;
  readonly words: Pick<ValueWords, 'absent' | 'inFile'>;
  readonly t: Words;
}

/** The numbers of a trend as a table: period, value, n, limits and signal where there are any, and its state. */
export function trendColumns(table: TrendTable): readonly Column<SeriesPoint>[] {
  const { field, name, grain, limits, formats, words, t } = table;
  const hidden = (point: SeriesPoint): string | null =>
    isSuppressed(point) ? t('absence.suppressed') : null;
  const file = words.inFile(field);
  const inFile = (value: (point: SeriesPoint) => number | null): Pick<Column<SeriesPoint>, 'file'> =>
    file === null ? {} : { file: { unit: file.unit, value: (point) => file.value(value(point)) } };
  const limit = (side: 'lower' | 'upper'): Column<SeriesPoint> => {
    const at = (point: SeriesPoint): number | null => {
      const value = limitsAt(limits, point.from)?.[side] ?? null;
      return value === null || field.unit === 'score' ? value : Math.max(0, value);
    };
    return {
      id: side,
      header: t(`trend.${side}`),
      numeric: true,
      text: (point) => {
        const value = at(point);
        return value === null ? t('trend.noLimit') : formats.value(field, value);
      },
      raw: at,
      ...inFile(at),
    };
  };
  const columns: Column<SeriesPoint>[] = [
    {
      id: 'from',
      header: t('table.period'),
      numeric: false,
      text: (point) => formats.bucket(point.from, grain),
      raw: (point) => point.from,
    },
    {
      id: 'value',
      header: name,
      numeric: true,
      text: (point) => (point.value === null ? words.absent(point) : formats.value(field, point.value)),
      raw: (point) => point.value,
      withheld: hidden,
      ...inFile((point) => point.value),
    },
  ];
  if (field.n !== field.id)
    columns.push({
      id: 'n',
      header: t('table.n'),
      numeric: true,
      text: (point) => hidden(point) ?? formats.number(point.n),
      raw: (point) => (isSuppressed(point) ? null : point.n),
      withheld: hidden,
    });
  if (limits.length > 0) {
    const signal = (point: SeriesPoint): string =>
      point.signal === null ? '' : t(`signalRule.${point.signal}`);
    columns.push(limit('lower'), limit('upper'), {
      id: 'signal',
      header: t('trend.signal'),
      numeric: false,
      text: signal,
      raw: signal,
    });
  }
  const state = (point: SeriesPoint): string => hidden(point) ?? t(`pointState.${point.state}`);
  columns.push({ id: 'state', header: t('table.state'), numeric: false, text: state, raw: state });
  return columns;
}
