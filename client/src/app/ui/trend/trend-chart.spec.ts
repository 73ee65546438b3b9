import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import { Language, TranslationLoader } from '../../core/language.ts';
import { TrendChart } from './trend-chart.ts';
import type { LabelledPoint } from './trend-style.ts';

describe('TrendChart', () => {
  const points = (names: readonly string[], more: readonly string[] = []): LabelledPoint[] =>
    names.map((name, index) => ({
      label: name,
      name,
      value: 80 + index,
      text: `${80 + index} %`,
      detail: 'n = 40',
      state: 'defined' as const,
      instrument: null,
      tone: null,
      more: index === 1 ? more : [],
    }));
  let fixture: ComponentFixture<TrendChart>;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideTransloco({
          config: { availableLangs: ['id', 'en'], defaultLang: 'id' },
          loader: TranslationLoader,
        }),
      ],
    });
    await TestBed.inject(Language).restore();
    fixture = TestBed.createComponent(TrendChart);
    fixture.componentRef.setInput('label', 'Tepat waktu naik.');
    fixture.componentRef.setInput('axis', { min: 0, max: 100, step: 20 });
    fixture.componentRef.setInput('axisText', (value: number) => `${value} %`);
    await show(points(['Januari', 'Februari', 'Maret']));
  });

  async function show(shown: readonly LabelledPoint[]): Promise<void> {
    fixture.componentRef.setInput('points', shown);
    await fixture.whenStable();
  }

  const heard = (): string | null =>
    (fixture.nativeElement as HTMLElement).querySelector('[role=slider]')?.getAttribute('aria-valuetext') ??
    null;

  async function press(key: string): Promise<void> {
    const slider = (fixture.nativeElement as HTMLElement).querySelector('[role=slider]');
    slider?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await fixture.whenStable();
  }

  it('begins at the newest point and is passed by keys', async () => {
    expect(heard()).toBe('Maret, 82 %, n = 40');
    await press('Home');
    expect(heard()).toBe('Januari, 80 %, n = 40');
    await press('ArrowRight');
    expect(heard()).toBe('Februari, 81 %, n = 40');
  });

  it('leaves a listener at the same month when the figures are read anew, and begins again for other months', async () => {
    await press('Home');
    await press('ArrowRight');
    await show(points(['Januari', 'Februari', 'Maret'], ['Catatan: loket kedua dibuka']));
    expect(heard()).toBe('Februari, 81 %, n = 40, Catatan: loket kedua dibuka');
    await show(points(['Juli', 'Agustus', 'September']));
    expect(heard()).toBe('September, 82 %, n = 40');
  });
});
