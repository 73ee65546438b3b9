import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MEASURES, type MeasureId } from '#domain/measures';
import { ValueWords, isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Freshness } from '../../core/freshness.ts';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { type Series, type SeriesPoint, liveSummary, liveTrends } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { DataTable } from '../../ui/data-table.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import { Mark } from '../../ui/mark.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { Sparkline } from '../../ui/sparkline.ts';
import type { Column } from '../../ui/table-column.ts';
import { type OverviewLine, overviewLines } from './overview-lines.ts';
import { UnitMatrix } from './unit-matrix.ts';

const SCREENS: Readonly<Record<MeasureId, string>> = {
  turnaround: '/layanan',
  volume: '/layanan',
  complaints: '/aduan',
  ikm: '/kepuasan',
};

/** Home: the measures as sentences with their trends, what they mean in the margin, and all units below. */
@Component({
  selector: 'pandu-overview-page',
  imports: [
    Breadcrumb,
    DataTable,
    FilterSentence,
    Mark,
    ProblemNote,
    RouterLink,
    Skeleton,
    Sparkline,
    UnitMatrix,
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
})
export class OverviewPage {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly freshness = inject(Freshness);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);

  protected readonly summary = liveSummary();
  protected readonly trends = liveTrends();
  protected readonly lines = computed<readonly OverviewLine[]>(() => {
    const summary = this.summary.value();
    return summary === undefined ? [] : overviewLines(summary, this.periodBefore(), this.formats.now, this.t);
  });
  /** What the numbers are compared with: `10–31 Okt 2026`, or the month where it is a whole one. */
  protected readonly periodBefore = computed(() => {
    const before = this.summary.value()?.previousPeriod;
    return before === undefined ? '' : this.formats.now.period(before, this.selection.today());
  });
  protected readonly period = computed(() =>
    this.formats.now.period(this.selection.period(), this.selection.today()),
  );
  protected readonly definitions = computed(() =>
    (['turnaround', 'complaints', 'ikm', 'volume'] as const).map((measure) => {
      const field = this.kamus.field(measure, null);
      return {
        label: this.kamus.label(field),
        definition: field.definition,
        basis: MEASURES[measure].legalBasis,
      };
    }),
  );
  protected readonly openTable = signal<MeasureId | null>(null);
  protected readonly copied = signal<MeasureId | null>(null);

  /** A sentence cut around the name of the period before, which is not to be broken at its dash. */
  protected around(sentence: string): {
    readonly before: string;
    readonly name: string;
    readonly after: string;
  } {
    const name = this.periodBefore();
    const at = name === '' ? -1 : sentence.indexOf(name);
    return at < 0
      ? { before: sentence, name: '', after: '' }
      : { before: sentence.slice(0, at), name, after: sentence.slice(at + name.length) };
  }

  /** What the sentences were counted from; no record at all is not a zero. */
  protected counted(count: number | null): string {
    if (count === null) return this.t('absence.suppressed');
    return count === 0 ? this.t('absence.noData') : this.formats.now.number(count);
  }

  protected trend(measure: MeasureId): Series | null {
    return this.trends.value()?.items.find((series) => series.measure === measure) ?? null;
  }

  protected trendLabel(series: Series): string {
    return `${this.kamus.label(this.kamus.field(series.measure, series.field))}. ${series.sentence}`;
  }

  protected trendColumns(series: Series): readonly Column<SeriesPoint>[] {
    const field = this.kamus.field(series.measure, series.field);
    const formats = this.formats.now;
    return [
      {
        id: 'from',
        header: this.t('table.period'),
        numeric: false,
        text: (point) => formats.bucket(point.from, series.grain),
        raw: (point) => point.from,
      },
      {
        id: 'value',
        header: this.kamus.label(field),
        numeric: true,
        text: (point) =>
          point.value === null ? this.words.absent(point) : formats.value(field, point.value),
        raw: (point) => point.value,
      },
      {
        id: 'n',
        header: this.t('table.n'),
        numeric: true,
        text: (point) => (isSuppressed(point) ? this.words.absent(point) : formats.number(point.n)),
        raw: (point) => (isSuppressed(point) ? null : point.n),
      },
      {
        id: 'state',
        header: this.t('table.state'),
        numeric: false,
        text: (point) =>
          isSuppressed(point) ? this.words.absent(point) : this.t(`pointState.${point.state}`),
        raw: (point) => point.state,
      },
    ];
  }

  protected screen(measure: MeasureId): string {
    return SCREENS[measure];
  }

  protected parameters(measure: MeasureId): Record<string, unknown> {
    return measure === 'volume'
      ? { ...this.selection.carried(), field: 'volume.received' }
      : this.selection.carried();
  }

  protected toggleTable(measure: MeasureId): void {
    this.openTable.set(this.openTable() === measure ? null : measure);
  }

  /** The sentence as a message: with its place, period and freshness, so that it stays true where it is pasted. */
  protected async copyMessage(line: OverviewLine): Promise<void> {
    const summary = this.summary.value();
    if (summary === undefined) return;
    const asOf = this.freshness.asOf();
    const message = [
      this.session.demo() ? this.t('demo.label') : '',
      `*${summary.unitName}, ${this.period()}*`,
      `${line.lead}: ${line.sentence}`,
      line.facts.join(' · '),
      asOf === null
        ? ''
        : this.t('status.asOf', { at: this.formats.now.instant(asOf, this.session.timeZone()) }),
      location.href,
    ];
    await navigator.clipboard.writeText(message.filter((part) => part !== '').join('\n'));
    this.copied.set(line.measure);
  }
}
