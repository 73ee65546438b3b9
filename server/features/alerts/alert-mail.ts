import type { KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';

/** Stands on everything that shows invented figures. */
const DEMO_WORDS = 'DATA CONTOH – bukan kinerja sebenarnya';

/** A line of an alert mail. */
export interface MailLine {
  readonly kind: 'opened' | 'reminded' | 'recovered';
  /** `Unit: …` */
  readonly text: string;
}

const PARTS = [
  { kind: 'opened', title: 'Peringatan baru', short: 'baru' },
  { kind: 'reminded', title: 'Masih berlangsung', short: 'masih berlangsung' },
  { kind: 'recovered', title: 'Sudah pulih', short: 'pulih' },
] as const;

/** Subject and text of the one mail that tells somebody what happened to alerts. */
export function mailText(
  lines: readonly MailLine[],
  kabupaten: Pick<KabupatenRecord, 'name' | 'demo'>,
  publicUrl: string | null,
): { readonly subject: string; readonly text: string } {
  const parts = PARTS.map((part) => ({
    ...part,
    lines: lines.filter(({ kind }) => kind === part.kind),
  })).filter((part) => part.lines.length > 0);
  const counts = parts.map((part) => `${part.lines.length} ${part.short}`).join(', ');
  return {
    subject: `Peringatan PANDU: ${counts} – ${kabupaten.name}`,
    text: framed(
      parts.map((part) => [part.title, ...part.lines.map(({ text }) => `- ${text}`)].join('\n')),
      kabupaten.demo,
      publicUrl,
    ),
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
