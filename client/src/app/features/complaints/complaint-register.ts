import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { COMPLAINT_STATUSES } from '#contract/complaints';
import { readsOversightComplaints } from '#domain/complaints/visibility';
import { complaintStatusKey } from '../../core/complaint-words.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { todayIn } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { DataTable } from '../../ui/data-table.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { DrawSample } from '../../ui/samples/draw-sample.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { Column } from '../../ui/table-column.ts';
import {
  type ComplaintLine,
  type REGISTER_PARAMETERS,
  type RegisterFilter,
  liveRegister,
  registerFileAddress,
} from './complaints-api.ts';
import { CLASSES, ORDERS } from './register-filter.ts';

type Parameter = (typeof REGISTER_PARAMETERS)[number];

/** The single complaints of the selection, without who reported them. What is listed stands in the address. */
@Component({
  selector: 'pandu-complaint-register',
  imports: [DataTable, DrawSample, FilterSentence, MoreButton, ProblemNote, Skeleton],
  templateUrl: './complaint-register.html',
  styleUrl: './complaint-register.css',
})
export class ComplaintRegister {
  readonly filter = input.required<RegisterFilter>();
  /** A page of its own, or the end of one. */
  readonly level = input<1 | 2>(2);

  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly statuses = COMPLAINT_STATUSES;
  protected readonly orders = ORDERS;
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  protected readonly register = liveRegister(() => this.filter());
  protected readonly total = computed(() => this.register.first.value()?.total);

  protected readonly classes = computed(() => {
    const role = this.session.user()?.role;
    const all = role !== undefined && readsOversightComplaints(role);
    return CLASSES.filter((id) => all || id !== 'berkadar-pengawasan');
  });
  private readonly kind = computed(() => this.filter().count?.replace('complaints.', '') ?? 'received');
  protected readonly heading = computed(() => {
    const total = this.total();
    const what = this.t(`complaintWhat.${this.kind()}`);
    if (total === undefined) return this.t('register.plainTitle');
    return this.t(total === 0 ? 'register.headingNone' : 'register.heading', {
      what,
      number: this.formats.now.number(total),
    });
  });
  protected readonly period = computed(() =>
    this.formats.now.period(this.selection.period(), this.selection.today()),
  );
  /** What the list is narrowed to and no field beside it says, each with the way to drop it. */
  protected readonly remarks = computed(() => {
    const { age, category, self } = this.filter();
    const all: { readonly text: string; readonly drop: Parameter | null }[] = [];
    if (this.level() === 1) all.push({ text: this.moment(), drop: null });
    if (age !== undefined) all.push({ text: this.t(`register.age.${age}`), drop: 'age' });
    if (category !== undefined)
      all.push({ text: this.t('register.ofCategory', { category }), drop: 'category' });
    if (self !== undefined) all.push({ text: this.t('register.ownOnly'), drop: 'self' });
    return all;
  });
  protected readonly nothing = computed(() => {
    const { search } = this.filter();
    return search === undefined ? this.t('register.none') : this.t('register.noneFound', { search });
  });
  protected readonly screen = (line: ComplaintLine): readonly string[] => ['/aduan', line.id];
  protected readonly opens = computed(() => {
    const carried = this.selection.carried();
    return () => carried;
  });
  protected readonly columns = computed<readonly Column<ComplaintLine>[]>(() => {
    const words = (
      id: string,
      header: string,
      text: (line: ComplaintLine) => string,
    ): Column<ComplaintLine> => ({ id, header, numeric: false, text, raw: text });
    const named = (key: string | null, id: string): string => (key === null ? id : this.t(key));
    return [
      words('number', this.t('register.number'), (line) => line.number),
      { ...words('unit', this.t('table.unit'), (line) => line.unit.name), wraps: true },
      { ...words('category', this.t('complaint.category'), (line) => line.category ?? ''), wraps: true },
      this.day('receivedAt', this.t('register.received'), (line) => line.receivedAt),
      {
        ...this.day('dueAt', this.t('register.due'), (line) => line.dueAt),
        mark: (line) =>
          line.verdict === 'missed' ? { kind: 'worse', label: this.t('register.missed') } : null,
      },
      words('status', this.t('register.status'), (line) =>
        named(complaintStatusKey(line.status), line.status),
      ),
      words('rung', this.t('register.rung'), (line) => this.t(`complaintRung.${line.rung}`)),
      {
        id: 'days',
        header: this.t('register.workingDays'),
        sub: this.t('register.workingDaysSub'),
        numeric: true,
        text: (line) => (line.workingDays === null ? '' : this.formats.now.number(line.workingDays)),
        raw: (line) => line.workingDays,
      },
    ];
  });

  /** The query of this list, as a sample is drawn from it. */
  protected readonly sampled = computed(() => ({ ...this.selection.query(), ...this.filter() }));

  protected fileAddress(format: 'csv' | 'xlsx'): string {
    return registerFileAddress(this.selection.query(), this.filter(), format);
  }

  /** Changes what is listed; the step back undoes it. */
  protected async narrow(name: Parameter, value: string | null): Promise<void> {
    await this.router.navigate([], {
      queryParams: { [name]: value === '' ? null : value },
      queryParamsHandling: 'merge',
    });
  }

  /** At which moment the state is told, and of which complaints. */
  private moment(): string {
    const { to } = this.selection.period();
    const isNow = to >= this.selection.today();
    const backlog = this.kind().startsWith('backlog') ? 'backlog' : 'cohort';
    return this.t(`register.${backlog}${isNow ? 'Now' : 'Then'}`, { day: this.formats.now.date(to) });
  }

  private day(id: string, header: string, of: (line: ComplaintLine) => string | null): Column<ComplaintLine> {
    return {
      id,
      header,
      numeric: false,
      text: (line) => {
        const at = of(line);
        return at === null
          ? this.t('register.noDue')
          : this.formats.now.date(todayIn(this.session.timeZone(), new Date(at)));
      },
      raw: of,
    };
  }
}
