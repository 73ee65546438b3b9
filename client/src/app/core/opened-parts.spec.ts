import { provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { OpenedParts } from './opened-parts.ts';

@Component({ template: '' })
class Blank {}

describe('OpenedParts', () => {
  async function at(address: string): Promise<OpenedParts> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideRouter([{ path: '**', component: Blank }])],
    });
    await RouterTestingHarness.create(address);
    return TestBed.inject(OpenedParts);
  }
  const address = () => TestBed.inject(Router).url;

  it('stand in the address beside the selection, and leave it when they are closed', async () => {
    const parts = await at('/layanan?unit=64.02.07');
    expect(parts.has('chart')).toBeFalse();
    await parts.toggle('chart');
    await parts.toggle('hari-jam-in');
    expect(address()).toBe('/layanan?unit=64.02.07&shown=chart.hari-jam-in');
    await parts.toggle('chart');
    expect(address()).toBe('/layanan?unit=64.02.07&shown=hari-jam-in');
    expect([parts.has('chart'), parts.has('hari-jam-in')]).toEqual([false, true]);
    await parts.toggle('hari-jam-in');
    expect(address()).toBe('/layanan?unit=64.02.07');
  });

  it('are open when a link says so', async () => {
    const parts = await at('/layanan?shown=how-counted');
    expect(parts.has('how-counted')).toBeTrue();
    expect(parts.has('how')).toBeFalse();
  });
});
