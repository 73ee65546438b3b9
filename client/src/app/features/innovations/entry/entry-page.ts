import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { InnovationPath } from '../innovation-path.ts';
import { liveEntry } from '../catalogue/catalogue-api.ts';
import { shortName } from '#domain/innovations/entry-title';
import { FitNote } from '../catalogue/fit/fit-note.ts';
import { EntryLineage } from '../adoption/entry-lineage.ts';
import { EntryForum } from '../forum/entry-forum.ts';
import { EntryProof } from '../proof/entry-proof.ts';
import { ClaimEntry } from './claim-entry.ts';
import { EntryHead } from './entry-head.ts';
import { EntryReading } from './entry-reading.ts';
import { RelatedEntries } from './related-entries.ts';

type Action = NonNullable<ReturnType<ReturnType<typeof liveEntry>['value']>>['actions'][number];

/** One entry, as far as one may read it: what it is, whether it worked, how to take it home, what others say of it. */
@Component({
  selector: 'pandu-entry-page',
  imports: [
    ClaimEntry,
    EntryForum,
    EntryHead,
    EntryLineage,
    EntryProof,
    EntryReading,
    FitNote,
    InnovationPath,
    ProblemNote,
    RelatedEntries,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.css',
})
export class EntryPage {
  /** Id or slug, from the address. */
  readonly key = input.required<string>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly entry = liveEntry(() => this.key());
  protected readonly name = computed(() => {
    const it = this.entry.value();
    return it === undefined ? '' : shortName(it);
  });

  protected may(action: Action): boolean {
    return this.entry.value()?.actions.includes(action) ?? false;
  }
}
