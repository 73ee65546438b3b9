import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  previewInnovationSharing,
  readInnovationSharing,
  type SharedCopy,
  type Sharing,
} from '#contract/innovations/sharing';
import {
  type EntryVersion,
  type SavedConflict,
  type WritingEntry,
  type WritingLine,
  listInnovationEntries,
  listInnovationVersions,
  readInnovationEntry,
  readInnovationVersion,
  saveInnovation,
  writingEntrySchema,
} from '#contract/innovations/writing';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { EntryVersion, SavedConflict, SharedCopy, Sharing, WritingEntry, WritingLine };
export type SavedChanges = z.infer<typeof saveInnovation.answer>;

/** The entries of the own units, or those that wait for a review; nothing is asked while `show` gives null. */
export function liveEntries(
  show: () => 'own' | 'review' | null,
): Live<z.infer<typeof listInnovationEntries.answer>> {
  return liveResource(() => {
    const wanted = show();
    return wanted === null ? null : { path: '/innovation-entries', query: { show: wanted } };
  }, listInnovationEntries.answer);
}

export function liveEntry(key: () => string): Live<WritingEntry> {
  return liveResource(
    () => ({ path: `/innovation-entries/${encodeURIComponent(key())}` }),
    readInnovationEntry.answer,
  );
}

export function liveSharing(key: () => string): Live<Sharing> {
  return liveResource(
    () => ({ path: `/innovation-entries/${encodeURIComponent(key())}/sharing` }),
    readInnovationSharing.answer,
  );
}

/** Exactly what would leave by a choice; nothing is asked while there is none. */
export function liveSharingPreview(
  wanted: () => {
    readonly id: string;
    readonly audience: 'forcasi' | 'public';
    readonly fields: readonly string[];
    readonly figures: boolean;
  } | null,
): Live<SharedCopy> {
  return liveResource(() => {
    const choice = wanted();
    if (choice === null) return null;
    return {
      path: `/innovation-entries/${choice.id}/sharing/preview`,
      query: {
        audience: choice.audience,
        fields: choice.fields.join(','),
        figures: choice.figures ? 'ya' : 'tidak',
      },
    };
  }, previewInnovationSharing.answer);
}

export function liveVersions(id: () => string | null): Live<z.infer<typeof listInnovationVersions.answer>> {
  return liveResource(() => {
    const of = id();
    return of === null ? null : { path: `/innovation-entries/${of}/versions` };
  }, listInnovationVersions.answer);
}

export function liveVersion(
  wanted: () => { readonly id: string; readonly version: number } | null,
): Live<z.infer<typeof readInnovationVersion.answer>> {
  return liveResource(() => {
    const of = wanted();
    return of === null ? null : { path: `/innovation-entries/${of.id}/versions/${of.version}` };
  }, readInnovationVersion.answer);
}

/** Changes of entries. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class WritingApi {
  private readonly http = inject(HttpClient);

  begin(entry: {
    readonly name: string;
    readonly acronym: string;
    readonly unit: string;
  }): Promise<WritingEntry> {
    return this.send('POST', '', entry);
  }

  /** Saves fields, each as it was read at a revision. */
  async save(
    id: string,
    values: Readonly<Record<string, unknown>>,
    readAt: Readonly<Record<string, number>>,
  ): Promise<SavedChanges> {
    const answer = this.http.patch(`${API}/innovation-entries/${id}`, { values, readAt });
    return firstValueFrom(answer.pipe(map((body) => saveInnovation.answer.parse(body))));
  }

  /** A step of an entry, by the last part of its path: `submit`, `publish`, `stop` …; answers with the entry after it. */
  act(id: string, step: string, body: object = {}): Promise<WritingEntry> {
    return this.send('POST', `/${id}/${step}`, body);
  }

  async share(
    id: string,
    choice: {
      readonly audience: Sharing['audience'];
      readonly fields: readonly string[];
      readonly figures: boolean;
    },
  ): Promise<Sharing> {
    const answer = this.http.put(`${API}/innovation-entries/${id}/sharing`, choice);
    return firstValueFrom(answer.pipe(map((body) => readInnovationSharing.answer.parse(body))));
  }

  private async send(method: 'POST', path: string, body: object): Promise<WritingEntry> {
    const answer = this.http.request(method, `${API}/innovation-entries${path}`, { body });
    return firstValueFrom(answer.pipe(map((value) => writingEntrySchema.parse(value))));
  }
}
