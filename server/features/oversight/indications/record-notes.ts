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
        ? `Received ${received}, closed on the last working day of the month (${record.text ?? ''}).`
        : `Diterima ${received}, ditutup pada hari kerja terakhir bulan itu (${record.text ?? ''}).`;
    case 'close-then-reopen':
      return english
        ? `Received ${received}, opened again; now ${record.text ?? ''}.`
        : `Diterima ${received}, pernah dibuka kembali; kini ${record.text ?? ''}.`;
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
        ? `Complaint received ${received}, status ${record.text ?? ''}.`
        : `Aduan diterima ${received}, status ${record.text ?? ''}.`;
    case 'fee-above-standard': {
      const [fee, standard] = [record.fee ?? 0, record.standard_fee ?? 0].map((amount) =>
        numberText(amount, language),
      );
      return english
        ? `Paid Rp${fee}; the standard says Rp${standard}.`
        : `Dibayar Rp${fee}; standarnya Rp${standard}.`;
    }
  }
}
