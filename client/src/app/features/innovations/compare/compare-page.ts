import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isUntold } from '#domain/innovations/draft-changes';
import { ENTRY_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { InnovationPath } from '../innovation-path.ts';
import { MOST_COMPARED, comparedOf, toggleCompared } from '../catalogue/catalogue-address.ts';
import { type Entry, liveEntry } from '../catalogue/catalogue-api.ts';
import { EntryBadges } from '../catalogue/entry-badges.ts';
import { entryTitle, homeName, shortName } from '#domain/innovations/entry-title';
import { FigureWords } from '../catalogue/figure-words.ts';
import { FIELD_SHAPES } from '../writing/editor/field-shape.ts';
import { EntryValue } from '../writing/reading/entry-value.ts';
import { type AskedRow, comparedRows } from './compared-rows.ts';

/** Said at the head of each column. */
const AT_HEAD: readonly EntryFieldId[] = ['name', 'acronym'];

/** What can be seen at a glance first, texts after it. */
const FIELDS = ENTRY_FIELDS.filter(({ id }) => !AT_HEAD.includes(id)).toSorted(
  (one, other) => Number(isLong(one.id)) - Number(isLong(other.id)),
);

interface CompareRow extends AskedRow {
  readonly label: string;
  /** The field that the values are of; null for words that are ready to be read. */
  readonly field: EntryFieldId | null;
}

/** Up to three entries beside one another: what differs first. Which ones stands in the address. */
@Component({
  selector: 'pandu-compare-page',
  imports: [EntryBadges, EntryValue, InnovationPath, ProblemNote, RouterLink, Skeleton],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
})
export class ComparePage {
  /** Ids of the entries, separated by commas, from the address. */
  readonly ids = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly words = inject(FigureWords);
  protected readonly t = inject(Language).t;
  protected readonly asked = computed(() => comparedOf(this.ids()));
  private readonly slots = Array.from({ length: MOST_COMPARED }, (_, index) =>
    liveEntry(() => this.asked()[index] ?? null),
  );
  protected readonly lives = computed(() => this.slots.slice(0, this.asked().length));
  /** Entries that cannot be read are told of; the others stand beside one another all the same. */
  protected readonly troubles = computed(() =>
    this.lives().flatMap((live) => {
      const problem = live.problem();
      return problem === null ? [] : [{ live, problem }];
    }),
  );
  protected readonly entries = computed<readonly Entry[] | null>(() => {
    const lives = this.lives();
    if (lives.some((live) => live.value() === undefined && live.problem() === null)) return null;
    return lives.flatMap((live) => live.value() ?? []);
  });
  protected readonly heads = computed(() =>
    (this.entries() ?? []).map((entry) => ({
      entry,
      title: entryTitle(entry),
      short: shortName(entry),
      home: homeName(entry.home),
    })),
  );
  protected readonly groups = computed(() => {
    const entries = this.entries() ?? [];
    const { differing, partly, alike } = comparedRows<CompareRow>([
      this.said('adoptions', entries, (entry) => this.adoptions(entry)),
      this.said('figure', entries, (entry) => this.figure(entry)),
      ...FIELDS.map(({ id }) => ({
        id,
        label: this.t(`innovation.field.${id}`),
        field: id,
        values: entries.map(({ content }) => (isUntold(content[id]) ? null : content[id])),
      })),
    ]);
    return [
      { id: 'differing', rows: differing },
      { id: 'partly', rows: partly },
      { id: 'alike', rows: alike },
    ].filter(({ rows }) => rows.length > 0);
  });

  /** Why a cell is empty: its owner keeps it, or nobody told. */
  protected absent(entry: Entry, field: EntryFieldId | null): string {
    return this.t(
      field !== null && entry.withheld.some((kept) => kept === field)
        ? 'innovationCatalogue.compare.withheld'
        : 'innovationCatalogue.compare.untold',
    );
  }

  protected text(value: unknown): string {
    return typeof value === 'string' ? value : '';
  }

  protected async remove(entry: Entry): Promise<void> {
    const named = this.asked().find((key) => key === entry.id || key === entry.slug);
    if (named !== undefined)
      await this.router.navigate([], { queryParams: { ids: toggleCompared(this.asked(), named) } });
  }

  private said(id: string, entries: readonly Entry[], of: (entry: Entry) => string): CompareRow {
    return {
      id,
      label: this.t(`innovationCatalogue.compare.row.${id}`),
      field: null,
      values: entries.map(of),
    };
  }

  private adoptions({ adoptions: { total, better, stopped } }: Entry): string {
    if (total === 0) return this.t('innovationCatalogue.compare.noAdoptions');
    const formats = this.formats.now;
    return this.t('innovationCatalogue.compare.adoptions', {
      total: formats.number(total),
      better: formats.number(better),
      stopped: formats.number(stopped),
    });
  }

  /** The figure that proves it; without one what is known of its proof. */
  private figure({ figure, proof }: Entry): string {
    if (figure === null) return this.t(`innovationCatalogue.badges.proof.${proof}`);
    return this.t('innovationCatalogue.compare.figure', {
      what: figure.label,
      before: this.words.value(figure, figure.before.value),
      after: this.words.value(figure, figure.after.value),
      n: this.formats.now.number(figure.after.n),
    });
  }
}

function isLong(field: EntryFieldId): boolean {
  const { kind } = FIELD_SHAPES[field];
  return kind === 'prose' || kind === 'rows' || kind === 'contact';
}
