/** Reads a workbook as Excel would show it, with a reader of its own: nothing of the writer is used here. */
import { text as textOf } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { Language } from '#domain/language';

/** A cell as it stands in the file. */
export interface OpenedCell {
  readonly reference: string;
  /** A text cell has its words; a number none. */
  readonly text: string | null;
  readonly value: number | null;
  readonly formula: string | null;
  /** The code of the number format; `@` for text, `General` for none. */
  readonly format: string;
  /** As an Excel in the language of the report shows it. */
  readonly shown: string;
}

export interface OpenedSheet {
  readonly name: string;
  readonly rows: readonly (readonly OpenedCell[])[];
  readonly xml: string;
}

export interface OpenedWorkbook {
  readonly sheets: readonly OpenedSheet[];
  readonly parts: ReadonlyMap<string, string>;
}

/** @throws Error for a file that is no workbook */
export async function openWorkbook(content: Buffer, language: Language = 'id'): Promise<OpenedWorkbook> {
  const parts = await unpacked(content);
  const part = (name: string): string => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`The workbook has no part ${name}.`);
    return found;
  };
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, target] as const,
    ),
  );
  const formats = formatsIn(part('xl/styles.xml'));
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"[^>]*r:id="([^"]+)"/g)].map(
    ([, name, id]): OpenedSheet => {
      const xml = part(`xl/${targets.get(id) ?? ''}`);
      return { name: plain(name ?? ''), rows: rowsIn(xml, formats, language), xml };
    },
  );
  return { sheets, parts };
}

function unpacked(content: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const parts = new Map<string, string>();
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) {
            reject(failed);
            return;
          }
          textOf(stream).then((xml) => {
            parts.set(entry.fileName, xml);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

/** The format code of every style, in the order of `cellXfs`. */
function formatsIn(styles: string): readonly string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id, code]) => [id, plain(code ?? '')] as const,
    ),
  );
  const builtIn: Readonly<Record<string, string>> = { '0': 'General', '49': '@' };
  const list = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...list.matchAll(/<xf numFmtId="(\d+)"/g)].map(
    ([, id]) => own.get(id ?? '') ?? builtIn[id ?? ''] ?? '?',
  );
}

function rowsIn(xml: string, formats: readonly string[], language: Language): OpenedCell[][] {
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells]) =>
    [...(cells ?? '').matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"(?: t="(\w+)")?>(.*?)<\/c>/gs)].map(
      ([, reference, style, type, inner]) => {
        const format = formats[Number(style)] ?? '?';
        const words = /<t[^>]*>(.*?)<\/t>/s.exec(inner ?? '')?.[1];
        const number = /<v>([^<]*)<\/v>/.exec(inner ?? '')?.[1];
        const value = type === 'inlineStr' || number === undefined ? null : Number(number);
        const text = type === 'inlineStr' ? plain(words ?? '') : null;
        return {
          reference: reference ?? '',
          text,
          value,
          formula: /<f>([^<]*)<\/f>/.exec(inner ?? '')?.[1] ?? null,
          format,
          shown: text ?? (value === null ? '' : shownAs(value, format, language)),
        };
      },
    ),
  );
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

/** Signs for thousands and for decimals. */
const SEPARATORS: Readonly<Record<Language, readonly [string, string]>> = { id: ['.', ','], en: [',', '.'] };

/**
 * What Excel shows in the settings of a language, of the formats that reports use: `#,##0.00`, in Indonesian with a point
 * for thousands and a comma for decimals, `%`, words in quotation marks, and days.
 */
export function shownAs(value: number, format: string, language: Language = 'id'): string {
  if (format.startsWith('[$-421]d mmm yyyy')) {
    const day = new Date(Date.UTC(1899, 11, 30) + value * 86_400_000);
    return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`;
  }
  if (format === 'General') return String(value).replace('.', SEPARATORS[language][1]);
  const sections = format.split(';');
  const section = (value < 0 ? sections[1] : undefined) ?? sections[0] ?? '';
  const sign = value < 0 && sections.length === 1 ? '-' : '';
  const unquoted = section.replaceAll(/"[^"]*"/g, '');
  const pattern = /#,##0(?:\.(0+))?/.exec(unquoted);
  const shown = section.replaceAll('"', '');
  if (pattern === null) return sign + shown;
  const size = Math.abs(value) * (unquoted.includes('%') ? 100 : 1);
  return sign + shown.replace(pattern[0], grouped(size, pattern[1]?.length ?? 0, language));
}

/** Rounded half up on the fifteen digits that Excel keeps. */
function grouped(size: number, decimals: number, language: Language): string {
  const kept = Number(size.toPrecision(15));
  const scaled = Math.round(Number(`${kept}e${decimals}`));
  const digits = String(scaled).padStart(decimals + 1, '0');
  const [thousands, point] = SEPARATORS[language];
  const whole = digits.slice(0, digits.length - decimals).replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  return decimals === 0 ? whole : `${whole}${point}${digits.slice(digits.length - decimals)}`;
}
