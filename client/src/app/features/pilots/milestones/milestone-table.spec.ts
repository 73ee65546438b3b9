import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { Language, TranslationLoader } from '../../../core/language.ts';
import type { Milestone, Programme } from '../pilots-api.ts';
import { MilestoneTable } from './milestone-table.ts';
import { MOVED } from './milestone.testing.ts';

describe('MilestoneTable', () => {
  async function show(milestones: readonly Milestone[]): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideRouter([]),
        provideTransloco({
          config: { availableLangs: ['id', 'en'], defaultLang: 'id' },
          loader: TranslationLoader,
        }),
      ],
    });
    const language = TestBed.inject(Language);
    await language.restore();
    await language.needScreenWords();
    const fixture = TestBed.createComponent(MilestoneTable);
    const programme: Pick<Programme, 'id' | 'actions' | 'milestoneList'> = {
      id: 'p',
      actions: [],
      milestoneList: [...milestones],
    };
    fixture.componentRef.setInput('programme', programme);
    await fixture.whenStable();
    const element: unknown = fixture.nativeElement;
    if (!(element instanceof HTMLElement)) throw new Error('Nothing was rendered.');
    return element;
  }

  const wordsOf = (element: Element | null): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('keeps the first plan visible beside the one in force, with the reason', async () => {
    const table = await show([MOVED]);
    expect(wordsOf(table.querySelector('th .note'))).toBe(
      'Semula 30 Jun 2026, kini 15 Agu 2026. Alasan: perangkat baru datang Juli',
    );
    expect(wordsOf(table)).toContain('60 %, rencana 100 %');
    expect(wordsOf(table)).toContain('20 (25 %)');
  });

  it('says nothing of another plan where the first is in force', async () => {
    const first = MOVED.plans.slice(0, 1);
    const [plan] = first;
    if (plan === undefined) throw new Error('The milestone has no plan.');
    const table = await show([{ ...MOVED, plans: first, plan }]);
    expect(table.querySelector('th .note')).toBeNull();
  });

  it('offers what the server allows and nothing else', async () => {
    const verbs = async (actions: Milestone['actions']): Promise<string[]> =>
      [...(await show([{ ...MOVED, actions }])).querySelectorAll('button')].map((button) => wordsOf(button));
    expect(await verbs(['sign'])).toEqual(['Sahkan']);
    TestBed.resetTestingModule();
    expect(await verbs([])).toEqual([]);
  });

  it('says the state in a word beside its shape', async () => {
    const table = await show([MOVED]);
    expect(wordsOf(table.querySelector('pandu-milestone-state'))).toBe('lewat waktu');
  });
});
