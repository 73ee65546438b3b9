import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  type DatasetName,
  type ImportPreview,
  type ImportResult,
  createImport,
  datasetsSchema,
  importSchema,
  importsSchema,
  previewSchema,
} from '#contract/imports';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';

export type { DatasetName, ImportPreview, ImportResult };
export type Datasets = ReturnType<typeof datasetsSchema.parse>;
export type Dataset = Datasets['items'][number];
export type PastImports = ReturnType<typeof importsSchema.parse>;

/** A mapping for a foreign file, as the contract describes it; further keys pass through as they were written. */
export type Mapping = Readonly<Record<string, unknown>> & {
  readonly columns?: Readonly<Record<string, string>>;
};

const PREVIEW_BYTES = 512 * 1024;
const LINE_FEED = 10;

/** The data sets that may be loaded, with their columns; not asked for while `may` is false. */
export function liveDatasets(may: () => boolean): Live<Datasets> {
  return liveResource(() => (may() ? { path: '/datasets' } : null), datasetsSchema);
}

/** The newest imports of the kabupaten. */
export function livePastImports(): Live<PastImports> {
  return liveResource(() => ({ path: '/imports', query: { limit: '20' } }), importsSchema);
}

@Injectable({ providedIn: 'root' })
export class ImportsApi {
  private readonly http = inject(HttpClient);

  /** Columns of a file and what was recognised; nothing is stored. Throws the `HttpErrorResponse` of a refusal. */
  async preview(dataset: DatasetName, file: File, mapping: Mapping | null): Promise<ImportPreview> {
    const body = form(await previewPart(file), mapping);
    return previewSchema.parse(
      await firstValueFrom(this.http.post(`${API}/imports/${dataset}/preview`, body)),
    );
  }

  /** Starts an import, or with `dryRun` only its checks; gives its id. */
  async start(dataset: DatasetName, file: File, mapping: Mapping | null, dryRun: boolean): Promise<string> {
    const params = dryRun ? { dryRun: 'true' } : undefined;
    const answer = await firstValueFrom(
      this.http.post(`${API}/imports/${dataset}`, form(file, mapping), { ...(params && { params }) }),
    );
    return createImport.answer.parse(answer).id;
  }

  async read(id: string): Promise<ImportResult> {
    return importSchema.parse(
      await firstValueFrom(this.http.get(`${API}/imports/${encodeURIComponent(id)}`)),
    );
  }
}

/** Address of the rejected rows of an import, in the same kind of file. */
export function rejectedAddress(id: string): string {
  return `${API}/imports/${encodeURIComponent(id)}/rejected`;
}

/** Address of an example file that is ready to be filled in. */
export function templateAddress(dataset: DatasetName): string {
  return `${API}/datasets/${dataset}/template`;
}

/**
 * As much of a file as a preview needs. A CSV is cut after a whole line, because half a character would spoil the
 * recognition of its encoding; other files cannot be cut.
 */
export async function previewPart(file: File): Promise<File> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name) || file.size <= PREVIEW_BYTES) return file;
  const bytes = new Uint8Array(await file.slice(0, PREVIEW_BYTES).arrayBuffer());
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? file : new File([bytes.subarray(0, end + 1)], file.name, { type: file.type });
}

function form(file: File, mapping: Mapping | null): FormData {
  const body = new FormData();
  // The mapping goes first, so that the server knows it when the rows begin to arrive.
  if (mapping !== null) body.set('mapping', JSON.stringify(mapping));
  body.set('file', file);
  return body;
}
