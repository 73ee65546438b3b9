import { Component, computed, effect, inject, input } from '@angular/core';
import { capitalised } from '#domain/language';
import { findField, type MeasureId } from '#domain/measures';
import { visitFacts } from '#domain/visits/visit-facts';
import { questionText, visitQuestions } from '#domain/visits/visit-questions';
import { ValueWords, hasRecords } from '../../../core/absence.ts';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Freshness } from '../../../core/freshness.ts';
import { Kamus, numberIn } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { type Series, liveSeries, liveSummary } from '../../../core/measures-api.ts';
import { todayIn } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { SheetFiles } from '../../../ui/sheet-files.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveUnitAttention, liveUnitDispositions, liveUnitPosts, liveUnitToday } from '../units-api.ts';

/** The five numbers of the sheet. */
const NUMBERS = [
  { measure: 'turnaround', field: 'dueMetShare', grain: 'month' },
  { measure: 'turnaround', field: 'medianWorkingMinutes', grain: 'month' },
  { measure: 'turnaround', field: 'sameVisitShare', grain: 'month' },
  { measure: 'complaints', field: 'resolvedShare', grain: 'month' },
  { measure: 'ikm', field: 'score', grain: 'month' },
] as const satisfies readonly { measure: MeasureId; field: string; grain: 'month' }[];

/** What fits on one sheet of A4 with everything else. */
const MOST_SENTENCES = 4;
const MOST_RECORDS = 3;

/** Lembar kunjungan kerja: what to know and to ask before visiting a unit, on one sheet of paper with room for notes. */
@Component({
  selector: 'pandu-visit-page',
  imports: [ProblemNote, ScrollHint, SheetFiles, Skeleton],
  templateUrl: './visit-page.html',
  styleUrls: ['../../../ui/paper-sheet.css', './visit-page.css'],
})
export class VisitPage {
  /** The unit, from the address; the selection names the same one. */
  readonly code = input.required<string>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  private readonly freshness = inject(Freshness);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);

  protected readonly attention = liveUnitAttention(() => this.code());
  protected readonly today = liveUnitToday(() => this.code());
  protected readonly dispositions = liveUnitDispositions(() => this.code());
  protected readonly posts = liveUnitPosts(() => this.code());
  protected readonly summary = liveSummary();
  private readonly courses = NUMBERS.map((wanted) => liveSeries(() => wanted));
  protected readonly mostRecords = MOST_RECORDS;

  protected readonly owner = computed(() => {
    const posts = (this.posts.value()?.items ?? []).filter(({ responsible }) => responsible);
    const own = this.attention.value()?.items.find(({ unit }) => unit.code === this.code())?.owner;
    return posts.length > 0 ? posts.map(({ title }) => title).join(', ') : (own?.post ?? null);
  });
  protected readonly period = computed(() =>
    this.formats.now.periodSoFar(this.selection.period(), this.selection.today()),
  );
  protected readonly source = computed(() => {
    const asOf = this.freshness.asOf();
    return asOf === null
      ? this.t('status.noData')
      : this.t('status.asOf', { at: this.formats.now.instant(asOf, this.session.timeZone()) });
  });
  /** What got worse and what got better, each with who it is about where that is a unit below. */
  protected readonly changes = computed(() => {
    const answer = this.attention.value();
    if (answer === undefined) return [];
    return [...answer.items, ...answer.praise].slice(0, MOST_SENTENCES).map(({ unit, sentence, key }) => {
      const own = unit.code === this.code();
      return { key, unit: own ? null : unit.name, sentence: own ? capitalised(sentence) : sentence };
    });
  });
  private readonly known = computed<readonly (Series | undefined)[]>(() =>
    this.courses.map((live) => live.value()),
  );
  /** The five numbers of the period, each with how many stand behind it, its target and what it means. */
  protected readonly numbers = computed(() => {
    const summary = this.summary.value();
    if (summary === undefined) return [];
    const formats = this.formats.now;
    return NUMBERS.map(({ measure, field: id }, index) => {
      const [field, block] = [this.kamus.field(measure, id), summary[measure]];
      const n = numberIn(block, field.n);
      const aim = this.known()[index]?.verdict.target ?? null;
      const target = aim === null ? null : (aim.atLeast ?? aim.atMost);
      return {
        id: `${measure}.${id}`,
        name: this.kamus.label(field),
        value: hasRecords(measure, block) ? this.words.text(field, block) : this.t('absence.noData'),
        n: n === null ? '–' : formats.number(n),
        target: target === null ? '–' : formats.axisMark(field, target, target),
        definition: field.definition,
      };
    });
  });
  protected readonly overdue = computed(() =>
    (this.today.value()?.overdue.items ?? []).slice(0, MOST_RECORDS).map(({ number, dueAt }) => ({
      number,
      // A deadline at the end of a day is the midnight after it.
      due: this.formats.now.date(todayIn(this.session.timeZone(), new Date(Date.parse(dueAt) - 1))),
    })),
  );
  protected readonly unanswered = computed(() =>
    (this.today.value()?.complaintsAwaiting.items ?? []).slice(0, MOST_RECORDS),
  );
  protected readonly openDispositions = computed(() =>
    (this.dispositions.value()?.items ?? []).filter(({ state }) => state !== 'closed'),
  );
  /** The questions are put when everything they are made of is there: they must not change while somebody reads. */
  protected readonly questions = computed<readonly string[] | null>(() => {
    const [attention, summary, known] = [this.attention.value(), this.summary.value(), this.known()];
    const records = !this.session.can('cases:read') || this.today.value() !== undefined;
    if (attention === undefined || summary === undefined || !records) return null;
    if (known.some((series) => series === undefined)) return null;
    const facts = visitFacts({
      unit: this.code(),
      attention,
      ikm: summary.ikm,
      courses: known.flatMap((series) => {
        const field = series === undefined ? null : findField(series.measure, series.field);
        return series === undefined || field === null
          ? []
          : [{ name: this.kamus.label(field), ...series.verdict }];
      }),
      today: this.today.value() ?? null,
      dispositions: this.openDispositions(),
    });
    return visitQuestions(facts).map((question) => questionText(question, this.language.active()));
  });

  constructor() {
    // The bar above names the unit.
    const directory = inject(Directory);
    effect(() => directory.need('units'));
  }

  protected readonly query = computed<Readonly<Record<string, string>>>(() => {
    const { from, to } = this.selection.period();
    return { unit: this.code(), ...(this.selection.periodChosen() ? { from, to } : {}) };
  });
  protected readonly fileName = computed(() => `lembar-kunjungan_${this.code()}_${this.selection.today()}`);

  protected print(): void {
    window.print();
  }
}
