import type { Sample } from '#contract/oversight/samples';
import type { ReportCell, ReportDocument, ReportTable, Span } from '#contract/reports/report-document';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { formatsIn } from '#domain/formats/formats';
import { countFigure } from '../../build/figure.ts';
import { filled } from '../../build/report-words.ts';
import { spansOf } from '../../build/spans.ts';
import { cutText } from '../../sheets/page-room.ts';
import { sheetDocument, type SheetFrame } from '../../sheets/sheet-frame.ts';
import { worksheetWords, type WorksheetWords } from './worksheet-words.ts';

/** A drawn record as it is now; nothing in it names anybody. */
export interface SampledRecord {
  readonly id: string;
  readonly status: string | null;
  /** ISO instants. */
  readonly dueAt: string | null;
  readonly completedAt: string | null;
  /** What it is about, with persons masked; null where it says nothing. */
  readonly body: string | null;
}

/** The answer of the screen of the sample, and what its records hold. */
export interface WorksheetAnswers {
  readonly sample: Sample;
  /** By id; one that is gone since is not there. */
  readonly records: ReadonlyMap<string, SampledRecord>;
}

/** Characters of a record's content; the whole of it stands in PANDU. */
const LONGEST_BODY = 160;

/**
 * *Kertas kerja uji petik*: the drawn records with room for what is found, how they were drawn and how they can be drawn
 * again, and who signs. Nobody is named on it.
 */
export function worksheetSheet(frame: SheetFrame, answers: WorksheetAnswers): ReportDocument {
  const { language, timeZone } = frame;
  const { sample } = answers;
  const words = worksheetWords(language);
  const formats = formatsIn(language);
  const zone = zoneClock(timeZone);
  const day = new Date(zone.toCivil(Date.parse(sample.at))).toISOString().slice(0, 10);
  const count = (id: string, value: number) => countFigure(`sample.${id}`, value, language);
  const fact = (label: string, ...spans: Span[]) => ({ label, spans });
  return sheetDocument(frame, {
    report: 'kertas-kerja-uji-petik',
    title: words.title,
    unit: sample.unit.code,
    unitName: sample.unit.name,
    period: { from: day, to: day, name: formats.date(day) },
    sections: [
      {
        id: 'dasar',
        title: words.basis,
        orientation: 'portrait',
        newPage: false,
        blocks: [
          {
            kind: 'facts',
            items: [
              fact(words.selection, { text: sample.selection }),
              fact(words.reason, { text: sample.reason }),
              fact(words.population, count('population', sample.population)),
              fact(words.size, count('size', sample.size)),
              fact(words.seed, { text: sample.seed, strong: true }),
              fact(words.hash, { text: sample.populationHash }),
              fact(words.at, { text: formats.instant(sample.at, timeZone) }),
              fact(words.by, { text: sample.by }),
              fact(
                words.results,
                ...spansOf(words.resultsText, {
                  checked: count('checked', sample.checked),
                  sesuai: count('byVerdict.sesuai', sample.byVerdict.sesuai),
                  tidakSesuai: count('byVerdict.tidak-sesuai', sample.byVerdict['tidak-sesuai']),
                  tidakAda: count('byVerdict.berkas-tidak-ada', sample.byVerdict['berkas-tidak-ada']),
                }),
              ),
              fact(words.method, { text: words.methodText }),
            ],
          },
          { kind: 'paragraph', spans: [{ text: words.masked }], small: true },
        ],
      },
      {
        id: 'berkas',
        title: words.records,
        orientation: 'landscape',
        newPage: true,
        blocks: [
          recordsTable(frame, answers, words),
          { kind: 'lines', label: words.conclusion, count: 3 },
          { kind: 'signatures', titles: words.signatures },
        ],
      },
    ],
  });
}

/** The columns whose content is known, then those that are written by hand. */
function recordsTable(
  { language, timeZone }: SheetFrame,
  { sample, records }: WorksheetAnswers,
  words: WorksheetWords,
): ReportTable {
  const hasBodies = [...records.values()].some(({ body }) => body !== null);
  const hasTimes = [...records.values()].some(
    ({ dueAt, completedAt }) => dueAt !== null || completedAt !== null,
  );
  const zone = zoneClock(timeZone);
  const dayOf = (instant: string | null | undefined): string | null =>
    instant === null || instant === undefined
      ? null
      : new Date(zone.toCivil(Date.parse(instant))).toISOString().slice(0, 10);
  const column = (id: keyof WorksheetWords['columns'], kind: 'text' | 'code' | 'date', width: number) => ({
    id,
    label: words.columns[id],
    kind,
    width,
  });
  const wanted = [
    column('position', 'code', 0.03),
    column('number', 'code', 0.11),
    column('unit', 'text', 0.09),
    column('service', 'text', 0.1),
    column('day', 'date', 0.085),
    ...(hasTimes ? [column('due', 'date', 0.085), column('completed', 'date', 0.085)] : []),
    column('status', 'text', 0.07),
    ...(hasBodies ? [column('body', 'text', 0.15)] : []),
    column('paper', 'text', 0.07),
    column('verdict', 'text', 0.09),
    column('note', 'text', 0.19),
    column('initials', 'text', 0.05),
  ];
  const whole = wanted.reduce((sum, { width }) => sum + width, 0);
  const columns = wanted.map((each) => ({ ...each, width: each.width / whole }));
  return {
    kind: 'table',
    id: 'berkas',
    caption: filled(words.caption, { size: formatsIn(language).number(sample.size) }),
    columns,
    rows: sample.items.map(({ id, position, number, unit, service, day, check }) => {
      const record = records.get(id);
      const cells: Readonly<Record<string, ReportCell>> = {
        position: String(position),
        number,
        unit: unit.name,
        service: service?.name ?? null,
        day,
        due: dayOf(record?.dueAt),
        completed: dayOf(record?.completedAt),
        status: record?.status ?? null,
        body: bodyOf(record),
        verdict: check === null ? null : words.verdicts[check.verdict],
        note: check?.note ?? null,
      };
      return { cells: columns.map((each) => cells[each.id] ?? null) };
    }),
  };
}

function bodyOf(record: SampledRecord | undefined): string | null {
  const body = record?.body ?? null;
  return body === null ? null : cutText(body, LONGEST_BODY);
}
