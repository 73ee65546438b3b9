import { Component, computed, inject, signal } from '@angular/core';
import type { Params } from '@angular/router';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addMonthsToStart, monthEnd, monthStart } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { DataTable } from '../../../ui/data-table.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import type { Column } from '../../../ui/table-column.ts';
import { NilForm, emptyKinds } from './nil-form.ts';
import { liveReporting } from './reporting-api.ts';
import { REPORTED_DATASETS, type ReportedDataset, type UnitReport, unitReports } from './reporting-rows.ts';

/** Who has reported a month and of whom nothing is heard: the proof of "belum melapor", and the way to say *nihil*. */
@Component({
  selector: 'pandu-reporting-list',
  imports: [DataTable, NilForm, ProblemNote, RouterLink, Skeleton],
  templateUrl: './reporting-list.html',
  styleUrl: './reporting-list.css',
})
export class ReportingList {
  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly selection = inject(Selection);

  /** The month in which the selected period ends; the future is not asked for. */
  private readonly month = computed(() => {
    const [end, today] = [this.selection.period().to, this.selection.today()];
    return monthStart(end < today ? end : today);
  });
  protected readonly reporting = liveReporting(this.month);
  private readonly isRunning = computed(() => monthEnd(this.month()) >= this.selection.today());
  protected readonly monthName = computed(() => this.nameOf(this.month()));
  protected readonly rows = computed(() => {
    const answer = this.reporting.value();
    if (answer === undefined) return undefined;
    const end = monthEnd(this.month());
    return unitReports(answer.items, this.isRunning() ? this.selection.today() : end);
  });
  protected readonly absent = computed(() =>
    (this.rows() ?? []).filter(
      ({ state }) => state === 'silent' || (state === 'missing' && !this.isRunning()),
    ),
  );
  protected readonly heading = computed(() => {
    const [rows, absent] = [this.rows() ?? [], this.absent()];
    const [only] = rows;
    const month = this.monthName();
    if (only === undefined) return this.t('reporting.nobody', { month });
    if (rows.length === 1)
      return this.t(absent.length === 0 ? 'reporting.oneReported' : 'reporting.oneAbsent', {
        unit: only.unit.name,
        month,
        day: only.lastOn === null ? '–' : this.formats.now.date(only.lastOn),
      });
    return this.t(absent.length === 0 ? 'reporting.all' : 'reporting.some', {
      month,
      expected: this.formats.now.number(rows.length),
      reported: this.formats.now.number(rows.length - absent.length),
    });
  });
  /** One month back, and one on where it has begun. */
  protected readonly neighbours = computed(() => {
    const next = addMonthsToStart(this.month(), 1);
    return [addMonthsToStart(this.month(), -1), ...(next <= this.selection.today() ? [next] : [])].map(
      (from) => ({ name: this.nameOf(from), query: this.selection.with({ from, to: monthEnd(from) }) }),
    );
  });
  protected readonly wholeScope = computed<Params | null>(() =>
    this.selection.unit() === null ? null : this.selection.with({ unit: null }),
  );

  /** Who only comes to load a file sees the exceptions; a click shows the others. */
  protected readonly everybody = signal(false);
  protected readonly shown = computed(() => {
    const rows = this.rows() ?? [];
    return this.foldable() && !this.everybody() ? this.absent() : rows;
  });
  protected readonly foldable = computed(
    () => (this.rows()?.length ?? 0) > FEW && this.session.can('imports:write'),
  );
  protected readonly count = computed(() => this.formats.now.number(this.rows()?.length ?? 0));

  protected readonly columns = computed<readonly Column<UnitReport>[]>(() => [
    {
      id: 'unit',
      header: this.t('table.unit'),
      numeric: false,
      text: ({ unit }) => unit.name,
      raw: ({ unit }) => unit.name,
    },
    {
      id: 'last',
      header: this.t('reporting.last'),
      numeric: true,
      text: ({ lastOn }) => (lastOn === null ? '–' : this.formats.now.date(lastOn)),
      raw: ({ lastOn }) => lastOn,
      mark: ({ state }) =>
        state === 'silent' ? { kind: 'no-data', label: this.t('reporting.state.silent') } : null,
    },
    ...(this.isRunning()
      ? [
          {
            id: 'days',
            header: this.t('reporting.silentDays'),
            sub: this.t('reporting.workingDays'),
            numeric: true,
            text: ({ silentWorkingDays: days }: UnitReport) =>
              days === null ? '–' : this.formats.now.number(days),
            raw: ({ silentWorkingDays }: UnitReport) => silentWorkingDays,
          },
        ]
      : []),
    ...REPORTED_DATASETS.map((kind): Column<UnitReport> => ({
      id: kind,
      header: this.t(`reporting.${kind}`),
      numeric: true,
      text: (row) => this.cell(row, kind),
      raw: (row) => row.reports[kind]?.received ?? null,
    })),
  ]);
  protected readonly screen = ({ unit }: UnitReport): readonly string[] => ['/unit', unit.code];
  protected readonly opens = computed(() => {
    const carried = this.selection.carried();
    return ({ unit }: UnitReport): Params => ({ ...carried, unit: unit.code });
  });

  protected readonly mayFileNil = computed(() => this.session.can('reporting:file'));
  protected readonly empty = computed(() => (this.rows() ?? []).filter((row) => emptyKinds(row).length > 0));
  protected readonly filing = signal(false);
  protected readonly filed = signal('');
  protected readonly start = this.month;

  protected file(): void {
    this.filed.set('');
    this.filing.set(true);
  }

  protected done(sentence: string): void {
    this.filing.set(false);
    this.filed.set(sentence);
    this.reporting.reload();
  }

  private cell({ reports }: UnitReport, kind: ReportedDataset): string {
    const report = reports[kind];
    if (report === undefined || report.state === 'never') return this.t('reporting.state.never');
    if (report.state === 'nil') return this.t('reporting.state.nil');
    const { received } = report;
    if (received !== null && received > 0) return this.formats.now.number(received);
    return this.t(report.state === 'reported' ? 'reporting.state.reported' : 'reporting.state.missing');
  }

  private nameOf(from: string): string {
    return this.formats.now.period({ from, to: monthEnd(from) }, this.selection.today());
  }
}

/** Up to so many units the whole list is shorter than a click is worth. */
const FEW = 6;
