import { Component, computed, inject, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addDays, todayIn } from '../../../core/period.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { AccountApi, type Reader, liveReaders } from './account-page-api.ts';
import { readEndDate } from './readers-end-date.ts';

/** Who reads for the post in use (ajudan), and until when. */
@Component({
  selector: 'pandu-readers',
  imports: [ProblemNote, Skeleton],
  templateUrl: './readers.html',
  styleUrl: './account-page-forms.css',
})
export class Readers {
  private readonly api = inject(AccountApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly readers = liveReaders();
  protected readonly adding = task();
  protected readonly ending = task();
  protected readonly username = signal('');
  protected readonly to = signal('');
  protected readonly done = signal('');

  protected readonly post = computed(() => this.session.user()?.post.title ?? '');
  /** Those of the post in use; the others are seen when their post is. */
  protected readonly ofPost = computed(() => {
    const post = this.session.user()?.post.id;
    return this.readers.value()?.items.filter((reader) => reader.post.id === post);
  });

  protected until(reader: Reader): string {
    const formats = this.formats.now;
    const from = formats.date(reader.from);
    return reader.to === null
      ? this.t('readers.since', { username: reader.username, from })
      : this.t('readers.until', {
          username: reader.username,
          from,
          to: formats.date(addDays(reader.to, -1)),
        });
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set('');
    const username = this.username().trim();
    const end = readEndDate(this.to(), todayIn(this.session.timeZone(), new Date()));
    if (username === '') this.adding.refuse(this.t('readers.usernameMissing'));
    else if (end.kind === 'invalid') this.adding.refuse(this.t('period.invalid'));
    else if (end.kind === 'past') this.adding.refuse(this.t('readers.past'));
    else await this.send(username, end.kind === 'day' ? end.firstDayWithout : null);
  }

  private async send(username: string, to: string | null): Promise<void> {
    if (!(await this.adding.run(() => this.api.addReader(username, to)))) return;
    this.done.set(this.t('readers.added', { username, post: this.post() }));
    this.username.set('');
    this.to.set('');
    this.readers.reload();
  }

  protected async end(reader: Reader): Promise<void> {
    const ended = await this.ending.run(() => this.api.endReader(reader.id));
    this.done.set(ended ? this.t('readers.ended', { name: reader.name, post: this.post() }) : '');
    this.readers.reload();
  }
}
