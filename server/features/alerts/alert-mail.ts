import { countsText, type SummedAlert } from '#domain/alerts/alert-summary';
import { sectionTexts, type DigestWords } from '#domain/alerts/digest';
import type { KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';

/** Stands on everything that shows invented figures. */
const DEMO_WORDS = 'DATA CONTOH – bukan kinerja sebenarnya';

/** Subject and text of the one mail that tells somebody what happened to alerts in one round. */
export function mailText(
  alerts: readonly SummedAlert[],
  words: DigestWords,
  kabupaten: Pick<KabupatenRecord, 'name' | 'demo'>,
  publicUrl: string | null,
): { readonly subject: string; readonly text: string } {
  const units = new Set(alerts.map(({ unit }) => unit)).size;
  return {
    subject:
      words.opening.length > 0
        ? `Pemantauan PANDU dimulai: ${alerts.length} hal di ${units} unit – ${kabupaten.name}`
        : `Peringatan PANDU: ${countsText(alerts, 'id')} – ${kabupaten.name}`,
    text: framed(sectionTexts(words, 'id'), kabupaten.demo, publicUrl),
  };
}

/** Subject and text of a digest. */
export function digestMail(
  text: string,
  days: string,
  { unitName, demo }: { readonly unitName: string; readonly demo: boolean },
  publicUrl: string | null,
): { readonly subject: string; readonly text: string } {
  return { subject: `Rangkuman peringatan ${days} – ${unitName}`, text: framed([text], demo, publicUrl) };
}

function framed(parts: readonly string[], demo: boolean, publicUrl: string | null): string {
  return [
    ...(demo ? [DEMO_WORDS] : []),
    ...parts,
    ...(publicUrl === null ? [] : [`Selengkapnya: ${publicUrl}/laporan/peringatan`]),
  ].join('\n\n');
}
