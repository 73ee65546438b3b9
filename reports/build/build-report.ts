/** Makes a report out of its definition and figures that were read before. */
import type { ReportBlock, ReportDocument, ReportSection } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import type { PartDefinition, ReportDefinition, Told } from '../report-definition.ts';
import { breakdownPart } from './parts/breakdown-part.ts';
import { exceptionsPart } from './parts/exceptions-part.ts';
import { figuresPart } from './parts/figures-part.ts';
import { ikmPart } from './parts/ikm-part.ts';
import { matrixPart } from './parts/matrix-part.ts';
import { methodsPart } from './parts/methods-part.ts';
import { praisePart } from './parts/praise-part.ts';
import { summaryPart } from './parts/summary-part.ts';
import { trendPart } from './parts/trend-part.ts';
import type { Building, ReportInput } from './report-input.ts';
import { reportWords } from './report-words.ts';

/**
 * The document of a report: the same figures, words and order for the screen, the PDF, the workbook and the brief.
 * Sections in which there is nothing to tell (no units below, no such series) are left out.
 */
export function buildReport(definition: ReportDefinition, input: ReportInput): ReportDocument {
  const { content, language, timeZone, madeAt } = input;
  const { summary } = content;
  const formats = formatsIn(language);
  const { from, to, previousPeriod } = summary;
  // A period that is over is called by its month or quarter, whatever day it is today.
  const periodName = formats.period({ from, to }, to);
  const building: Building = {
    ...input,
    words: reportWords(language),
    periodName,
    previousName: formats.period(previousPeriod, previousPeriod.to),
  };
  return {
    report: definition.id,
    language,
    title: definition.title[language],
    unit: summary.unit,
    unitName: summary.unitName,
    period: { from, to, name: periodName },
    letterhead: input.letterhead,
    cover: definition.cover,
    figures: {
      state: input.state,
      sentence: input.sentence,
      dataVersion: summary.dataVersion,
      definitionsVersion: summary.definitionsVersion,
      code: input.code,
      link: input.link,
    },
    demo: input.demo,
    madeAt,
    madeAtText: formats.instant(madeAt, timeZone),
    sections: definition.sections.flatMap((section): ReportSection[] => {
      const blocks = section.parts.flatMap((part) => blocksOf(part, building, definition));
      return blocks.length === 0
        ? []
        : [
            {
              id: section.id,
              title: section.title[language],
              orientation: section.orientation,
              newPage: section.newPage,
              blocks,
            },
          ];
    }),
  };
}

function blocksOf(part: PartDefinition, building: Building, definition: ReportDefinition): ReportBlock[] {
  const { language } = building;
  switch (part.kind) {
    case 'summary':
      return summaryPart(part, building);
    case 'exceptions':
      return exceptionsPart(part, building);
    case 'praise':
      return praisePart(part, building);
    case 'matrix':
      return matrixPart(part, building);
    case 'trend':
      return trendPart(part, building);
    case 'breakdown':
      return breakdownPart(part, building);
    case 'figures':
      return figuresPart(part, building);
    case 'ikm':
      return ikmPart(building);
    case 'methods':
      return methodsPart(part, building, definition);
    case 'signatures':
      return [{ kind: 'signatures', titles: part.titles.map((title: Told) => title[language]) }];
  }
}
