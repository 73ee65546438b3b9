import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Mark } from '../../ui/mark.ts';
import { verdictWord } from './case-verdict.ts';
import { MomentWords } from '../../core/moment-words.ts';
import type { CaseSort, ServiceCaseLine } from './records-api.ts';

const OPEN: readonly string[] = ['diterima', 'diproses', 'ditunda'];
const MINUTE_MS = 60_000;

/** The cases of a list: lines under headers that sort, on a phone one below the other. A line opens its case. */
@Component({
  selector: 'pandu-case-table',
  imports: [Mark, RouterLink],
  templateUrl: './case-table.html',
  styleUrl: './case-table.css',
})
export class CaseTable {
  readonly cases = input.required<readonly ServiceCaseLine[]>();
  readonly sort = input.required<CaseSort>();
  readonly sorted = output<CaseSort>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);

  protected readonly lines = computed(() =>
    this.cases().map((line) => ({
      line,
      received: this.moments.date(line.receivedAt),
      receivedTime: this.moments.time(line.receivedAt),
      due: line.dueAt === null ? this.t('records.noDue') : this.moments.date(line.dueAt),
      dueTime: line.dueAt === null || line.dueAtEndOfDay ? '' : this.moments.time(line.dueAt),
      verdict: verdictWord(line),
      running: OPEN.includes(line.status),
      citizen: this.citizen(line),
      working: line.workingMinutes === null ? null : this.formats.now.official(line.workingMinutes),
      where: [line.channel.name, ...(line.servicePoint === null ? [] : [line.servicePoint])].join(' · '),
    })),
  );

  /** While none of the cases is completed there is no official time to be told. */
  protected readonly withOfficial = computed(() =>
    this.cases().some(({ workingMinutes }) => workingMinutes !== null),
  );

  /** Up to completion; of an open case up to now. */
  private citizen({ citizenMinutes, status, receivedAt }: ServiceCaseLine): string | null {
    if (citizenMinutes !== null) return this.formats.now.elapsed(citizenMinutes);
    if (!OPEN.includes(status)) return null;
    return this.formats.now.elapsed(Math.max(0, (Date.now() - Date.parse(receivedAt)) / MINUTE_MS));
  }

  protected receivedOrder(): 'ascending' | 'descending' | null {
    if (this.sort() === 'due') return null;
    return this.sort() === 'newest' ? 'descending' : 'ascending';
  }
}
