/** IKM as PermenPANRB 14/2017 asks it to be published: score, grade, respondents, period, and the unsur. */
import type { ReportBlock, Span } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { findInstrument } from '#domain/ikm/instruments';
import { groupLabel } from '#domain/ikm/respondent-profile';
import { countFigure, figureOf, isSuppressed, unsurFigure } from '../figure.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';

/** The score with what stands behind it, every unsur, and the words of thanks of the regulation. */
export function ikmPart(building: Building): ReportBlock[] {
  const { content, words, language } = building;
  const { ikm } = content.summary;
  const figure = (field: string) =>
    figureOf({ at: 'summary.ikm', measure: 'ikm', field, block: ikm, language });
  const grade =
    ikm.grade === null
      ? words.ikm.noGrade
      : filled(words.ikm.grade, { grade: ikm.grade, gradeLabel: ikm.gradeLabel ?? ikm.grade });
  return [
    { kind: 'number', figure: figure('score'), label: words.ikm.label, note: grade },
    { kind: 'facts', items: factsOf(building) },
    ...unsurTable(building),
    ...ikm.others.map(({ instrument, respondents }): ReportBlock => ({
      kind: 'paragraph',
      small: true,
      spans: [
        {
          text: filled(words.ikm.others, {
            instrument: instrumentName(instrument),
            respondents: formatsIn(language).number(respondents),
          }),
        },
      ],
    })),
    { kind: 'paragraph', spans: [{ text: words.ikm.thanks }] },
  ];
}

function factsOf(building: Building): { label: string; spans: Span[] }[] {
  const { content, words, language } = building;
  const { ikm, from, to } = content.summary;
  const { sufficient, requiredRespondents, instrument } = ikm;
  const enough =
    sufficient === null ? words.ikm.unknown : sufficient ? words.ikm.sufficient : words.ikm.insufficient;
  return [
    { label: words.ikm.services, spans: [{ text: words.ikm.allServices }] },
    {
      label: words.ikm.respondents,
      spans: [figureOf({ at: 'summary.ikm', measure: 'ikm', field: 'respondents', block: ikm, language })],
    },
    ...profileOf(building),
    ...(requiredRespondents === null
      ? []
      : [
          {
            label: words.ikm.required,
            spans: [countFigure('summary.ikm.requiredRespondents', requiredRespondents, language)],
          },
        ]),
    { label: words.ikm.enough, spans: [{ text: enough }] },
    { label: words.ikm.period, spans: [{ text: formatsIn(language).days({ from, to }) }] },
    ...(instrument === null
      ? []
      : [{ label: words.ikm.instrument, spans: [{ text: instrumentName(instrument) }] }]),
  ];
}

/** Who answered, by sex and education, as the form of publication has it; nothing where nobody did. */
function profileOf({ content, words, language }: Building): { label: string; spans: Span[] }[] {
  const { respondents } = content;
  // What was frozen before it was told says nothing of it.
  if (respondents === undefined || content.summary.ikm.respondents === 0) return [];
  return (['sex', 'education'] as const).map((side) => ({
    label: words.ikm[side],
    spans:
      respondents === null
        ? [{ text: words.ikm.groupsWithheld }]
        : respondents[side].flatMap(({ key, count }, index): Span[] => [
            { text: `${index === 0 ? '' : ' · '}${groupLabel(side, key, language) ?? key} ` },
            countFigure(`respondents.${side}.${key}`, count, language),
          ]),
  }));
}

function unsurTable({ content, words, language }: Building): ReportBlock[] {
  const { ikm } = content.summary;
  if (ikm.unsur.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'ikm.unsur',
      caption: words.ikm.unsur,
      columns: [
        { id: 'code', label: words.columns.code, kind: 'code', width: 0.12 },
        { id: 'unsur', label: words.columns.unsur, kind: 'text', width: 0.62 },
        { id: 'mean', label: words.columns.mean, kind: 'figure' },
      ],
      rows: ikm.unsur.map(({ code, name, mean }) => ({
        cells: [code, name, unsurFigure(`summary.ikm.unsur.${code}`, mean, isSuppressed(ikm), language)],
      })),
      note: words.breakdown.unsurNote,
    },
  ];
}

function instrumentName(id: string): string {
  return findInstrument(id)?.name ?? id;
}
