import type { ReportBlock, ReportDocument, Span } from '#contract/reports/report-document';
import { escapeXml } from '../../platform/files/xlsx-markup.ts';

/** A mail as text and as a simple page: the same words. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What stands below every mail. */
export interface MailFoot {
  /** Origin of PANDU. */
  readonly publicUrl: string;
  /** Page that ends mails of this kind; null for a mail that was asked for once. */
  readonly unsubscribeUrl: string | null;
}

type Line =
  | { readonly kind: 'label' | 'heading' | 'paragraph' | 'item' | 'small'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

const DEMO = 'DATA CONTOH – bukan kinerja sebenarnya';
const STATES = {
  sementara: 'angka sementara',
  tetap: 'angka tetap',
  perbaikan: 'angka perbaikan',
} as const;

/** What a report is and how far its figures have come: `Laporan kinerja – Kecamatan Sebulu – Oktober 2026 (angka tetap)`. */
export function toldOf({ title, unitName, period, figures }: ReportDocument): string {
  return `${title} – ${unitName} – ${period.name} (${STATES[figures.state]})`;
}

/**
 * The mail a report comes with.
 *
 * @param attached name of the attached file; null: the report is told in the mail itself
 */
export function reportMail(document: ReportDocument, attached: string | null, foot: MailFoot): MailText {
  const { figures, madeAtText, sections, demo } = document;
  const told = attached === null ? sections : sections.slice(0, 2);
  const lines: Line[] = [
    ...(demo ? [{ kind: 'label' as const, text: DEMO }] : []),
    { kind: 'heading', text: document.title },
    { kind: 'paragraph', text: `${document.unitName}, ${document.period.name}` },
    { kind: 'paragraph', text: figures.sentence },
    ...told.flatMap((section, index): Line[] => {
      const said = section.blocks.flatMap(linesOf);
      const title: Line[] = index === 0 ? [] : [{ kind: 'heading', text: section.title }];
      return said.length === 0 ? [] : [...title, ...said];
    }),
    ...(attached === null
      ? []
      : [{ kind: 'paragraph' as const, text: `Laporan selengkapnya ada di lampiran: ${attached}` }]),
    ...(figures.link === null
      ? []
      : [{ kind: 'link' as const, text: 'Buka di PANDU', address: figures.link }]),
    { kind: 'small', text: `Dihitung ${madeAtText} menurut hak jabatan Anda.` },
  ];
  return asMail(`${demo ? '[DATA CONTOH] ' : ''}${toldOf(document)}`, lines, foot);
}

/**
 * A mail of plain words: each paragraph of `text` stands apart by an empty line. One that begins with `- ` is an item, the
 * line before the first item its heading, and `Words: https://…` a link.
 */
export function plainMail(subject: string, text: string, foot: MailFoot): MailText {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const lines = paragraphs.map((paragraph, index) => plainLine(paragraph, paragraphs[index + 1]));
  return asMail(subject, lines, foot);
}

function plainLine(text: string, next: string | undefined): Line {
  const [, words, address] = /^([^\n]+): (https?:\/\/\S+)$/.exec(text) ?? [];
  if (words !== undefined && address !== undefined) return { kind: 'link', text: words, address };
  if (text === DEMO) return { kind: 'label', text };
  if (isItem(text)) return { kind: 'item', text: text.slice(2) };
  return { kind: isItem(next) ? 'heading' : 'paragraph', text };
}

function isItem(text: string | undefined): boolean {
  return text?.startsWith('- ') === true;
}

function asMail(subject: string, lines: readonly Line[], { publicUrl, unsubscribeUrl }: MailFoot): MailText {
  const all: Line[] = [
    ...lines,
    {
      kind: 'link',
      text: 'Atur langganan dan alamat surel Anda',
      address: new URL('/laporan/langganan', publicUrl).href,
    },
    ...(unsubscribeUrl === null
      ? []
      : [{ kind: 'link' as const, text: 'Berhenti berlangganan', address: unsubscribeUrl }]),
    { kind: 'small', text: 'Surel ini dikirim otomatis oleh PANDU; mohon tidak dibalas.' },
  ];
  return {
    subject,
    text: `${all
      .map(asText)
      .join('\n\n')
      .replaceAll(/\n\n(?=- )/g, '\n')}\n`,
    html: asHtml(subject, all),
  };
}

/** Sentences and lists of a block; tables and charts are for the attachment and the screen. */
function linesOf(block: ReportBlock): Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: block.text }];
    case 'paragraph': {
      const text = joined(block.spans);
      return text === '' ? [] : [{ kind: block.small === true ? 'small' : 'paragraph', text }];
    }
    case 'list':
      return block.items.map((item) => ({ kind: 'item', text: joined(item) }));
    case 'number':
      return [{ kind: 'paragraph', text: `${block.label}: ${block.figure.text}` }];
    case 'facts':
      return block.items.map(({ label, spans }) => ({ kind: 'item', text: `${label}: ${joined(spans)}` }));
    default:
      return [];
  }
}

function joined(spans: readonly Span[]): string {
  return spans
    .map((span) => span.text)
    .join('')
    .trim();
}

function asText(line: Line): string {
  switch (line.kind) {
    case 'heading':
      return line.text.toUpperCase();
    case 'item':
      return `- ${line.text}`;
    case 'link':
      return `${line.text}:\n${line.address}`;
    default:
      return line.text;
  }
}

const FONT = "font-family:'Plus Jakarta Sans',Arial,sans-serif";

function asHtml(subject: string, lines: readonly Line[]): string {
  const body = lines.map(asMarkup).join('').replaceAll('</ul><ul>', '');
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escapeXml(subject)}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#1b1b1b;${FONT};font-size:15px;line-height:1.5"><div style="max-width:640px">${body}</div></body></html>`;
}

function asMarkup(line: Line): string {
  const text = escapeXml(line.text).replaceAll('\n', '<br>');
  switch (line.kind) {
    case 'heading':
      return `<h2 style="margin:20px 0 4px;font-size:17px;line-height:1.3">${text}</h2>`;
    case 'label':
      return `<p style="margin:0 0 12px"><b style="padding:2px 8px;border:1px dashed #555555">${text}</b></p>`;
    case 'item':
      return `<ul style="margin:4px 0;padding-left:20px"><li style="margin:4px 0">${text}</li></ul>`;
    case 'link':
      return `<p style="margin:12px 0"><a href="${escapeXml(line.address)}" style="color:#1b4f8f">${text}</a></p>`;
    case 'small':
      return `<p style="margin:12px 0;font-size:13px;color:#555555">${text}</p>`;
    default:
      return `<p style="margin:8px 0">${text}</p>`;
  }
}
