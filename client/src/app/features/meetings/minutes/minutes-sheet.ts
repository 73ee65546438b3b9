import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { MINUTES_FORMATS, type Meeting, readMinutes } from '#contract/reports/meetings';
import { API } from '../../../core/api.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { liveResource } from '../../../core/live-resource.ts';
import { saveFile } from '../../../core/save-file.ts';
import { task } from '../../../core/task.ts';
import { PagePath } from '../../../ui/page-path.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ReportSheet } from '../../../ui/report/report-sheet.ts';
import { Skeleton } from '../../../ui/skeleton.ts';

/** The minutes of a closed meeting: read on the screen, printed, or taken along as a file. */
@Component({
  selector: 'pandu-minutes-sheet',
  imports: [PagePath, ProblemNote, ReportSheet, Skeleton],
  templateUrl: './minutes-sheet.html',
  styleUrl: './minutes-sheet.css',
})
export class MinutesSheet {
  readonly meeting = input.required<Meeting>();

  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly files = MINUTES_FORMATS;
  protected readonly fetching = task();
  protected readonly minutes = liveResource(
    () => ({ path: `/meetings/${this.meeting().id}/minutes` }),
    readMinutes.answer,
  );

  protected readonly path = computed(() => [
    { label: this.t('nav.meetings'), link: { path: '/rapat' } },
    { label: this.formats.now.date(this.meeting().heldOn), link: null },
  ]);

  protected print(): void {
    window.print();
  }

  protected async take(format: (typeof MINUTES_FORMATS)[number]): Promise<void> {
    const { id, unit, heldOn } = this.meeting();
    const got = await this.fetching.run(() =>
      firstValueFrom(
        this.http.get(`${API}/meetings/${id}/minutes/file`, { params: { format }, responseType: 'blob' }),
      ),
    );
    if (got !== undefined) saveFile(got.result, `notulen-${unit.code}-${heldOn}.${format}`);
  }
}
