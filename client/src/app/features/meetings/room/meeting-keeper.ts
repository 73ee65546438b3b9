import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { v7 } from 'uuid';
import type { Meeting } from '#contract/reports/meetings';
import { Language } from '../../../core/language.ts';
import { problemOf, problemSentence } from '../../../core/problem.ts';
import { Session } from '../../../core/session.ts';
import { MeetingsApi } from '../meetings-api.ts';
import {
  HEAD,
  type PartKind,
  type PartOf,
  type Parts,
  type WrittenPart,
  answered,
  decided,
  isSendable,
  keyOf,
  partsOf,
  refreshed,
  restored,
  typed,
  unsaved,
} from './written-parts.ts';

/** How what was written stands: all kept; being typed; on its way; without the server; refused with a reason. */
export type KeepState = 'saved' | 'typing' | 'saving' | 'offline' | 'refused';

/** So long after the last key it is sent. */
const QUIET_MS = 900;
const RETRY_MS = 8_000;

/**
 * Saves what is written at a meeting without being asked, and loses nothing: every key goes to this device at once and to
 * the server a moment later. One meeting for as long as its screen is open.
 */
@Injectable()
export class MeetingKeeper {
  private readonly api = inject(MeetingsApi);
  private readonly session = inject(Session);
  private readonly t = inject(Language).t;
  private readonly all = signal<Parts>(new Map());
  private meeting: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> | null = null;
  /** Pieces that were added here and stood in no answer of the server yet. */
  private readonly unseen = new Set<string>();

  readonly parts = this.all.asReadonly();
  readonly state = signal<KeepState>('saved');
  readonly savedAt = signal<Date | null>(null);
  /** Why it was refused; empty otherwise. */
  readonly trouble = signal('');
  readonly conflicts = computed(() => [...this.all().values()].filter(({ conflict }) => conflict !== null));

  constructor() {
    const online = (): void => void this.flush();
    const warn = (event: BeforeUnloadEvent): void => {
      if (unsaved(this.all()).length > 0) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', warn);
      void this.flush().finally(() => this.stopTimer());
    });
  }

  /** Begins with a meeting as it was read, and with what this device kept of it; of the same one others' words are taken over. */
  open(meeting: Meeting): void {
    if (this.meeting !== meeting.id) {
      this.meeting = meeting.id;
      this.all.set(restored(new Map(partsOf(meeting).map((part) => [keyOf(part), part])), this.kept()));
      if (unsaved(this.all()).length > 0) void this.flush();
      return;
    }
    const server = partsOf(meeting);
    for (const part of server) this.unseen.delete(keyOf(part));
    this.all.set(refreshed(this.all(), server, this.unseen));
  }

  part<Kind extends PartKind>(kind: Kind, id: string): PartOf<Kind> | undefined {
    const found = this.all().get(`${kind}:${id}`);
    return found?.kind === kind ? (found as PartOf<Kind>) : undefined;
  }

  writeHead(change: Partial<PartOf<'head'>['values']>): void {
    const part = this.part('head', HEAD);
    if (part !== undefined) this.wrote(typed(part, change));
  }

  writeItem(id: string, change: Partial<PartOf<'item'>['values']>): void {
    const part = this.part('item', id);
    if (part !== undefined) this.wrote(typed(part, change));
  }

  writeDecision(id: string, change: Partial<PartOf<'decision'>['values']>): void {
    const part = this.part('decision', id);
    if (part !== undefined) this.wrote(typed(part, change));
  }

  /** Begins a point of one's own, or a decision, under an id of its own; answers the id. */
  add(part: Pick<PartOf<'item'>, 'kind' | 'values'> | Pick<PartOf<'decision'>, 'kind' | 'values'>): string {
    const id = v7();
    const blank = { id, revision: 0, dirty: false, conflict: null };
    this.put(part.kind === 'item' ? { ...part, ...blank } : { ...part, ...blank });
    return id;
  }

  /** Takes a point or a decision off. @throws the refusal of the server */
  async remove(part: PartOf<'item'> | PartOf<'decision'>): Promise<void> {
    while (this.sending !== null) await this.sending;
    const now = this.part(part.kind, part.id) ?? part;
    if (now.revision > 0 && this.meeting !== null) await this.api.remove(this.meeting, now);
    this.unseen.delete(keyOf(part));
    const left = new Map(this.all());
    left.delete(keyOf(part));
    this.all.set(left);
    this.keep();
  }

  decide(part: WrittenPart, choice: 'mine' | 'theirs' | 'both'): void {
    this.put(decided(part, choice));
    this.keep();
    void this.flush();
  }

  /** Sends everything that can be sent; resolves when it was answered. */
  async flush(): Promise<void> {
    this.stopTimer();
    while (this.sending !== null) await this.sending;
    if (this.meeting === null) return;
    this.sending = this.sendAll(this.meeting).finally(() => (this.sending = null));
    await this.sending;
  }

  /** Whether something is not with the server yet. */
  hasUnsaved(): boolean {
    return unsaved(this.all()).length > 0;
  }

  private async sendAll(meeting: string): Promise<void> {
    // A point first: its decisions refer to it.
    const waiting = [...this.all().values()].filter(isSendable).toSorted((a, b) => rank(a) - rank(b));
    if (waiting.length > 0) this.state.set('saving');
    for (const sent of waiting) {
      try {
        const answer = await this.api.save(meeting, sent);
        if (sent.revision === 0 && answer.saved) this.unseen.add(keyOf(sent));
        const now = this.all().get(keyOf(sent));
        // The server answers about what was sent: the kinds agree.
        if (now !== undefined) this.put(answered(now, sent, answer as Parameters<typeof answered>[2]));
        this.keep();
        this.savedAt.set(new Date());
        this.trouble.set('');
      } catch (error) {
        this.refused(error);
        return;
      }
    }
    const more = [...this.all().values()].some(isSendable);
    this.state.set(more || this.hasUnsaved() ? 'typing' : 'saved');
    if (more) this.schedule(QUIET_MS);
  }

  private refused(error: unknown): void {
    const problem = problemOf(error);
    const unheard = problem.status === 0 || problem.status >= 500;
    this.state.set(unheard ? 'offline' : 'refused');
    this.trouble.set(unheard ? '' : problemSentence(problem, this.t));
    // What the server refuses it refuses again; without an answer it is tried again.
    if (unheard) this.schedule(RETRY_MS);
  }

  private wrote(part: WrittenPart): void {
    this.put(part);
    this.keep();
    this.state.set('typing');
    this.schedule(QUIET_MS);
  }

  private put(part: WrittenPart): void {
    this.all.set(new Map(this.all()).set(keyOf(part), part));
  }

  private schedule(ms: number): void {
    this.stopTimer();
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private place(): string {
    return `pandu.meeting.${this.session.user()?.username ?? ''}.${this.meeting ?? ''}`;
  }

  /** Words that the server does not have yet stay on this device, and go from it as soon as it has them. */
  private keep(): void {
    try {
      const waiting = unsaved(this.all());
      if (waiting.length === 0) localStorage.removeItem(this.place());
      else localStorage.setItem(this.place(), JSON.stringify(waiting));
    } catch {
      // Without storage the screen itself holds them.
    }
  }

  private kept(): WrittenPart[] {
    try {
      const list: unknown = JSON.parse(localStorage.getItem(this.place()) ?? '[]');
      return Array.isArray(list) ? (list as unknown[]).filter(isPart) : [];
    } catch {
      return [];
    }
  }
}

function rank({ kind }: WrittenPart): number {
  return kind === 'decision' ? 1 : 0;
}

/** Of what this device kept only that which this version can read. */
function isPart(value: unknown): value is WrittenPart {
  if (typeof value !== 'object' || value === null) return false;
  const part = value as Partial<WrittenPart>;
  const fields = {
    head: ['title', 'place', 'attendees'],
    item: ['title', 'note'],
    decision: ['item', 'what', 'dueOn'],
  };
  const expected = part.kind === undefined ? undefined : fields[part.kind];
  const values = part.values as Readonly<Record<string, unknown>> | undefined;
  return (
    expected !== undefined &&
    typeof part.id === 'string' &&
    typeof part.revision === 'number' &&
    values !== undefined &&
    expected.every((field) => typeof values[field] === 'string')
  );
}
