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
import { type Mapping, mappedForm, previewPart } from '../../core/mapped-file.ts';

export type { DatasetName, ImportPreview, ImportResult };
export type Datasets = ReturnType<typeof datasetsSchema.parse>;
export type Dataset = Datasets['items'][number];
export type PastImports = ReturnType<typeof importsSchema.parse>;

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
    const body = mappedForm(await previewPart(file), mapping);
    return previewSchema.parse(
      await firstValueFrom(this.http.post(`${API}/imports/${dataset}/preview`, body)),
    );
  }

  /** Starts an import, or with `dryRun` only its checks; gives its id. */
  async start(dataset: DatasetName, file: File, mapping: Mapping | null, dryRun: boolean): Promise<string> {
    const params = dryRun ? { dryRun: 'true' } : undefined;
    const answer = await firstValueFrom(
      this.http.post(`${API}/imports/${dataset}`, mappedForm(file, mapping), { ...(params && { params }) }),
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
