import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { todayIn } from '../../../core/period.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { SheetFiles } from '../../../ui/sheet-files.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveEntry } from '../catalogue/catalogue-api.ts';
import { EntryBadges } from '../catalogue/entry-badges.ts';
import { EntryNeeds } from '../catalogue/entry-needs.ts';
import { entryTitle, homeName } from '#domain/innovations/entry-title';
import { FigureWords } from '../catalogue/figure-words.ts';
import { shortText } from '#domain/innovations/short-text';

/** Words of each text that fit on one sheet of A4 with all others. */
const WORDS = { problem: 70, howItWorks: 110, challenges: 50, lessons: 60 } as const;
const MOST_STEPS = 10;
const MOST_SERVICES = 8;
const MOST_RESULTS = 4;

/** An entry on one sheet of paper: to hand over at a meeting, with the address where all of it stands. */
@Component({
  selector: 'pandu-entry-sheet-page',
  imports: [EntryBadges, EntryNeeds, ProblemNote, RouterLink, SheetFiles, Skeleton],
  templateUrl: './sheet-page.html',
  styleUrls: ['../../../ui/paper-sheet.css', './sheet-page.css'],
})
export class EntrySheetPage {
  /** Id or slug, from the address. */
  readonly key = input.required<string>();

  private readonly words = inject(FigureWords);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly entry = liveEntry(() => this.key());
  protected readonly title = computed(() => this.ofEntry(entryTitle));
  protected readonly home = computed(() => this.ofEntry(({ home }) => homeName(home)));
  protected readonly today = computed(() =>
    this.formats.now.date(todayIn(this.session.timeZone(), new Date())),
  );
  protected readonly address = computed(() =>
    this.ofEntry(({ slug }) => `${location.origin}/inovasi/${slug}`),
  );
  /** What the entry says at some length, cut to what fits. */
  protected readonly texts = computed(() => {
    const content = this.entry.value()?.content;
    return (Object.keys(WORDS) as readonly (keyof typeof WORDS)[]).flatMap((field) => {
      const text = content?.[field] ?? '';
      return text.trim() === '' ? [] : [{ field, text: shortText(text, WORDS[field]) }];
    });
  });
  protected readonly steps = computed(() => this.cut(this.entry.value()?.content.steps ?? [], MOST_STEPS));
  protected readonly services = computed(() =>
    this.cut(this.entry.value()?.content.services ?? [], MOST_SERVICES),
  );
  /** By PANDU first, then what the owner reports. */
  protected readonly results = computed(() => {
    const it = this.entry.value();
    if (it === undefined) return [];
    const measured = it.figures.map((figure) => ({
      what: figure.label,
      before: this.words.value(figure, figure.before.value),
      after: this.words.value(figure, figure.after.value),
      n: this.formats.now.number(figure.after.n),
      by: this.t('innovationCatalogue.sheet.measured'),
    }));
    const told = (it.content.results ?? []).map((result) => ({
      what: result.what,
      before: result.before === '' ? '–' : `${result.before} ${result.unit}`.trim(),
      after: `${result.after} ${result.unit}`.trim(),
      n: result.n === null ? '–' : this.formats.now.number(result.n),
      by: this.t('innovationCatalogue.sheet.told'),
    }));
    return [...measured, ...told].slice(0, MOST_RESULTS);
  });
  protected readonly contact = computed(() => {
    const contact = this.entry.value()?.content.contact ?? null;
    return contact === null
      ? ''
      : [contact.name, contact.post, contact.phone, contact.email].filter((part) => part !== '').join(' · ');
  });

  protected readonly query = computed(() => ({ key: this.key() }));
  protected readonly fileName = computed(() => `lembar-inovasi_${this.entry.value()?.slug ?? ''}`);

  protected print(): void {
    window.print();
  }

  private ofEntry(of: (entry: NonNullable<ReturnType<typeof this.entry.value>>) => string): string {
    const it = this.entry.value();
    return it === undefined ? '' : of(it);
  }

  private cut<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly left: number } {
    return { shown: all.slice(0, most), left: Math.max(0, all.length - most) };
  }
}
