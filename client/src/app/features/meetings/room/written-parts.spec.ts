import {
  type Parts,
  type PartOf,
  type WrittenPart,
  answered,
  decided,
  isSendable,
  keyOf,
  refreshed,
  restored,
  typed,
  unsaved,
} from './written-parts.ts';

describe('what is written at a meeting', () => {
  const note = (words: string, revision = 1): PartOf<'item'> => ({
    kind: 'item',
    id: 'a',
    revision,
    values: { title: '', note: words, outcome: null },
    dirty: false,
    conflict: null,
  });
  const decision = (change: Partial<PartOf<'decision'>['values']> = {}): PartOf<'decision'> => ({
    kind: 'decision',
    id: 'p',
    revision: 0,
    values: { item: 'a', what: 'Buka loket kedua', to: null, dueOn: '', ...change },
    dirty: true,
    conflict: null,
  });
  const parts = (...list: readonly WrittenPart[]): Parts => new Map(list.map((part) => [keyOf(part), part]));
  const noteIn = (all: Parts) => {
    const part = all.get('item:a');
    return part?.kind === 'item' ? part.values.note : null;
  };

  it('takes over what others wrote, and keeps what is being typed here', () => {
    expect(noteIn(refreshed(parts(note('lama')), [note('baru', 2)]))).toBe('baru');
    expect(noteIn(refreshed(parts(typed(note('lama'), { note: 'punyaku' })), [note('baru', 2)]))).toBe(
      'punyaku',
    );
    // An answer that was asked for before the last saving tells of an older text.
    expect(noteIn(refreshed(parts(note('tersimpan', 3)), [note('lama', 2)]))).toBe('tersimpan');
  });

  it('keeps a piece that the server does not know yet, and drops one that somebody removed', () => {
    expect([...refreshed(parts(note('x'), decision()), [note('x')]).keys()]).toEqual([
      'item:a',
      'decision:p',
    ]);
    const known = { ...decision(), revision: 2, dirty: false };
    // Saved a moment ago: an answer that was asked for before that does not have it yet.
    const late = refreshed(parts(note('x'), known), [note('x')], new Set(['decision:p']));
    expect([...late.keys()]).toEqual(['item:a', 'decision:p']);
    expect([...refreshed(parts(note('x'), known), [note('x')]).keys()]).toEqual(['item:a']);
  });

  it('goes on being unsaved when typing went on while it was sent', () => {
    const sent = typed(note('lama'), { note: 'satu' });
    const more = typed(sent, { note: 'satu dua' });
    const answer = { saved: true, current: note('satu', 2), by: 'Sekda' };
    expect(answered(sent, sent, answer)).toEqual({ ...note('satu', 2), dirty: false });
    expect(answered(more, sent, answer)).toEqual({ ...note('satu dua', 2), dirty: true });
  });

  it('loses neither text when two wrote at once', () => {
    const mine = typed(note('awal'), { note: 'punyaku' });
    const torn = answered(mine, mine, { saved: false, current: note('punyanya', 2), by: 'Sekda' });
    expect(torn.values.note).toBe('punyaku');
    expect(torn.conflict).toEqual({
      values: { title: '', note: 'punyanya', outcome: null },
      revision: 2,
      by: 'Sekda',
    });
    expect(isSendable(torn)).toBe(false);
    expect(decided(torn, 'mine')).toEqual({ ...note('punyaku', 2), dirty: true });
    expect(decided(torn, 'theirs')).toEqual(note('punyanya', 2));
    expect(decided(torn, 'both')).toEqual({ ...note('punyanya\npunyaku', 2), dirty: true });
  });

  it('sends a decision as it is, but no half of a day and no point without a name', () => {
    expect(isSendable(decision())).toBe(true);
    expect(isSendable(decision({ dueOn: '2026-11-27' }))).toBe(true);
    expect(isSendable(decision({ dueOn: '27/11' }))).toBe(false);
    const point = { ...typed(note(''), { title: 'Pa' }), revision: 0 };
    expect(isSendable(point)).toBe(false);
    expect(isSendable(typed(point, { title: 'Pasar' }))).toBe(true);
  });

  it('comes back from this device after the browser was killed', () => {
    const mine = typed(note('awal'), { note: 'belum tersimpan' });
    const kept = unsaved(parts(mine, decision(), { ...note('lain'), id: 'b' }));
    expect(kept.map(keyOf)).toEqual(['item:a', 'decision:p']);
    const opened = restored(parts(note('awal')), kept);
    expect(noteIn(opened)).toBe('belum tersimpan');
    expect(unsaved(opened).map(keyOf)).toEqual(['item:a', 'decision:p']);
    // Saved after all before the browser died: nothing is left to send.
    expect(unsaved(restored(parts(note('belum tersimpan', 2)), [mine]))).toEqual([]);
    // Removed by somebody meanwhile: it does not come back.
    expect(restored(parts(), [mine]).size).toBe(0);
  });
});
