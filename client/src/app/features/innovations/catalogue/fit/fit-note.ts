import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { summarySchema } from '#contract/measures';
import { ValueWords, hasRecords, presenceOf } from '../../../../core/absence.ts';
import { Formats } from '../../../../core/formats.ts';
import { Kamus, numberIn } from '../../../../core/kamus.ts';
import { Language } from '../../../../core/language.ts';
import { liveResource } from '../../../../core/live-resource.ts';
import { addMonthsToStart, monthEnd } from '../../../../core/period.ts';
import { Selection } from '../../../../core/selection.ts';
import { Session } from '../../../../core/session.ts';
import { ProblemNote } from '../../../../ui/problem-note.ts';
import { Skeleton } from '../../../../ui/skeleton.ts';
import { AdoptLink } from '../../adoption/adopt-link.ts';
import { liveEntry } from '../catalogue-api.ts';
import { EntryNeeds } from '../entry-needs.ts';
import { shortName } from '#domain/innovations/entry-title';
import { FigureWords, fieldOf } from '../figure-words.ts';
import { fitVerdict, monthsBetween, problemFields } from './fit-fields.ts';

/** Finished months of the own unit that stand beside the source's start. */
const OWN_MONTHS = 3;

interface FitRow {
  readonly label: string;
  /** Null where the source tells no figure at all. */
  readonly source: string | null;
  readonly own: string;
}

/** "Apakah … jalan di tempat saya?": the source at its start beside the own unit now, what it takes, what was hardest. */
@Component({
  selector: 'pandu-fit-note',
  imports: [AdoptLink, EntryNeeds, ProblemNote, RouterLink, Skeleton],
  templateUrl: './fit-note.html',
  styleUrl: './fit-note.css',
})
export class FitNote {
  /** Id or slug of the entry. */
  readonly key = input.required<string>();
  /** On the entry's own page its name leads nowhere. */
  readonly onPage = input(false);

  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(FigureWords);
  private readonly values = inject(ValueWords);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;

  protected readonly entry = liveEntry(() => this.key(), 'below');
  protected readonly hasFigures = computed(() => this.session.can('measures:read'));
  private readonly months = computed(() => {
    const today = this.selection.today();
    return { from: addMonthsToStart(today, -OWN_MONTHS), to: monthEnd(addMonthsToStart(today, -1)) };
  });
  /** The unit that is selected, else the one of the post; without the service and channel of other screens. */
  protected readonly own = liveResource(
    () => {
      const unit = this.selection.unit();
      return this.hasFigures()
        ? { path: '/measures/summary', query: { ...this.months(), ...(unit === null ? {} : { unit }) } }
        : null;
    },
    summarySchema,
    'below',
  );

  protected readonly name = computed(() => {
    const it = this.entry.value();
    return it === undefined ? '' : shortName(it);
  });
  protected readonly place = computed(() => this.own.value()?.unitName ?? '');
  protected readonly period = computed(() => this.formats.now.period(this.months(), this.selection.today()));
  protected readonly isOwnUnit = computed(() => {
    const home = this.entry.value()?.home;
    return home?.own === true && home.unit.code !== null && home.unit.code === this.own.value()?.unit;
  });

  protected readonly rows = computed<readonly FitRow[]>(() => {
    const it = this.entry.value();
    if (it === undefined) return [];
    if (it.figures.length === 0)
      return problemFields(it.topics).map(({ measure, field }) => ({
        label: this.kamus.label(this.kamus.field(measure, field)),
        source: null,
        own: this.ownText(measure, field),
      }));
    const rows = it.figures.map((figure) => ({
      label: figure.label,
      source: this.words.value(figure, figure.before.value),
      own: this.ownText(figure.measure, figure.field),
    }));
    const first = it.figures[0];
    const field = first === undefined ? null : fieldOf(first);
    if (first === undefined || field === null) return rows;
    const perMonth = first.before.n / monthsBetween(first.before.from, first.before.to);
    const block = this.blockOf(first.measure);
    const own = numberIn(block, field.n);
    return [
      ...rows,
      {
        label: this.t('innovationCatalogue.fit.perMonth'),
        source: this.formats.now.number(Math.round(perMonth)),
        own: own === null ? this.values.absent(block) : this.formats.now.number(Math.round(own / OWN_MONTHS)),
      },
    ];
  });

  /** What the strongest figure says about the own unit. */
  protected readonly verdict = computed(() => {
    const figure = this.entry.value()?.figure ?? null;
    const field = figure === null ? null : fieldOf(figure);
    if (figure === null || field === null || this.isOwnUnit()) return '';
    const block = this.blockOf(figure.measure);
    if (presenceOf(field, block, false) === 'too-few')
      return this.t('innovationCatalogue.fit.tooFew', { minimum: this.formats.now.number(field.minimumN) });
    const found = fitVerdict(field, figure, numberIn(block, field.id));
    return found === null
      ? ''
      : this.t(`innovationCatalogue.fit.verdict.${found}`, {
          place: this.place(),
          source: this.entry.value()?.home.unit.name ?? '',
          what: figure.label,
        });
  });

  private blockOf(measure: string): object | null | undefined {
    const summary = this.own.value();
    switch (measure) {
      case 'volume':
        return summary?.volume;
      case 'turnaround':
        return summary?.turnaround;
      case 'complaints':
        return summary?.complaints;
      case 'ikm':
        return summary?.ikm;
      default:
        return undefined;
    }
  }

  private ownText(measure: string, id: string): string {
    const field = fieldOf({ measure, field: id });
    const block = this.blockOf(measure);
    if (field === null || block === undefined || block === null) return this.t('absence.noData');
    const known = (['volume', 'turnaround', 'complaints', 'ikm'] as const).find((one) => one === measure);
    return known !== undefined && hasRecords(known, block)
      ? this.values.text(field, block)
      : this.t('absence.noData');
  }
}
