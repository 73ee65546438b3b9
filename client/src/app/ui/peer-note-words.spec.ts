import { findField, type MeasureField } from '#domain/measures';
import type { Peers } from '#contract/measures';
import { FormatsIn } from '#domain/formats/formats';
import screens from '../../i18n/id-screens.json';
import id from '../../i18n/id.json';
import { peerSentence } from './peer-note-words.ts';

const texts: unknown = { ...id, ...screens };
/** The words of the product, filled in as its own translations are. */
const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string => {
  const text = key
    .split('.')
    .reduce<unknown>((node, part) => (node as Readonly<Record<string, unknown>>)[part], texts);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};
const formats = new FormatsIn('id-ID', t);

function field(measure: 'turnaround' | 'ikm', name: string): MeasureField {
  const found = findField(measure, name);
  if (found === null) throw new Error(`no field ${name}`);
  return found;
}

const peers: Peers = {
  unit: '64.02.07',
  unitName: 'Sebulu',
  measure: 'turnaround',
  field: 'dueMetShare',
  from: '2026-10-01',
  to: '2026-10-31',
  dataVersion: 1,
  asOf: null,
  definitionsVersion: '1',
  group: 'kecamatan',
  others: 19,
  quartiles: { q1: 0.61, median: 0.73, q3: 0.84 },
  own: 0.914,
  reason: null,
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('peerSentence', () => {
  const share = field('turnaround', 'dueMetShare');

  it('tells where half of the others lie, their middle, and the own figure', () => {
    expect(plain(peerSentence(peers, share, formats, t))).toBe(
      'Kecamatan lain (19): separuhnya antara 61 % dan 84 %; tengahnya 73 %. Sebulu 91,4 %.',
    );
  });

  it('says one number where half of the others have the same', () => {
    const same = { ...peers, quartiles: { q1: 1, median: 1, q3: 1 } };
    expect(plain(peerSentence(same, share, formats, t))).toContain('separuhnya lebih di sekitar 100 %');
  });

  it('gives a score and a small share no digits that they do not have', () => {
    const score = { ...peers, own: 84.12, quartiles: { q1: 79, median: 82, q3: 88 } };
    expect(peerSentence(score, field('ikm', 'score'), formats, t)).toContain(
      'antara 79 dan 88; tengahnya 82.',
    );
    const small = { ...peers, quartiles: { q1: 0.021, median: 0.073, q3: 0.11 } };
    expect(plain(peerSentence(small, share, formats, t))).toContain('antara 2,1 % dan 11 %; tengahnya 7,3 %');
  });

  it('says why there is no comparison, and never a zero for a figure that is not there', () => {
    const few = { ...peers, quartiles: null, reason: 'too-few-peers' as const, others: 3, own: null };
    const sentence = peerSentence(few, share, formats, t);
    expect(sentence).toContain('kurang dari lima');
    expect(sentence).toContain('Sebulu: tidak ada data');
    expect(sentence).not.toMatch(/\d/);
  });

  it('calls other kinds of units by what they have in common', () => {
    expect(peerSentence({ ...peers, group: 'skpd' }, share, formats, t)).toMatch(/^SKPD lain \(19\)/);
    expect(peerSentence({ ...peers, group: 'bagian' }, share, formats, t)).toMatch(
      /^Unit sejenis lain \(19\)/,
    );
  });
});
