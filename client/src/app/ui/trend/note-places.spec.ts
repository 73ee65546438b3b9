import { fitted, notePlaces } from './note-places.ts';

describe('the places of notes', () => {
  it('are centred over points that are alone, inside the chart', () => {
    expect(notePlaces([{ x: 200, width: 100 }], 0, 400)).toEqual([{ left: 150, width: 100, row: 0 }]);
    expect(notePlaces([{ x: 10, width: 100 }], 0, 400)).toEqual([{ left: 0, width: 100, row: 0 }]);
    expect(notePlaces([{ x: 395, width: 100 }], 0, 400)).toEqual([{ left: 300, width: 100, row: 0 }]);
    const apart = notePlaces(
      [
        { x: 60, width: 100 },
        { x: 300, width: 100 },
      ],
      0,
      400,
    );
    expect(apart.map(({ row }) => row)).toEqual([0, 0]);
  });

  it('end at their points where they are near each other, the later one higher', () => {
    const near = notePlaces(
      [
        { x: 230, width: 100 },
        { x: 200, width: 100 },
      ],
      0,
      400,
    );
    expect(near).toEqual([
      { left: 130, width: 100, row: 1 },
      { left: 100, width: 100, row: 0 },
    ]);
  });

  it('of the same month stand above each other', () => {
    const same = notePlaces(
      [
        { x: 200, width: 90 },
        { x: 200, width: 120 },
      ],
      0,
      400,
    );
    expect(same.map(({ row }) => row)).toEqual([0, 1]);
  });

  it('are shortened at the left end rather than covering the next one', () => {
    // The first begins at the left end and ends a gap of 8 before the second point.
    expect(
      notePlaces(
        [
          { x: 20, width: 200 },
          { x: 120, width: 100 },
        ],
        0,
        400,
      )[0],
    ).toEqual({ left: 0, width: 112, row: 0 });
  });

  it('never overlap, nor does a leader run through words, on crowds of notes', () => {
    // The same "random" notes each time: a linear congruential generator (Numerical Recipes).
    let seed = 7;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const wrong: string[] = [];
    let upper = 0;
    for (let round = 0; round < 300; round += 1) {
      // Points lie 30 pixels apart, from the fourth on: further left there is no room for words that end at them.
      const notes = Array.from({ length: 2 + next(6) }, () => ({
        x: 120 + 30 * next(17),
        width: 40 + next(80),
      }));
      const places = notePlaces(notes, 0, 640);
      notes.forEach((note, i) =>
        notes.forEach((other, j) => {
          const [a, b] = [places[i], places[j]];
          if (i === j || a === undefined || b === undefined) return;
          if (a.row === b.row && a.left < b.left + b.width && b.left < a.left + a.width)
            wrong.push(`words ${round}: ${JSON.stringify([note, other])}`);
          if (a.row > b.row) upper += 1;
          if (a.row > b.row && note.x > b.left && note.x < b.left + b.width)
            wrong.push(`leader ${round}: ${JSON.stringify([note, other])}`);
        }),
      );
    }
    expect(upper).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });
});

describe('fitted', () => {
  it('keeps what fits and shortens what does not', () => {
    const measure = (words: string): number => words.length;
    expect(fitted('12 Jun: SIAK', 12, measure)).toBe('12 Jun: SIAK');
    expect(fitted('12 Jun: SIAK gangguan', 14, measure)).toBe('12 Jun: SIAK …');
  });
});
