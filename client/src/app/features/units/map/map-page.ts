import { Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { placesSchema } from '#contract/places';
import { MEASURES, type MeasureId } from '#domain/measures';
import { projectAreas } from '#domain/places/projection';
import { ValueWords, hasRecords, isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Kamus, numberIn } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { liveResource } from '../../../core/live-resource.ts';
import { type Matrix, liveMatrix } from '../../../core/measures-api.ts';
import { Selection } from '../../../core/selection.ts';
import { DataTable } from '../../../ui/data-table.ts';
import { FilterSentence } from '../../../ui/filter-sentence/filter-sentence.ts';
import type { Option } from '../../../ui/filter-sentence/option-list.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import type { Column } from '../../../ui/table-column.ts';
import { verdictMark } from '../../../ui/verdict-mark.ts';
import { shadeLimits, shadesOf } from './tile-classes.ts';

type Row = Matrix['items'][number];

const MEASURES_SHOWN = ['turnaround', 'complaints', 'ikm', 'volume'] as const satisfies readonly MeasureId[];
const FIRST = 'turnaround.dueMetShare';
/** Width of the drawing; the screen scales it. */
const WIDTH = 720;

/** One square: a kecamatan with its number, its shade and its sign. */
interface Tile {
  readonly row: Row;
  readonly value: number | null;
  readonly text: string;
  readonly shade: number | null;
  readonly mark: MarkKind | null;
  /** Known to lie on the wrong side of the target. */
  readonly misses: boolean;
}

/**
 * The kecamatan side by side, shaded by any number of the kamus: one square each in the order of their codes, which is a
 * scheme and says so, or their real shapes where outlines were imported. The same numbers stand in a table beside it.
 */
@Component({
  selector: 'pandu-map-page',
  imports: [DataTable, FilterSentence, Mark, ProblemNote, RouterLink, Skeleton],
  templateUrl: './map-page.html',
  styleUrl: './map-page.css',
})
export class MapPage {
  /** `kotak`: squares also where the real shapes are known. */
  readonly bentuk = input<string>();

  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  protected readonly matrix = liveMatrix();
  protected readonly places = liveResource(() => {
    const unit = this.selection.unit();
    return { path: '/places', query: unit === null ? {} : { unit } };
  }, placesSchema);

  protected readonly fields = computed<readonly Option[]>(() =>
    MEASURES_SHOWN.flatMap((measure) =>
      MEASURES[measure].fields.map((field) => ({
        value: `${measure}.${field.id}`,
        label:
          field.unit === 'count'
            ? `${this.kamus.measureLabel(measure)}: ${this.kamus.label(field).toLocaleLowerCase()}`
            : this.kamus.label(field),
        depth: 0,
        hint: this.kamus.measureLabel(measure),
      })),
    ),
  );
  protected readonly chosen = computed(
    () => this.fields().find(({ value }) => value === this.selection.field())?.value ?? FIRST,
  );
  protected readonly measure = computed(
    () => MEASURES_SHOWN.find((measure) => this.chosen().startsWith(`${measure}.`)) ?? 'turnaround',
  );
  protected readonly field = computed(() =>
    this.kamus.field(this.measure(), this.chosen().split('.')[1] ?? null),
  );
  protected readonly name = computed(
    () => this.fields().find(({ value }) => value === this.chosen())?.label ?? '',
  );
  /** Filters that this screen cannot keep: the numbers of all units are those of all services and channels. */
  protected readonly ignored = computed(() => ['service', 'channel']);

  private readonly rows = computed(() =>
    (this.matrix.value()?.items ?? [])
      .filter(({ kind, key }) => kind === 'kecamatan' && key !== 'self')
      .toSorted((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true })),
  );
  private readonly values = computed(() =>
    this.rows().map((row) => {
      const block = row[this.measure()];
      return hasRecords(this.measure(), block) ? numberIn(block, this.field().id) : null;
    }),
  );
  /** The target that every kecamatan shares; null where they have several or none. */
  protected readonly target = computed(() => {
    const targets = this.rows().map((row) => this.verdictOf(row)?.target ?? null);
    const [first = null] = targets;
    const same = targets.every(
      (target) => target?.atLeast === first?.atLeast && target?.atMost === first?.atMost,
    );
    return same ? first : null;
  });
  protected readonly tiles = computed<readonly Tile[]>(() => {
    const values = this.values();
    const shades = shadesOf(values);
    return this.rows().map((row, index) => {
      const [block, value] = [row[this.measure()], values[index] ?? null];
      const target = this.verdictOf(row)?.target ?? null;
      const verdict = this.verdictOf(row);
      return {
        row,
        value,
        text:
          value !== null || isSuppressed(block)
            ? this.words.text(this.field(), block)
            : this.t('absence.noData'),
        shade: shades[index] ?? null,
        mark: value === null || verdict === null || verdict.last === null ? null : verdictMark(verdict),
        misses:
          value !== null &&
          target !== null &&
          ((target.atLeast !== null && value < target.atLeast) ||
            (target.atMost !== null && value > target.atMost)),
      };
    });
  });
  /** The tiles whose real shape is known, drawn; null where none is. */
  protected readonly drawing = computed(() => {
    const outlines = this.places.value()?.items ?? [];
    const tiles = this.tiles();
    const known = outlines.filter(({ code }) => tiles.some(({ row }) => row.key === code));
    if (known.length === 0) return null;
    const { width, height, areas } = projectAreas(known, WIDTH);
    const source = known.find((place) => place.source !== null)?.source ?? null;
    return {
      box: `-6 -6 ${width + 12} ${height + 12}`,
      source,
      missing: tiles
        .filter(({ row }) => known.every(({ code }) => code !== row.key))
        .map(({ row }) => row.label),
      areas: areas.flatMap((area) => {
        const tile = tiles.find(({ row }) => row.key === area.code);
        return tile === undefined ? [] : [{ ...area, tile, ...labelRoom(area.room, tile.row.label) }];
      }),
    };
  });
  protected readonly asShapes = computed(() => this.drawing() !== null && this.bentuk() !== 'kotak');
  /** The steps of the scale with their limits in words. */
  protected readonly scale = computed(() => {
    const limits = shadeLimits(this.values());
    const text = (value: number): string => this.formats.now.value(this.field(), value);
    return limits
      .slice(0, -1)
      .map((low, shade) => ({ shade, text: text(low), to: text(limits[shade + 1] ?? low) }));
  });
  protected readonly targetText = computed(() => {
    const target = this.target();
    const value = target === null ? null : (target.atLeast ?? target.atMost);
    return value === null ? null : this.formats.now.axisMark(this.field(), value, value);
  });
  protected readonly hasGaps = computed(() => this.tiles().some(({ value }) => value === null));
  /** The lowest and the highest value that is known, with their units; null where there are not two. */
  private readonly extremes = computed(() => {
    const known = this.tiles().filter((tile) => tile.value !== null);
    const sorted = known.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
    const [low, high] = [sorted[0], sorted.at(-1)];
    return low === undefined || high === undefined ? null : { low, high, differ: low.value !== high.value };
  });
  /** "Tepat waktu: 71,3 % sampai 97,1 %." */
  protected readonly finding = computed(() => {
    const [extremes, name] = [this.extremes(), this.name()];
    if (extremes === null) return this.t('map.nothing', { name });
    const { low, high, differ } = extremes;
    return differ
      ? this.t('map.finding', { name, low: low.text, high: high.text })
      : this.t('map.same', { name, value: low.text });
  });
  /** "Terendah Muara Kaman, tertinggi Sebulu." Empty where all are equal. */
  protected readonly ends = computed(() => {
    const extremes = this.extremes();
    if (extremes === null || !extremes.differ) return '';
    const { low, high } = extremes;
    return this.t('map.ends', { lowUnit: low.row.label, highUnit: high.row.label });
  });
  protected readonly columns = computed<readonly Column<Tile>[]>(() => [
    {
      id: 'label',
      header: this.t('table.unit'),
      numeric: false,
      text: ({ row }) => row.label,
      raw: ({ row }) => row.label,
    },
    {
      id: 'value',
      header: this.name(),
      numeric: true,
      text: (tile) => tile.text,
      raw: (tile) => tile.value,
      mark: ({ mark }) => (mark === null ? null : { kind: mark, label: this.t(`mark.${mark}`) }),
    },
    {
      id: 'n',
      header: this.t('table.n'),
      numeric: true,
      text: ({ row }) => {
        const n = numberIn(row[this.measure()], this.field().n);
        return n === null ? '–' : this.formats.now.number(n);
      },
      raw: ({ row }) => numberIn(row[this.measure()], this.field().n),
    },
  ]);
  protected readonly screen = ({ row }: Tile): readonly string[] => ['/unit', row.key];
  protected readonly opens = computed(() => {
    const carried = this.selection.carried();
    return ({ row }: Tile): Params => ({ ...carried, unit: row.key });
  });

  protected about(tile: Tile): string {
    const parts = [tile.text, ...(tile.mark === null ? [] : [this.t(`mark.${tile.mark}`)])];
    return `${tile.row.label}: ${[...parts, ...(tile.misses ? [this.t('map.misses')] : [])].join(', ')}`;
  }

  private verdictOf(row: Row) {
    return row.signals[`${this.measure()}.${this.field().id}`] ?? null;
  }
}

/** Widths in units of the drawing: of a letter of a name, of a number, and of a number that a phone can show. */
const [LETTER, NUMBER, NUMBER_ON_PHONE] = [9, 48, 100];

/** What fits into an area without running over its neighbours; the table has all of it. */
function labelRoom(room: { readonly width: number; readonly height: number }, name: string) {
  return {
    named: room.height > 60 && room.width > name.length * LETTER,
    numbered: room.width > NUMBER && room.height > 16,
    onPhone: room.width > NUMBER_ON_PHONE && room.height > 60,
  };
}
