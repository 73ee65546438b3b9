import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { complaintClassKey } from '../../../core/complaint-words.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addDays, todayIn } from '../../../core/period.ts';
import { postName } from '../../../core/session-scope.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type Handover, liveHandover } from './posts-api.ts';

type OpenLine = Omit<Handover['oldestOpenCases'][number], 'service'> & { readonly about: string };

/** The hand-over sheet (lembar serah terima): what is open at a post when its holder changes, on one page of paper. */
@Component({
  selector: 'pandu-handover-page',
  imports: [NgTemplateOutlet, ProblemNote, ScrollHint, Skeleton],
  templateUrl: './handover-page.html',
  styleUrls: ['../../../ui/paper-sheet.css', './handover-page.css'],
})
export class HandoverPage {
  /** The post, from the address. */
  readonly post = input.required<string>();

  protected readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly handover = liveHandover(() => this.post());

  /** "Rina Wati, sejak 1 Mar 2026"; Plt. and Plh. before the name. */
  protected holderText({ name, capacity, from, to, letter }: Handover['holders'][number]): string {
    const title = postName({ title: name, capacity }, this.t);
    const span =
      to === null
        ? this.t('posts.sinceDay', { day: this.formats.now.date(from) })
        : this.formats.now.days({ from, to: to > from ? addDays(to, -1) : from });
    return [title, span, ...(letter === null ? [] : [letter])].join(', ');
  }

  /** How many are open and late; a person without the right to records is told so, which is not the same as none. */
  protected countText(what: 'cases' | 'complaints', open: number | null, overdue: number | null): string {
    if (open === null) return this.t('handover.notTold');
    const count = this.formats.now.number(open);
    return open === 0
      ? this.t(`handover.nothing.${what}`)
      : this.t(`handover.open.${what}`, {
          count,
          overdue: overdue === null ? this.t('absence.noData') : this.formats.now.number(overdue),
        });
  }

  protected day(at: string): string {
    return this.formats.now.date(todayIn(this.session.timeZone(), new Date(at)));
  }

  /** The lines of a table of what is open: `about` is the service of a case, the class of a complaint. */
  protected caseLines({ oldestOpenCases }: Handover): OpenLine[] {
    return oldestOpenCases.map((line) => ({ ...line, about: line.service }));
  }

  protected complaintLines({ oldestOpenComplaints }: Handover): OpenLine[] {
    return oldestOpenComplaints.map((line) => {
      const key = complaintClassKey(line.class);
      return { ...line, about: key === null ? line.class : this.t(key) };
    });
  }

  protected importText({ dataset, fileName, finishedAt, rowsRejected }: Handover['imports'][number]): string {
    const rejected =
      rowsRejected === 0
        ? []
        : [this.t('handover.rejected', { count: this.formats.now.number(rowsRejected) })];
    const at = finishedAt === null ? [] : [this.day(finishedAt)];
    const label = this.t(`dataset.${dataset}`);
    return [`${label}: ${fileName}`, ...at, ...rejected].join(', ');
  }

  protected print(): void {
    window.print();
  }
}
