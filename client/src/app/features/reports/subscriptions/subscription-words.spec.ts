import words from '../../../../i18n/id-screens.json' with { type: 'json' };
import { contentText, hourText, rhythmText } from './subscription-words.ts';

/** The Indonesian words themselves, with their `{{names}}` filled in. */
function t(key: string, values: Record<string, string> = {}): string {
  const found = key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], words);
  return String(found).replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '?');
}

describe('the words of a subscription', () => {
  it('say the hour as it is written in Indonesia', () => {
    expect(hourText(7, t)).toBe('07.00');
    expect(hourText(19, t)).toBe('19.00');
  });

  it('say when it comes', () => {
    expect(rhythmText({ schedule: { rhythm: 'daily', hour: 7 } }, t)).toBe('Setiap hari kerja pukul 07.00');
    expect(rhythmText({ schedule: { rhythm: 'weekly', weekday: 1, hour: 6 } }, t)).toBe(
      'Setiap Senin pukul 06.00',
    );
    expect(rhythmText({ schedule: { rhythm: 'monthly', monthDay: 31, hour: 8 } }, t)).toBe(
      'Setiap tanggal 31 pukul 08.00',
    );
  });

  it('say what comes', () => {
    expect(contentText({ which: 'ended', grain: 'month', format: 'pdf' }, t)).toBe(
      'Bulan lalu, lampiran PDF',
    );
    expect(contentText({ which: 'running', grain: 'quarter', format: 'text' }, t)).toBe(
      'Triwulan berjalan, di dalam surel',
    );
  });
});
