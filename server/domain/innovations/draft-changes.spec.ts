import { changedFields, countWords, mergeDraft, missingForReview, type FieldMark } from './draft-changes.ts';

describe('changes of a draft', () => {
  const mark = (revision: number, by = 'Camat'): FieldMark => ({ revision, by, at: '2026-11-20T02:00:00Z' });
  const draft = {
    content: { name: 'PECUT', problem: 'Warga bolak-balik', topics: ['bolak-balik'], contact: null },
    revision: 4,
    marks: { problem: mark(3) },
  };
  const petugas = { by: 'Petugas', at: '2026-11-20T03:00:00Z' };

  it('are taken over where nobody else wrote since', () => {
    const merged = mergeDraft(
      draft,
      { problem: 'Datang tiga kali', goal: 'Sekali' },
      { problem: 3, goal: 1 },
      petugas,
    );
    expect<unknown>(merged.content).toEqual({
      ...draft.content,
      problem: 'Datang tiga kali',
      goal: 'Sekali',
    });
    expect([merged.revision, merged.saved, merged.conflicts]).toEqual([5, ['problem', 'goal'], []]);
    expect<unknown>(merged.marks).toEqual({
      problem: { ...petugas, revision: 5 },
      goal: { ...petugas, revision: 5 },
    });
  });

  it('leave a field alone that somebody changed after it was read, and tell both texts', () => {
    const merged = mergeDraft(
      draft,
      { problem: 'Antre lama', name: 'PECUT 2' },
      { problem: 2, name: 2 },
      petugas,
    );
    expect(merged.content.problem).toBe('Warga bolak-balik');
    expect(merged.content.name).toBe('PECUT 2');
    expect(merged.conflicts).toEqual([
      {
        field: 'problem',
        mine: 'Antre lama',
        theirs: 'Warga bolak-balik',
        by: 'Camat',
        at: '2026-11-20T02:00:00Z',
      },
    ]);
  });

  it('conflict where it is not said at which revision the field was read', () => {
    expect(mergeDraft(draft, { problem: 'Antre lama' }, {}, petugas).saved).toEqual([]);
  });

  it('are none where they say the same, whatever the order of the keys', () => {
    const links = [{ title: 'Perbup', url: 'https://contoh.id' }];
    const kept = { content: { links, contact: null, goal: '' }, revision: 4, marks: { links: mark(4) } };
    const same = { links: [{ url: 'https://contoh.id', title: 'Perbup' }], goal: null };
    const merged = mergeDraft(kept, same, { links: 1 }, petugas);
    expect([merged.revision, merged.saved, merged.conflicts]).toEqual([4, [], []]);
    const longer = { links: [...links, { title: 'Berita', url: 'https://contoh.id/2' }] };
    expect(mergeDraft(kept, longer, { links: 4 }, petugas).saved).toEqual(['links']);
  });

  it('tell the fields that differ, in the order of the entry', () => {
    expect(
      changedFields({ name: 'A', goal: 'x', digital: false }, { digital: true, goal: 'x', name: 'B' }),
    ).toEqual(['name', 'digital']);
    expect(changedFields(null, { name: 'A', goal: '', people: 0, steps: [] })).toEqual(['name', 'people']);
  });

  it('know what a review still lacks', () => {
    expect(
      missingForReview({ name: 'A', stage: 'penerapan', topics: [], problem: ' x', howItWorks: 'y' }),
    ).toEqual(['summary', 'topics']);
  });

  it('count words as a form does: what stands between blanks', () => {
    expect(countWords('')).toBe(0);
    expect(countWords('  Warga  bolak-balik\n3 kali – tidak selesai. ')).toBe(6);
  });
});
