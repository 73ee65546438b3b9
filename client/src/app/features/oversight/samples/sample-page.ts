import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Sample } from '#contract/oversight/samples';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { task } from '../../../core/task.ts';
import { EvidenceFiles } from '../../../ui/evidence/evidence-files.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { SheetFiles } from '../../../ui/sheet-files.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { OversightApi, liveSample } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';
import { CheckForm } from './check-form.ts';

type Item = Sample['items'][number];

/** One sample: its seed and population, the work sheet, and the proof that drawing again gives the same. */
@Component({
  selector: 'pandu-sample-page',
  imports: [
    CheckForm,
    EvidenceFiles,
    OversightNav,
    ProblemNote,
    RouterLink,
    ScrollHint,
    SheetFiles,
    Skeleton,
  ],
  templateUrl: './sample-page.html',
  styleUrl: '../oversight.css',
  styles: `
    th {
      /* Holds the hidden word of the last column. */
      position: relative;
    }
    tbody th a {
      white-space: nowrap;
    }
    tbody th .note {
      display: block;
      font-weight: 400;
    }
    @media (min-width: 621px) {
      tbody th .note,
      td .action {
        white-space: nowrap;
      }
    }
    .hash {
      margin-top: 8px;
      font: var(--note);
      overflow-wrap: anywhere;
    }
  `,
})
export class SamplePage {
  /** From the address. */
  readonly id = input.required<string>();
  private readonly api = inject(OversightApi);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(MomentWords);
  protected readonly live = liveSample(() => this.id());
  protected readonly sample = linkedSignal(() => this.live.value());
  protected readonly asked = signal<Item | null>(null);
  protected readonly redrawing = task();
  /** What drawing again gave, in a sentence. */
  protected readonly redrawn = linkedSignal<string, string>({ source: this.id, computation: () => '' });
  protected readonly worksheet = computed(() => ({ sample: this.id() }));
  protected readonly worksheetFormats = ['pdf', 'xlsx'] as const;
  protected readonly heading = computed(() => {
    const it = this.sample();
    if (it === undefined) return this.t('oversight.samples.one');
    return this.t('oversight.samples.title', {
      size: this.formats.now.number(it.size),
      population: this.formats.now.number(it.population),
      selection: it.selection,
    });
  });
  protected readonly facts = computed(() => {
    const it = this.sample();
    if (it === undefined) return [];
    const { now } = this.formats;
    return [
      { label: this.t('oversight.samples.seed'), text: it.seed },
      { label: this.t('oversight.samples.population'), text: now.number(it.population) },
      { label: this.t('oversight.samples.drawn'), text: `${it.by}, ${this.moments.date(it.at)}` },
      ...(['sesuai', 'tidak-sesuai', 'berkas-tidak-ada'] as const).map((verdict) => ({
        label: this.t(`oversight.verdict.${verdict}`),
        text: now.number(it.byVerdict[verdict]),
      })),
      {
        label: this.t('oversight.samples.open'),
        text: now.number(it.size - it.checked),
      },
    ];
  });

  /** Only a path of the product is followed. */
  protected address(link: string | null): ReturnType<Router['parseUrl']> | null {
    return link === null || !/^\/(?!\/)/.test(link) ? null : this.router.parseUrl(link);
  }

  protected result({ check }: Item): string {
    if (check === null) return this.t('oversight.samples.unchecked');
    const verdict = this.t(`oversight.verdict.${check.verdict}`);
    return check.note === null ? verdict : `${verdict}: ${check.note}`;
  }

  protected day({ day }: Item): string {
    return day === null ? this.t('oversight.noDay') : this.formats.now.date(day);
  }

  protected done(sample: Sample): void {
    this.asked.set(null);
    this.sample.set(sample);
  }

  protected async redraw(): Promise<void> {
    const again = await this.redrawing.run(() => this.api.redraw(this.id()));
    if (again !== undefined) this.redrawn.set(again.result.sentence);
  }
}
