import { posix } from 'node:path';
import { damaged, type XlsxPackage } from './xlsx-package.ts';
import { readWholeXml } from './xlsx-xml.ts';

/** How a number with this style is to be read. */
export type NumberKind = 'number' | 'date' | 'date-time' | 'time';

/** What the workbook says about its sheets and styles. */
export interface XlsxWorkbook {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  /** Dates count from 1904 (old Excel for Mac) instead of 1900. */
  readonly from1904: boolean;
  /** Kind of number per style index (`s` of a cell). */
  readonly numberKinds: readonly NumberKind[];
  readonly sharedStringsPath: string | null;
}

/** Reads the parts that describe the workbook. @throws ImportFileError when they are missing or damaged */
export async function readWorkbook(parts: XlsxPackage): Promise<XlsxWorkbook> {
  const workbookPath = await findWorkbookPath(parts);
  const folder = posix.dirname(workbookPath);
  const targets = new Map<string, { path: string; type: string }>();
  await eachRelationship(
    parts,
    `${folder}/_rels/${posix.basename(workbookPath)}.rels`,
    (id, type, target) => {
      targets.set(id, { path: resolvePath(folder, target), type });
    },
  );

  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readWholeXml(await parts.read(workbookPath), {
    open: (name, attributes) => {
      if (name === 'workbookPr')
        from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const idName = Object.keys(attributes).find((key) => /:id$/i.test(key));
      const target = targets.get(idName === undefined ? '' : (attributes[idName] ?? ''));
      // Chart sheets have no cells.
      if (target === undefined || !target.type.endsWith('/worksheet')) return;
      const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
      sheets.push({ name: attributes['name'] ?? '', path: target.path, hidden });
    },
  });
  const partOfType = (ending: string): string | null => {
    for (const { path, type } of targets.values()) if (type.endsWith(ending) && parts.has(path)) return path;
    return null;
  };
  const stylesPath = partOfType('/styles');
  return {
    sheets,
    from1904,
    numberKinds: stylesPath === null ? [] : await readNumberKinds(parts, stylesPath),
    sharedStringsPath: partOfType('/sharedStrings'),
  };
}

async function findWorkbookPath(parts: XlsxPackage): Promise<string> {
  let found: string | null = null;
  if (parts.has('_rels/.rels')) {
    await eachRelationship(parts, '_rels/.rels', (_id, type, target) => {
      if (type.endsWith('/officeDocument')) found = resolvePath('', target);
    });
  }
  const path = found ?? 'xl/workbook.xml';
  if (!parts.has(path)) throw damaged();
  return path;
}

async function eachRelationship(
  parts: XlsxPackage,
  path: string,
  take: (id: string, type: string, target: string) => void,
): Promise<void> {
  if (!parts.has(path)) throw damaged();
  await readWholeXml(await parts.read(path), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      take(attributes['Id'] ?? '', attributes['Type'] ?? '', attributes['Target'] ?? '');
    },
  });
}

function resolvePath(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

async function readNumberKinds(parts: XlsxPackage, path: string): Promise<NumberKind[]> {
  const formats = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await readWholeXml(await parts.read(path), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        kinds.push(numberKindOf(id, formats.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return kinds;
}

/**
 * Kind of a number format. Built-in formats by ECMA-376 part 1, 18.8.30 (14–17 dates, 18–21 and 45–47
 * times, 22 both, 27–36 and 50–58 dates of East Asian versions); own formats by the letters of their
 * first section, without quoted text, escapes, colours and locale marks.
 */
export function numberKindOf(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
      return 'date';
    if (id === 22) return 'date-time';
    return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'time' : 'number';
  }
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase()
    .replace(/general|standard/g, '')
    .replace(/am\/pm|a\/p/g, 'h');
  if (letters === undefined || !/[ymdhs]/.test(letters)) return 'number';
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return 'time';
}

/**
 * ISO text of a serial number: `2026-03-17` for a whole day in a date format, `2026-03-17T08:00:00` where
 * there is a time, `08:00:00` for a time alone. Null when the number is no date (negative, beyond 9999).
 */
export function serialToIso(
  serial: number,
  kind: Exclude<NumberKind, 'number'>,
  from1904: boolean,
): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  if (kind === 'time' && serial < 1)
    return new Date(Math.round(serial * 86_400_000)).toISOString().slice(11, 19);
  // 1900 system: day 1 is 1900-01-01, and Excel counts a 29 February 1900 (serial 60) that never was.
  const days = from1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569;
  const iso = new Date(Math.round(days * 86_400_000)).toISOString();
  const isMidnight = iso.endsWith('T00:00:00.000Z');
  if (isMidnight && kind === 'date') return iso.slice(0, 10);
  return iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
}
