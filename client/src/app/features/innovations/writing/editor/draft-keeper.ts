import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import { Language } from '../../../../core/language.ts';
import { problemOf, problemSentence } from '../../../../core/problem.ts';
import { type WritingEntry, WritingApi } from '../writing-api.ts';
import { type DraftCopy, answered, decided, openedCopy, sendable, typed } from './draft-copy.ts';

/** How the draft stands: all kept; being typed; on its way; without the server; refused with a reason. */
export type KeepState = 'saved' | 'typing' | 'saving' | 'offline' | 'refused';

/** So long after the last key, and at the latest so long after the first, it is saved. */
const QUIET_MS = 1_200;
const LATEST_MS = 8_000;
const RETRY_MS = 10_000;

/** Saves what is written without being asked, and loses nothing: one draft for as long as its editor is open. */
@Injectable()
export class DraftKeeper {
  private readonly api = inject(WritingApi);
  private readonly t = inject(Language).t;
  private readonly copy = signal<DraftCopy | null>(null);
  private readonly latest = signal<WritingEntry | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private firstTyped: number | null = null;
  private sending: Promise<void> | null = null;

  /** The entry as the server gave it last. */
  readonly entry = this.latest.asReadonly();
  readonly content = computed(() => this.copy()?.content ?? null);
  readonly conflicts = computed(() => this.copy()?.conflicts ?? []);
  readonly state = signal<KeepState>('saved');
  /** When it was kept last; null before the first time. */
  readonly savedAt = signal<Date | null>(null);
  /** Why it was refused; empty otherwise. */
  readonly trouble = signal('');
  /** Fields that hold something unfinished, which waits. */
  readonly unfinished = computed(() => {
    const copy = this.copy();
    return copy === null ? [] : sendable(copy).unfinished;
  });

  constructor() {
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.hasUnsent()) event.preventDefault();
    };
    const online = (): void => void this.flush();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', online);
      void this.flush().finally(() => this.stopTimer());
    });
  }

  /** Begins with a draft as it was read; of the same draft what is typed stays, and what others wrote is taken over. */
  open(entry: WritingEntry): void {
    const copy = this.copy();
    if (copy === null || this.latest()?.id !== entry.id) this.copy.set(openedCopy(entry));
    // An answer that was asked for before the last saving tells of an older draft.
    else if (entry.revision < copy.revision) return;
    else this.copy.set(answered(copy, {}, entry, []));
    this.latest.set(entry);
  }

  write(field: EntryFieldId, value: unknown): void {
    const copy = this.copy();
    if (copy === null) return;
    this.copy.set(typed(copy, field, value));
    this.state.set('typing');
    this.schedule();
  }

  decide(field: EntryFieldId, choice: 'mine' | 'theirs'): void {
    const copy = this.copy();
    if (copy === null) return;
    this.copy.set(decided(copy, field, choice));
    void this.flush();
  }

  /** Sends what can be sent; resolves when it was answered. */
  async flush(): Promise<void> {
    this.stopTimer();
    while (this.sending !== null) await this.sending;
    const copy = this.copy();
    const entry = this.latest();
    if (copy === null || entry === null) return;
    const { values, readAt } = sendable(copy);
    if (Object.keys(values).length === 0) {
      if (this.state() === 'typing') this.state.set('saved');
      return;
    }
    this.sending = this.send(entry.id, values, readAt);
    await this.sending;
  }

  private async send(
    id: string,
    values: Readonly<Partial<Record<EntryFieldId, unknown>>>,
    readAt: Readonly<Record<string, number>>,
  ): Promise<void> {
    this.state.set('saving');
    this.firstTyped = null;
    try {
      const answer = await this.api.save(id, values, readAt);
      const copy = this.copy();
      if (copy !== null) this.copy.set(answered(copy, values, answer.entry, answer.conflicts));
      this.latest.set(answer.entry);
      this.savedAt.set(new Date());
      this.trouble.set('');
      const more = this.copy();
      const goesOn = more !== null && Object.keys(sendable(more).values).length > 0;
      this.state.set(goesOn ? 'typing' : 'saved');
      if (goesOn) this.schedule();
    } catch (error) {
      const problem = problemOf(error);
      this.state.set(problem.status === 0 ? 'offline' : 'refused');
      this.trouble.set(problem.status === 0 ? '' : problemSentence(problem, this.t));
      // What the server refuses it refuses again; without an answer it is tried again.
      if (problem.status === 0 || problem.status >= 500)
        this.timer = setTimeout(() => void this.flush(), RETRY_MS);
    } finally {
      this.sending = null;
    }
  }

  private hasUnsent(): boolean {
    const copy = this.copy();
    return copy !== null && (this.sending !== null || Object.keys(sendable(copy).values).length > 0);
  }

  private schedule(): void {
    this.firstTyped ??= Date.now();
    this.stopTimer();
    const waited = Date.now() - this.firstTyped;
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(QUIET_MS, LATEST_MS - waited)));
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
