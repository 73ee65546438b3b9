import type { ReportDefinition } from '../../report-definition.ts';

/** *Ringkasan WhatsApp*: a period in one message, read on the telephone between two meetings. */
export const RINGKASAN_WA: ReportDefinition = {
  id: 'ringkasan-wa',
  title: { id: 'Ringkasan WhatsApp', en: 'WhatsApp brief' },
  of: 'both',
  grains: ['month', 'quarter'],
  cover: false,
  formats: ['screen', 'text'],
  sections: [
    {
      id: 'ringkasan',
      title: { id: 'Ringkasan', en: 'Summary' },
      orientation: 'portrait',
      newPage: false,
      parts: [
        {
          kind: 'summary',
          fields: [
            'volume.received',
            'volume.completed',
            'turnaround.dueMetShare',
            'ikm.score',
            'complaints.resolvedShare',
          ],
        },
      ],
    },
    {
      id: 'keputusan',
      title: { id: 'Perlu keputusan', en: 'Needs a decision' },
      orientation: 'portrait',
      newPage: false,
      parts: [{ kind: 'exceptions', most: 4 }],
    },
    {
      id: 'apresiasi',
      title: { id: 'Patut diapresiasi', en: 'Worth a word of thanks' },
      orientation: 'portrait',
      newPage: false,
      parts: [{ kind: 'praise', most: 2 }],
    },
  ],
};
