import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { FINDING_SOURCES, type FindingLine, RECOMMENDATION_STATUSES } from '#contract/oversight/findings';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Directory } from '../../../core/directory.ts';
import { Session } from '../../../core/session.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveFindings } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { StatusMeanings } from './status-meanings.ts';

/** Findings of BPK, the APIP and the Ombudsman, and how far their recommendations are. The filter is the address. */
@Component({
  selector: 'pandu-findings-page',
  imports: [ChoiceLinks, MoreButton, OversightNav, ProblemNote, RouterLink, Skeleton, StatusMeanings],
  templateUrl: './findings-page.html',
  styleUrl: '../oversight.css',
})
export class FindingsPage {
  readonly source = input<string>();
  readonly status = input<string>();
  readonly late = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly selection = inject(Selection);
  protected readonly sources = FINDING_SOURCES;
  protected readonly chosenSource = computed(() => FINDING_SOURCES.find((known) => known === this.source()));
  protected readonly chosenStatus = computed(() =>
    RECOMMENDATION_STATUSES.find((known) => known === this.status()),
  );
  protected readonly lateOnly = computed(() => this.late() === 'true');
  protected readonly findings = liveFindings(() => {
    const [unit, source, status] = [this.selection.unit(), this.chosenSource(), this.chosenStatus()];
    return {
      ...(unit === null ? {} : { unit }),
      ...(source === undefined ? {} : { source }),
      ...(status === undefined ? {} : { status }),
      ...(this.lateOnly() ? { late: 'true' } : {}),
    };
  });
  protected readonly answer = computed(() => this.findings.first.value());
  protected readonly mayManage = computed(
    () => this.session.can('findings:manage') && this.answer()?.mayManage === true,
  );
  protected readonly heading = computed(() => {
    const total = this.answer()?.total;
    if (total === undefined) return this.t('oversight.page.findings');
    return this.t(total === 0 ? 'oversight.findings.none' : 'oversight.findings.heading', {
      count: this.formats.now.number(total),
    });
  });
  protected readonly unitName = computed(() => {
    const code = this.selection.unit();
    return code === null ? null : (this.directory.findUnit(code)?.name ?? code);
  });
  /** The counts over everything selected, each of which narrows the list, or widens it again. */
  protected readonly counts = computed<readonly Choice[]>(() => {
    const answer = this.answer();
    if (answer === undefined) return [];
    return [
      ...RECOMMENDATION_STATUSES.map((status) => ({
        label: `${this.t(`oversight.status.${status}`)} ${this.formats.now.number(answer.recommendations[status])}`,
        on: this.chosenStatus() === status,
        change: { status: this.chosenStatus() === status ? null : status },
      })),
      {
        label: `${this.t('oversight.findings.late')} ${this.formats.now.number(answer.late)}`,
        on: this.lateOnly(),
        change: { late: this.lateOnly() ? null : 'true' },
      },
    ];
  });

  constructor() {
    this.directory.need('units');
  }

  protected facts(line: FindingLine): string {
    const { now } = this.formats;
    return [
      line.unit.name,
      this.t(`oversight.source.${line.source}`),
      this.t('oversight.findings.report', { number: line.reportNumber, day: now.date(line.reportOn) }),
      ...(line.amount === null
        ? []
        : [this.t('oversight.findings.amount', { amount: now.number(line.amount) })]),
    ].join(' · ');
  }

  /** "3 rekomendasi: 1 SS, 2 BT" */
  protected standing(line: FindingLine): string {
    const { now } = this.formats;
    const parts = RECOMMENDATION_STATUSES.filter((status) => line.byStatus[status] > 0).map(
      (status) => `${now.number(line.byStatus[status])} ${status}`,
    );
    return this.t('oversight.findings.standing', {
      count: now.number(line.recommendations),
      parts: parts.join(', '),
    });
  }

  /** "tenggat terdekat 30 Nov 2026", or how many are past theirs, and since when. */
  protected due(line: FindingLine): string {
    const { now } = this.formats;
    if (line.nextDueOn === null) return '';
    const day = now.date(line.nextDueOn);
    return line.late === 0
      ? this.t('oversight.findings.nextDue', { day })
      : this.t('oversight.findings.lateCount', { count: now.number(line.late), day });
  }

  protected async narrow(change: Readonly<Record<string, string | null>>): Promise<void> {
    await this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }
}
