import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { DifferenceWords } from './difference-words.ts';
import type { SnapshotComparison } from './snapshots-api.ts';

/** So many differences are shown until all are asked for. */
const FIRST = 12;

/** Screens of single records; survey forms name nobody and have none. */
const SCREENS: Readonly<Record<SnapshotComparison['records'][number]['dataset'], string | null>> = {
  'service-cases': '/permohonan',
  complaints: '/aduan',
  'survey-responses': null,
};

/** What differs between frozen figures and others, and which records are behind it. */
@Component({
  selector: 'pandu-difference-list',
  imports: [RouterLink, ScrollHint],
  templateUrl: './difference-list.html',
  styleUrls: ['./figure-table.css', './difference-list.css'],
})
export class DifferenceList {
  readonly comparison = input.required<Pick<SnapshotComparison, 'compared' | 'differences' | 'records'>>();
  /** Beside what the figures are held: those of today's records, or those that they correct. */
  readonly beside = input<'compare' | 'correction'>('compare');
  readonly all = input(false);

  private readonly formats = inject(Formats);
  private readonly words = inject(DifferenceWords);
  protected readonly t = inject(Language).t;

  /** Those that can be seen; what differs behind the decimals is counted and not listed. */
  private readonly visible = computed(() =>
    this.comparison().differences.filter((each) => !this.words.readsSame(each)),
  );
  protected readonly rows = computed(() =>
    this.visible()
      .slice(0, this.all() ? undefined : FIRST)
      .map((each) => ({
        address: each.address,
        name: this.words.name(each),
        place: this.words.place(each),
        before: this.words.value(each, each.before),
        after: this.words.value(each, each.after),
        change: this.words.change(each),
      })),
  );
  protected readonly more = computed(() => this.visible().length - this.rows().length);
  protected readonly sentence = computed(() => {
    const { differences, compared } = this.comparison();
    const values = {
      count: this.formats.now.number(differences.length),
      compared: this.formats.now.number(compared),
    };
    return this.t(`snapshots.${this.beside()}.${differences.length === 0 ? 'same' : 'differs'}`, values);
  });
  protected readonly hidden = computed(() => {
    const count = this.comparison().differences.length - this.visible().length;
    return count === 0 ? '' : this.t('snapshots.compare.rounded', { count: this.formats.now.number(count) });
  });
  /** Kinds of records of which any was added, removed or changed. */
  protected readonly records = computed(() =>
    this.comparison()
      .records.filter(({ added, removed, changed }) => (added ?? 0) + (removed ?? 0) + (changed ?? 0) > 0)
      .map((each) => ({
        ...each,
        screen: SCREENS[each.dataset],
        sentence: this.t('snapshots.compare.records', {
          dataset: this.t(`dataset.${each.dataset}`),
          changes: (['added', 'removed', 'changed'] as const)
            .filter((how) => (each[how] ?? 0) > 0)
            .map((how) => `${this.formats.now.number(each[how] ?? 0)} ${this.t(`snapshots.how.${how}`)}`)
            .join(', '),
        }),
        mixed: new Set(each.examples.map(({ how }) => how)).size > 1,
      })),
  );
}
