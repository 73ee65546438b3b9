import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { apiInterceptor } from './api-interceptor.ts';
import { Language } from './language.ts';
import { Session } from './session.ts';

describe('an answer of the API that refuses', () => {
  let forgotten = 0;
  let restored = 0;
  const visits: (readonly [string, unknown])[] = [];
  const router = {
    url: '/layanan?unit=64.02.07',
    navigate: (path: readonly string[], extras: { queryParams: unknown }) => {
      visits.push([path.join(), extras.queryParams]);
      return Promise.resolve(true);
    },
  };
  const session = {
    user: () => ({ username: 'rina' }),
    locked: () => false,
    forget: () => (forgotten += 1),
    restore: () => {
      restored += 1;
      return Promise.resolve();
    },
  };

  beforeEach(() => {
    forgotten = 0;
    restored = 0;
    visits.length = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: Router, useValue: router },
        { provide: Session, useValue: session },
        { provide: Language, useValue: { active: () => 'id' } },
      ],
    });
  });

  async function refuse(status: number, code: string): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      TestBed.inject(HttpClient)
        .get('/api/v1/units')
        .subscribe({ error: () => resolve() });
    });
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/units')
      .flush({ detail: 'Kalimat.', code, errors: [] }, { status, statusText: 'refused' });
    await answered;
    await Promise.resolve();
  }

  it('leads to the sign-in page when the session has ended, and remembers where the person was', async () => {
    await refuse(401, 'not-signed-in');
    expect(forgotten).toBe(1);
    expect(visits).toEqual([['/masuk', { tujuan: '/layanan?unit=64.02.07', galat: 'sesi-berakhir' }]]);
  });

  it('leaves the session alone when only a password or code was wrong', async () => {
    await refuse(401, 'wrong-credentials');
    await refuse(401, 'second-factor-wrong');
    expect([forgotten, visits.length]).toEqual([0, 0]);
  });

  it('leads to the own account when a second factor is missing', async () => {
    await refuse(403, 'second-factor-needed');
    expect([forgotten, restored]).toEqual([0, 1]);
    expect(visits).toEqual([['/akun', { tujuan: '/layanan?unit=64.02.07' }]]);
  });

  it('stays where it is for any other refusal', async () => {
    await refuse(403, 'forbidden');
    await refuse(404, 'unit-not-found');
    expect([forgotten, restored, visits.length]).toEqual([0, 0, 0]);
  });
});
