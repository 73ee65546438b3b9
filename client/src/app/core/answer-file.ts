import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { TableFormat } from '#contract/table-format';
import { API } from './api.ts';
import type { LiveRequest } from './live-resource.ts';
import { saveFile } from './save-file.ts';

/** An answer of the API as a file: made by the server, for the person who asks, in the language of the screen. */
@Injectable({ providedIn: 'root' })
export class AnswerFile {
  private readonly http = inject(HttpClient);

  /** Saves it under `name` and the ending of the format. Throws the `HttpErrorResponse` of a refusal. */
  async save({ path, query }: LiveRequest, format: TableFormat, name: string): Promise<void> {
    const file = this.http.get(`${API}${path}`, { params: { ...query, format }, responseType: 'blob' });
    saveFile(await firstValueFrom(file), `${name}.${format}`);
  }
}
