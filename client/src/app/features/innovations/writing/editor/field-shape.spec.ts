import { EMPTY_CONTENT } from '#contract/innovations/entry-content';
import { FIELD_SHAPES, emptyRow, typedWhole } from './field-shape.ts';

describe('how a field is filled', () => {
  it('gives rows and lists to fields that hold several, and to no other', () => {
    for (const [field, shape] of Object.entries(FIELD_SHAPES))
      expect(shape.kind === 'rows' || shape.kind === 'choices')
        .withContext(field)
        .toBe(Array.isArray(EMPTY_CONTENT[field as keyof typeof EMPTY_CONTENT]));
  });

  it('begins a row with nothing in it', () => {
    const { steps } = FIELD_SHAPES;
    expect(steps.kind === 'rows' ? emptyRow(steps.columns) : null).toEqual({ body: '', days: null });
  });

  it('reads whole numbers as Indonesians write them, and refuses what is none', () => {
    expect(['75000000', 'Rp 75.000.000', '4', '', '7,5', '1.00', 'tiga'].map(typedWhole)).toEqual([
      75_000_000,
      75_000_000,
      4,
      null,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
