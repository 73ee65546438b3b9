import { provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Selection } from './selection.ts';

@Component({ template: '' })
class Blank {}

describe('Selection', () => {
  async function at(address: string): Promise<Selection> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideRouter([{ path: '**', component: Blank }])],
    });
    await RouterTestingHarness.create(address);
    return TestBed.inject(Selection);
  }

  it('is what the address says', async () => {
    const selection = await at('/layanan?unit=64.02.07&service=kk&from=2026-01-01&to=2026-10-31');
    expect(selection.values()).toEqual({
      unit: '64.02.07',
      service: 'kk',
      channel: null,
      period: { from: '2026-01-01', to: '2026-10-31' },
    });
    expect(selection.query()).toEqual({
      unit: '64.02.07',
      service: 'kk',
      from: '2026-01-01',
      to: '2026-10-31',
    });
  });

  it('falls back to the current month on days that do not exist or run backwards', async () => {
    const selection = await at('/layanan?from=2026-02-30&to=2026-03-01');
    expect(selection.period().from.endsWith('-01')).toBe(true);
    expect(selection.period().to).toBe(selection.today());
    await TestBed.inject(Router).navigateByUrl('/layanan?from=2026-03-02&to=2026-03-01');
    expect(selection.period().to).toBe(selection.today());
  });

  it('carries the filters to another screen, and leaves what belongs to this one', async () => {
    const selection = await at(
      '/layanan?unit=64.02.07&channel=loket&field=volume.received&by=service&grain=week',
    );
    expect(selection.carried()).toEqual({ unit: '64.02.07', channel: 'loket' });
  });

  it('changes the address, and the step back undoes it', async () => {
    const selection = await at('/layanan?unit=64.02.07&grain=week');
    await selection.change({ service: 'kk', unit: null });
    expect(TestBed.inject(Router).url).toBe('/layanan?grain=week&service=kk');
    expect(selection.service()).toBe('kk');
    expect(selection.unit()).toBeNull();
  });

  it('takes a grain it does not know for months', async () => {
    expect((await at('/layanan?grain=fortnight')).grain()).toBe('month');
  });
});
