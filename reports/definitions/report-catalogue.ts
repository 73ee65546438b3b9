/** Every report that can be made of frozen figures, in the order in which it is offered. */
import type { ReportDefinition } from '../report-definition.ts';
import { LAPORAN_KINERJA } from './laporan-kinerja/laporan-kinerja.ts';
import { PUBLIKASI_IKM } from './publikasi-ikm/publikasi-ikm.ts';
import { RINGKASAN_WA } from './ringkasan-wa/ringkasan-wa.ts';

export const REPORTS: readonly ReportDefinition[] = [LAPORAN_KINERJA, PUBLIKASI_IKM, RINGKASAN_WA];

/** The definition of a report; null when there is none of this name. */
export function findReport(id: string): ReportDefinition | null {
  return REPORTS.find((report) => report.id === id) ?? null;
}
