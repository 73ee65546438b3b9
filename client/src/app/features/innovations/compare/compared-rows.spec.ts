import { comparedRows } from './compared-rows.ts';

describe('the rows of a comparison', () => {
  const rows = [
    { id: 'stage', values: ['penerapan', 'penerapan'] },
    { id: 'people', values: [2, null] },
    { id: 'goal', values: [null, null] },
    { id: 'topics', values: [['antrean', 'jarak'], ['antrean']] },
    { id: 'services', values: [['KK'], ['KK']] },
  ];

  it('are parted by what differs, what some tell only, and what is alike; what nobody tells is left out', () => {
    const { differing, partly, alike } = comparedRows(rows);
    expect(differing.map(({ id }) => id)).toEqual(['topics']);
    expect(partly.map(({ id }) => id)).toEqual(['people']);
    expect(alike.map(({ id }) => id)).toEqual(['stage', 'services']);
  });
});
