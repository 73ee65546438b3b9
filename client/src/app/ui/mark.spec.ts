import { TestBed } from '@angular/core/testing';
import { Mark, type MarkKind } from './mark.ts';

const KINDS: readonly MarkKind[] = [
  'worse',
  'better',
  'stable',
  'small-sample',
  'neutral',
  'no-data',
  'unjudged',
];

describe('Mark', () => {
  async function drawing(kind: MarkKind, label = ''): Promise<SVGElement> {
    const fixture = TestBed.createComponent(Mark);
    fixture.componentRef.setInput('kind', kind);
    fixture.componentRef.setInput('label', label);
    await fixture.whenStable();
    const svg = (fixture.nativeElement as HTMLElement).querySelector('svg');
    if (svg === null) throw new Error('no drawing');
    return svg;
  }

  it('tells every judgement by its shape, without colour', async () => {
    const shapes = new Set<string>();
    for (const kind of KINDS) shapes.add((await drawing(kind)).innerHTML.replace(/<!--.*?-->/g, ''));
    expect(shapes.size).toBe(KINDS.length);
  });

  it('is heard where no word stands beside it, and silent where one does', async () => {
    const alone = await drawing('worse', 'memburuk');
    expect(alone.getAttribute('aria-label')).toBe('memburuk');
    expect(alone.getAttribute('role')).toBe('img');
    const accompanied = await drawing('worse');
    expect(accompanied.getAttribute('aria-hidden')).toBe('true');
  });
});
