import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { MOST_LINES } from '#domain/letterheads/letterhead-lines';
import type { Letterhead } from '#contract/reports/report-document';
import { Directory } from '../../../core/directory.ts';
import { formDraft } from '../../../core/form-draft.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FileDrop } from '../../../ui/file-drop.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type KeptLetterhead, LetterheadApi, liveLetterhead, liveSetLetterheads } from './letterhead-api.ts';
import { LetterheadPreview } from './letterhead-preview.ts';

interface Typed {
  readonly lines: readonly string[];
  readonly address: string;
}

/** Kop surat of the kabupaten and of its units: lines, address, crest, and how it looks on paper. */
@Component({
  selector: 'pandu-letterhead-page',
  imports: [FileDrop, LetterheadPreview, ProblemNote, SettingsPath, Skeleton],
  templateUrl: './letterhead-page.html',
  styleUrl: './letterhead-page.css',
})
export class LetterheadPage {
  /** Code of the unit, from the address; the kabupaten without one. */
  readonly of = input<string>();

  private readonly api = inject(LetterheadApi);
  private readonly router = inject(Router);
  private readonly moments = inject(MomentWords);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly crestWork = task();
  protected readonly done = linkedSignal<string | null, string>({
    source: () => this.code(),
    computation: () => '',
  });
  protected readonly code = computed(() => this.of() ?? this.directory.units()?.[0]?.code ?? null);
  protected readonly live = liveLetterhead(() => this.code());
  private readonly all = liveSetLetterheads();
  /** Answers of changes stand in for the one that was read, until the unit is another one. */
  protected readonly kept = linkedSignal<KeptLetterhead | undefined>(() => this.live.value());
  private readonly draft = formDraft('kop-surat', typedOf);
  /** What was typed and not saved goes before what is kept, also when that is read anew. */
  private readonly waiting = (): Typed | null => this.draft.kept(this.code() ?? '');
  protected readonly lines = linkedSignal<readonly string[]>(() => {
    const own = this.kept()?.lines ?? [];
    const shown = this.waiting()?.lines ?? own;
    return Array.from({ length: MOST_LINES }, (_, index) => shown[index] ?? '');
  });
  protected readonly address = linkedSignal(() => {
    const own = this.kept()?.address ?? '';
    return this.waiting()?.address ?? own;
  });
  protected readonly written = computed(() =>
    this.lines()
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
  protected readonly changed = computed(() => {
    const it = this.kept();
    if (it === undefined) return false;
    return this.address().trim() !== it.address || this.written().join('\n') !== it.lines.join('\n');
  });
  /** As it will look: what is typed, and where nothing is, what is made from the names. */
  protected readonly preview = computed<Letterhead>(() => {
    const it = this.kept();
    const printed = it?.letterhead ?? { lines: [], address: '', crest: null };
    if (!this.changed()) return printed;
    const made = it !== undefined && it.lines.length === 0 ? printed.lines : this.namesOnly();
    return {
      lines: this.written().length > 0 ? [...this.written()] : made,
      address: this.address().trim(),
      crest: printed.crest,
    };
  });
  protected readonly crestSentence = computed(() => {
    const it = this.kept();
    if (it === undefined) return '';
    if (it.crest !== null)
      return this.t('letterhead.crestOwn', { width: it.crest.width, height: it.crest.height });
    return this.t(it.letterhead.crest === null ? 'letterhead.crestNone' : 'letterhead.crestAbove');
  });
  protected readonly setBy = computed(() => {
    const set = this.kept()?.set;
    return set ? this.t('letterhead.setBy', { by: set.by, day: this.moments.date(set.at) }) : '';
  });
  private readonly setCodes = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => this.directory.need('units'));
    effect(() => this.setCodes.set(new Set((this.all.value()?.items ?? []).map(({ unit }) => unit.code))));
  }

  protected mark(code: string): string {
    return this.setCodes().has(code) ? ` (${this.t('letterhead.isSet')})` : '';
  }

  protected choose(code: string): void {
    void this.router.navigate([], { queryParams: { of: code }, queryParamsHandling: 'merge' });
  }

  protected setLine(index: number, line: string): void {
    this.lines.update((lines) => lines.with(index, line));
    this.keepTyped();
  }

  protected setAddress(address: string): void {
    this.address.set(address);
    this.keepTyped();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.change(this.work, 'letterhead.saved', (code) =>
      this.api.saveLines(code, { lines: this.written(), address: this.address().trim() }),
    );
  }

  protected async reset(): Promise<void> {
    await this.change(this.work, 'letterhead.wasReset', (code) => this.api.reset(code));
  }

  protected async saveCrest(file: File): Promise<void> {
    await this.change(this.crestWork, 'letterhead.crestSaved', (code) => this.api.saveCrest(code, file));
  }

  protected async removeCrest(): Promise<void> {
    await this.change(this.crestWork, 'letterhead.crestRemoved', (code) => this.api.removeCrest(code));
  }

  private keepTyped(): void {
    this.draft.keep(this.code() ?? '', { lines: this.lines(), address: this.address() });
  }

  /** What is typed and not saved stays when only the crest changes. */
  private async change(
    work: typeof this.work,
    sentence: string,
    call: (code: string) => Promise<KeptLetterhead>,
  ): Promise<void> {
    const code = this.code();
    if (code === null) return;
    const answer = await work.run(() => call(code));
    if (answer === undefined) return;
    if (work !== this.crestWork) this.draft.drop(code);
    this.kept.set(answer.result);
    this.done.set(this.t(sentence));
    this.all.reload();
  }

  /** The names of the offices, while set lines are being taken away. */
  private namesOnly(): string[] {
    const unit = this.directory.findUnit(this.code() ?? '');
    return (unit?.path ?? []).map(({ name }) => name.toLocaleUpperCase('id')).slice(-MOST_LINES);
  }
}

function typedOf(kept: unknown): Typed | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { lines, address } = kept as Partial<Typed>;
  return Array.isArray(lines) &&
    lines.every((line) => typeof line === 'string') &&
    typeof address === 'string'
    ? { lines, address }
    : null;
}
