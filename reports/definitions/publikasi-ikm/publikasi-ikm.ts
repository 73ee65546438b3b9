import type { ReportDefinition } from '../../report-definition.ts';

/**
 * *Publikasi IKM*: one page for each unit, to be put up where people are served. Score, grade, respondents, period and
 * the values of the unsur, with thanks to who answered: PermenPANRB 14/2017, annex, part on publication.
 */
export const PUBLIKASI_IKM: ReportDefinition = {
  id: 'publikasi-ikm',
  title: {
    id: 'Indeks Kepuasan Masyarakat (IKM)',
    en: 'Citizen Satisfaction Index (IKM)',
  },
  of: 'both',
  grains: ['month', 'quarter'],
  cover: false,
  formats: ['screen', 'pdf', 'xlsx'],
  sections: [
    {
      id: 'ikm',
      title: { id: 'Hasil survei kepuasan masyarakat', en: 'Results of the satisfaction survey' },
      orientation: 'portrait',
      newPage: false,
      parts: [{ kind: 'ikm' }],
    },
  ],
};
