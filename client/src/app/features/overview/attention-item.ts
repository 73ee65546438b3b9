import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Formats } from '../../core/formats.ts';
import { Freshness } from '../../core/freshness.ts';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { Mark } from '../../ui/mark.ts';
import { proofAddress } from '../../ui/matters/proof-address.ts';
import { Sparkline } from '../../ui/sparkline.ts';
import type { AttentionItem } from './attention-api.ts';
import { attentionMessage } from './attention-message.ts';
import { DismissForm } from './dismiss-form.ts';
import { DispositionForm } from './disposition-form.ts';

/** One exception: what is the matter, who answers for it, what proves it, and what can be done now. */
@Component({
  selector: 'pandu-attention-item',
  imports: [DismissForm, DispositionForm, Mark, RouterLink, Sparkline],
  templateUrl: './attention-item.html',
  styleUrl: './attention-item.css',
})
export class AttentionLine {
  readonly item = input.required<AttentionItem>();
  /** Something was done about it: the list is to be read anew. */
  readonly changed = output();

  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  private readonly freshness = inject(Freshness);
  private readonly router = inject(Router);

  protected readonly form = signal<'disposition' | 'reminder' | 'dismiss' | null>(null);
  protected readonly copied = signal(false);
  /** The message, where the browser does not let it be copied. */
  protected readonly uncopied = signal('');

  /** A silent unit is reminded; everything else gets an instruction. */
  protected readonly kind = computed(() =>
    this.item().kind === 'not-reporting' ? ('reminder' as const) : ('disposition' as const),
  );
  /** Who answers for it, since when where the sentence does not say it, and what else there is to know. */
  protected readonly facts = computed(() => {
    const { owner, since, sentence, facts } = this.item();
    const said = since === null || sentence.includes(this.t('attention.sinceWord'));
    return [
      ...(owner === null ? [] : [owner.post]),
      ...(said ? [] : [this.t('attention.since', { day: this.formats.now.date(since) })]),
      ...facts,
    ];
  });
  /** Only the signals of this very change are coloured, not those of another time. */
  protected readonly spark = computed(() => {
    const { spark, since } = this.item();
    if (spark === null) return null;
    const points = spark.points.map((point) => ({
      ...point,
      signal: since !== null && point.from < `${since.slice(0, 7)}-01` ? null : point.signal,
    }));
    return { ...spark, points };
  });
  protected readonly proof = computed(() => proofAddress(this.item().proof));
  protected readonly link = computed(() =>
    this.router.serializeUrl(
      this.router.createUrlTree([...this.proof().path], { queryParams: this.proof().query }),
    ),
  );

  /** A verb with the unit it is for: several lines have the same verbs. */
  protected about(verb: string): string {
    return `${this.t(verb)}: ${this.item().unit.name}`;
  }

  protected async open(form: 'disposition' | 'reminder' | 'dismiss'): Promise<void> {
    await this.language.needScreenWords();
    this.form.set(form);
  }

  protected done(): void {
    this.form.set(null);
    this.changed.emit();
  }

  protected async copy(): Promise<void> {
    const asOf = this.freshness.asOf();
    const message = attentionMessage(
      this.item(),
      this.facts(),
      {
        demo: this.session.demo(),
        asOf:
          asOf === null
            ? ''
            : this.t('status.asOf', { at: this.formats.now.instant(asOf, this.session.timeZone()) }),
        address: new URL(this.link(), location.href).href,
      },
      this.t,
    );
    try {
      await navigator.clipboard.writeText(message);
      this.copied.set(true);
    } catch {
      this.uncopied.set(message);
    }
  }
}
