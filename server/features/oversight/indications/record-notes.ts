import type { IndicationRule } from '#contract/oversight/indications';
import { numberText } from '#domain/attention/attention-words';
import { maskText } from '#domain/complaints/masking';
import type { Language } from '#domain/language';
import { shortDay } from '#domain/oversight/span-text';
import type { BehindRecord } from './indication-records.queries.ts';

/** What is remarkable about a record, by the rule that points at it. */
export function recordNote(rule: IndicationRule, record: BehindRecord, language: Language): string {
  const english = language === 'en';
  const day = (iso: string | null): string => (iso === null ? '–' : shortDay(iso, language));
  const received = day(record.received_on);
  const completed = day(record.completed_on);
  switch (rule) {
    case 'mass-closing':
      return english
        ? `Received ${received}, closed on the last working day of the month (${statusName(record.text, language)}).`
        : `Diterima ${received}, ditutup pada hari kerja terakhir bulan itu (${statusName(record.text, language)}).`;
    case 'close-then-reopen':
      return english
        ? `Received ${received}, opened again; now ${statusName(record.text, language)}.`
        : `Diterima ${received}, pernah dibuka kembali; kini ${statusName(record.text, language)}.`;
    case 'completion-before-receipt': {
      const file = maskText(record.text ?? '');
      return english
        ? `Row of “${file}”, loaded ${day(record.day)}: ends before it begins.`
        : `Baris berkas “${file}”, dimuat ${day(record.day)}: selesai tercatat sebelum diterima.`;
    }
    case 'late-entry':
      return english
        ? `Received ${received}, recorded only afterwards; completed ${completed}.`
        : `Diterima ${received}, dicatat kemudian; selesai ${completed}.`;
    case 'identical-forms':
      return english ? `Answers: ${record.text ?? ''}` : `Jawaban: ${record.text ?? ''}`;
    case 'refusal-before-deadline': {
      const due = day(record.text);
      return english
        ? `Received ${received}, refused ${completed}, deadline ${due}.`
        : `Diterima ${received}, ditolak ${completed}, tenggat ${due}.`;
    }
    case 'ikm-against-complaints':
      return english
        ? `Complaint received ${received}, status: ${statusName(record.text, language)}.`
        : `Aduan diterima ${received}, status: ${statusName(record.text, language)}.`;
    case 'fee-above-standard': {
      const paid = numberText(record.fee ?? 0, language);
      const standard = record.standard_fee ?? 0;
      if (standard === 0)
        return english
          ? `Paid Rp${paid}; free of charge by the standard.`
          : `Dibayar Rp${paid}; menurut standar tanpa biaya.`;
      return english
        ? `Paid Rp${paid}; the standard says Rp${numberText(standard, language)}.`
        : `Dibayar Rp${paid}; standarnya Rp${numberText(standard, language)}.`;
    }
  }
}

/** How the states of cases and complaints are called; in Indonesian they are called by their code. */
const ENGLISH_STATUSES: Readonly<Record<string, string>> = {
  diterima: 'received',
  diproses: 'being processed',
  ditunda: 'postponed',
  ditolak: 'refused',
  dibatalkan: 'cancelled',
  diverifikasi: 'verified',
  didisposisi: 'assigned',
  ditindaklanjuti: 'being followed up',
  selesai: 'completed',
  ditutup: 'closed',
  'bukan-kewenangan': 'not within competence',
  'tidak-valid': 'not valid',
  'dibuka-kembali': 'opened again',
};

function statusName(status: string | null, language: Language): string {
  const words = (status ?? '').replaceAll('-', ' ');
  return language === 'en' ? (ENGLISH_STATUSES[status ?? ''] ?? words) : words;
}
