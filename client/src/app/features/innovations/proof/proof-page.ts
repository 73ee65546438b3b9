import { Component, computed, inject, input, signal } from '@angular/core';
import { FEWEST_PEERS } from '#domain/peers/peer-comparison';
import { FEWEST_MONTHS_BEFORE, MOST_MONTHS_BEFORE, PROVING_FIELDS } from '#domain/innovations/proof-verdict';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Kamus } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { addDays, addMonthsToStart, isIsoDate, monthStart } from '../../../core/period.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { InnovationPath } from '../innovation-path.ts';
import { EntryFigures } from '../entry/entry-figures.ts';
import { ProofApi, liveProofs } from './proof-api.ts';
import { ProofWords } from './proof-words.ts';

/** Months before the start that are proposed: a year where it may be, every season once. */
const PROPOSED_MONTHS = 12;

/** What proves an entry: what was locked with its result, and the form that locks another figure before it is seen. */
@Component({
  selector: 'pandu-innovation-proof-page',
  imports: [DayField, EntryFigures, InnovationPath, ProblemNote, Skeleton],
  templateUrl: './proof-page.html',
  styleUrls: ['../innovations.css', './proof-page.css'],
})
export class ProofPage {
  readonly key = input.required<string>();

  private readonly api = inject(ProofApi);
  private readonly kamus = inject(Kamus);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  protected readonly words = inject(ProofWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly live = liveProofs(() => this.key());
  /** The entry between the catalogue and this page. */
  protected readonly entryStep = computed(() => {
    const entry = this.live.value()?.innovation;
    return entry === undefined ? null : { label: entry.name, path: ['/inovasi', entry.slug] };
  });
  protected readonly locking = task();
  protected readonly sure = signal(false);
  protected readonly locked = signal(false);

  protected readonly fields = computed(() =>
    PROVING_FIELDS.map(({ measure, field }) => ({
      key: `${measure}.${field.id}`,
      measure: this.kamus.measureLabel(measure),
      label: this.kamus.label(field),
      definition: field.definition,
    })),
  );
  protected readonly groups = computed(() => [...Map.groupBy(this.fields(), ({ measure }) => measure)]);
  protected readonly services = computed(() => this.directory.services() ?? []);
  protected readonly field = signal('turnaround.sameVisitShare');
  protected readonly service = signal('');
  protected readonly startedOn = signal('');
  protected readonly months = signal(PROPOSED_MONTHS);
  protected readonly peers = signal(false);
  protected readonly mostPeers = FEWEST_PEERS;
  protected readonly monthChoices = [3, 6, 12, 24].filter(
    (count) => count >= FEWEST_MONTHS_BEFORE && count <= MOST_MONTHS_BEFORE,
  );
  protected readonly definition = computed(
    () => this.fields().find(({ key }) => key === this.field())?.definition ?? '',
  );
  /** Whole months before the month of the start. */
  protected readonly before = computed(() => {
    const day = this.startedOn();
    if (!isIsoDate(day)) return null;
    const own = monthStart(day);
    return { from: addMonthsToStart(own, -this.months()), to: addDays(own, -1) };
  });
  protected readonly beforeText = computed(() => {
    const period = this.before();
    return period === null ? '' : this.formats.now.period(period, period.to);
  });
  protected readonly measured = computed(() =>
    (this.live.value()?.items ?? []).flatMap(({ figure, state }) =>
      figure !== null && (state === 'measured' || state === 'unjudged') ? [figure] : [],
    ),
  );

  constructor() {
    this.directory.need('services');
  }

  protected async lock(event: Event): Promise<void> {
    event.preventDefault();
    this.locked.set(false);
    const id = this.live.value()?.innovation.id;
    const before = this.before();
    const [measure = '', field = ''] = this.field().split('.');
    if (id === undefined) return;
    if (before === null) return this.locking.refuse(this.t('period.invalid'));
    if (!this.sure()) return this.locking.refuse(this.t('innovationProof.form.needsSure'));
    const done = await this.locking.run(() =>
      this.api.lock(id, {
        measure,
        field,
        service: this.service() === '' ? null : this.service(),
        startedOn: this.startedOn(),
        before,
        peers: this.peers(),
      }),
    );
    if (done === undefined) return;
    this.sure.set(false);
    this.locked.set(true);
    this.live.reload();
  }
}
