import { ZipFile } from 'yazl';
import type {
  ReportBlock,
  ReportCell,
  ReportDocument,
  ReportTable,
  Span,
} from '#contract/reports/report-document';
import { formatsIn, type FormatsIn } from '#domain/formats/formats';

/**
 * A document as a Word file. Written as OOXML (ECMA-376, the transitional form) in four parts: offices finish minutes by
 * hand, and this opens in Word, LibreOffice and Google Docs with real headings and tables and without a warning, which a
 * web page or RTF under another name does not.
 */
export async function writeDocx(document: ReportDocument): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, xml] of Object.entries({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONS,
    'word/_rels/document.xml.rels': DOCUMENT_RELATIONS,
    'word/styles.xml': STYLES.replace('id-ID', LANGUAGES[document.language]),
    'word/document.xml': bodyOf(document),
  }))
    zip.addBuffer(Buffer.from(xml), path);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** In which words are checked for their spelling. */
const LANGUAGES = { id: 'id-ID', en: 'en-GB' } as const;

/** Half points: 22 is 11 pt. Calibri and its stand-ins are on every office machine; our own font is not. */
const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${style('Normal', 'Normal', '', '')}${style('Title', 'Title', '<w:keepNext/><w:spacing w:before="120" w:after="120"/>', '<w:b/><w:sz w:val="32"/>')}${style('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="26"/>')}${style('Heading2', 'heading 2', '<w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="1"/>', '<w:b/>')}${style('Small', 'Small', '', '<w:color w:val="56615E"/><w:sz w:val="19"/>')}</w:styles>`;

function style(id: string, name: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** A4 with margins of 20 mm, in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
const TEXT_WIDTH = 11_906 - 2 * 1_134;

const DEMO = 'DATA CONTOH – bukan kinerja sebenarnya';

function bodyOf(document: ReportDocument): string {
  const formats = formatsIn(document.language);
  const head = document.letterhead.lines.map((line, index) =>
    paragraph([{ text: line, strong: true }], '', {
      centred: true,
      lineBelow: index === document.letterhead.lines.length - 1 && document.letterhead.address === '',
    }),
  );
  const address =
    document.letterhead.address === ''
      ? ''
      : paragraph([{ text: document.letterhead.address }], 'Small', { centred: true, lineBelow: true });
  const sections = document.sections.map(
    ({ title, blocks }) =>
      paragraph([{ text: title }], 'Heading1') + blocks.map((block) => blockXml(block, formats)).join(''),
  );
  const foot = paragraph([{ text: `${document.figures.sentence} · ${document.madeAtText}` }], 'Small');
  return `${XML}<w:document xmlns:w="${WORD}"><w:body>${head.join('')}${address}${document.demo ? paragraph([{ text: DEMO, strong: true }], '', { centred: true }) : ''}${paragraph([{ text: document.title }], 'Title')}${sections.join('')}${foot}${PAGE}</w:body></w:document>`;
}

function blockXml(block: ReportBlock, formats: FormatsIn): string {
  switch (block.kind) {
    case 'heading':
      return paragraph([{ text: block.text }], 'Heading2');
    case 'paragraph':
      return paragraph(block.spans, block.small === true ? 'Small' : '');
    case 'list':
      return block.items
        .map((spans, index) =>
          paragraph(
            [{ text: block.numbered === true ? `${formats.number(index + 1)}. ` : '– ' }, ...spans],
            '',
            {
              indented: true,
            },
          ),
        )
        .join('');
    case 'number':
      return paragraph([{ text: `${block.label}: ` }, { text: block.figure.text, strong: true }], '');
    case 'facts':
      return block.items
        .map(({ label, spans }) => paragraph([{ text: `${label}: `, strong: true }, ...spans], ''))
        .join('');
    case 'table':
      return tableXml(block, formats);
    case 'lines':
      return paragraph([{ text: block.label }], '') + paragraph([], '').repeat(block.count);
    case 'signatures':
      return signaturesXml(block.titles);
    case 'chart':
      // A picture is on the screen and in the PDF; a text file tells what it shows.
      return paragraph([{ text: block.title }], '');
  }
}

function tableXml(table: ReportTable, formats: FormatsIn): string {
  const untold = table.columns.filter(({ width }) => width === undefined).length;
  const told = table.columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const widths = table.columns.map(({ width }) =>
    Math.round(TEXT_WIDTH * (width ?? Math.max(0.05, (1 - told) / Math.max(1, untold)))),
  );
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
  const head = rowXml(
    table.columns.map(({ label }) => [{ text: label, strong: true }]),
    widths,
    true,
  );
  const rows = table.rows.map(({ cells }) =>
    rowXml(
      cells.map((cell, index) => [{ text: cellText(cell, table.columns[index]?.kind, formats) }]),
      widths,
      false,
    ),
  );
  const edge = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7C8682"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  return `${paragraph([{ text: table.caption }], 'Small')}<w:tbl><w:tblPr><w:tblW w:w="${String(TEXT_WIDTH)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${rows.join('')}</w:tbl>${paragraph(table.note === undefined ? [] : [{ text: table.note }], 'Small')}`;
}

function rowXml(cells: readonly (readonly Span[])[], widths: readonly number[], head: boolean): string {
  const properties = `<w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${properties}${cells
    .map(
      (spans, index) =>
        `<w:tc><w:tcPr><w:tcW w:w="${String(widths[index] ?? 0)}" w:type="dxa"/></w:tcPr>${paragraph(spans, '')}</w:tc>`,
    )
    .join('')}</w:tr>`;
}

/** Two or three columns side by side, with room to sign above the line for the name. */
function signaturesXml(titles: readonly string[]): string {
  const width = Math.floor(TEXT_WIDTH / titles.length);
  const cell = (title: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/></w:tcPr>${paragraph([{ text: title }], '', { centred: true })}${paragraph([], '').repeat(3)}${paragraph([{ text: '(………………………………)' }], '', { centred: true })}${paragraph([{ text: 'NIP' }], 'Small', { centred: true })}</w:tc>`;
  const grid = `<w:gridCol w:w="${String(width)}"/>`.repeat(titles.length);
  return `${paragraph([], '')}<w:tbl><w:tblPr><w:tblW w:w="${String(TEXT_WIDTH)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${titles.map(cell).join('')}</w:tr></w:tbl>`;
}

function cellText(cell: ReportCell, kind: string | undefined, formats: FormatsIn): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.text;
  return kind === 'date' ? formats.date(cell) : cell;
}

function paragraph(
  spans: readonly Span[],
  styleId: string,
  look: { readonly centred?: boolean; readonly indented?: boolean; readonly lineBelow?: boolean } = {},
): string {
  const properties = [
    styleId === '' ? '' : `<w:pStyle w:val="${styleId}"/>`,
    look.lineBelow === true
      ? '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="16211F"/></w:pBdr>'
      : '',
    look.indented === true ? '<w:ind w:left="284" w:hanging="284"/>' : '',
    look.centred === true ? '<w:jc w:val="center"/>' : '',
  ].join('');
  return `<w:p><w:pPr>${properties}</w:pPr>${spans.map(runXml).join('')}</w:p>`;
}

function runXml(span: Span): string {
  const strong = 'strong' in span && span.strong === true;
  // What was typed on several lines stays on several lines.
  const lines = span.text
    .split(/\r?\n/)
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>');
  return `<w:r>${strong ? '<w:rPr><w:b/></w:rPr>' : ''}${lines}</w:r>`;
}

/** Text as XML holds it: without the control characters that XML 1.0 has no place for. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
