/**
 * The rows of the demo, in the names of the import contract. Instants are ISO 8601 with the offset of the kabupaten;
 * null is an empty cell.
 */
import type { IsoDate } from '#domain/period/civil-date';
import type { DemoReporter } from './complaint-reporters.ts';

export interface DemoServiceCase {
  readonly unit: string;
  readonly number: string;
  readonly service: string;
  readonly channel: string;
  readonly servicePoint: string | null;
  readonly receivedAt: string;
  readonly recordedAt: string | null;
  readonly completedAt: string | null;
  /** Null: the deadline follows from the standard. */
  readonly dueAt: string | null;
  readonly status: 'diterima' | 'diproses' | 'ditunda' | 'selesai' | 'ditolak' | 'dibatalkan';
  readonly staff: string | null;
  readonly visits: number | null;
  readonly preparedOnline: boolean | null;
  /** Rupiah. */
  readonly fee: number | null;
}

export interface DemoComplaint extends DemoReporter {
  readonly unit: string;
  readonly number: string;
  /** Code of the kecamatan it is about; a place, not the unit that answers. */
  readonly area: string | null;
  readonly service: string | null;
  readonly channel: string;
  readonly class: ComplaintClass;
  readonly category: string;
  readonly text: string;
  readonly receivedAt: string;
  readonly verifiedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  /** Null: the deadline follows from the class. */
  readonly dueAt: string | null;
  readonly status: ComplaintStatus;
  readonly reporterSatisfied: boolean | null;
}

export type ComplaintClass =
  'normatif' | 'tidak-berkadar-pengawasan' | 'berkadar-pengawasan' | 'permintaan-informasi' | 'aspirasi';

export type ComplaintStatus =
  | 'diterima'
  | 'diverifikasi'
  | 'didisposisi'
  | 'ditindaklanjuti'
  | 'selesai'
  | 'ditutup'
  | 'bukan-kewenangan'
  | 'tidak-valid'
  | 'dibuka-kembali';

export type DemoQuestionnaire = 'kep-25-2004' | 'permenpanrb-14-2017';

export interface DemoSurveyResponse {
  readonly number: string;
  readonly instrument: DemoQuestionnaire;
  readonly unit: string;
  readonly service: string;
  readonly date: IsoDate;
  /** Answers to U1 … U9 (2017) or U1 … U14 (2004), each 1 to 4. */
  readonly answers: readonly number[];
  readonly sex: 'L' | 'P';
  readonly age: string;
  readonly education: string;
  readonly occupation: string;
  readonly suggestion: string | null;
}

/** A stage of a request, and the unit whose time it is. */
export interface DemoCaseStep {
  readonly unit: string;
  readonly number: string;
  readonly step: string;
  readonly stepUnit: string;
  readonly startedAt: string;
  readonly completedAt: string | null;
}

/** A pause of a request of which the applicant was told. */
export interface DemoCasePause {
  readonly unit: string;
  readonly number: string;
  readonly startedAt: string;
  /** Null: it still runs. */
  readonly endedAt: string | null;
  readonly reason: string;
  readonly told: boolean;
}

export interface DemoSession {
  readonly unit: string;
  /** Null: every service. */
  readonly service: null;
  readonly date: IsoDate;
  /** Seconds of the day. */
  readonly from: number;
  readonly to: number;
  readonly note: string;
}

export interface DemoTarget {
  readonly unit: null;
  readonly level: 'kecamatan' | null;
  readonly service: null;
  readonly measure: 'turnaround' | 'complaints' | 'ikm';
  readonly field: string;
  readonly validFrom: IsoDate;
  readonly validTo: null;
  /** `90%`, or a score. */
  readonly atLeast: string | number;
  readonly atMost: null;
  readonly legalBasis: string;
}

/** The facts of the demo by dataset, in the order they are loaded: cases before their parts, sessions before cases. */
export interface DemoRows {
  readonly 'extra-sessions': DemoSession;
  readonly 'service-cases': DemoServiceCase;
  readonly complaints: DemoComplaint;
  readonly 'survey-responses': DemoSurveyResponse;
  readonly pauses: DemoCasePause;
  readonly 'case-steps': DemoCaseStep;
  readonly targets: DemoTarget;
}
export type DemoDataset = keyof DemoRows;
