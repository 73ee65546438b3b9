import type { SessionUser } from '#contract/session';
import { TranslocoService, TranslocoTestingModule } from '@jsverse/transloco';
import { TestBed } from '@angular/core/testing';
import indonesian from '../../i18n/id.json';
import { scopeSentence } from './session-scope.ts';

const camat: SessionUser = {
  username: 'rina',
  name: 'Rina',
  role: 'camat',
  roles: ['camat'],
  unit: { code: '64.02.07', name: 'Sebulu' },
  kabupaten: { code: '64.02', name: 'Kutai Kartanegara', timeZone: 'Asia/Makassar', demo: false },
  post: { id: 'a', title: 'Camat Sebulu', role: 'camat', capacity: 'tetap', kabupaten: 'Kutai Kartanegara' },
  posts: [],
  lacksSecondFactor: false,
};
const KABUPATEN = { code: '64.02', name: 'Kutai Kartanegara' };

describe('the sentence about what a person sees', () => {
  function said(user: Partial<SessionUser>): string {
    return sentences(user).long;
  }

  function sentences(user: Partial<SessionUser>): { readonly long: string; readonly short: string } {
    const transloco = TestBed.inject(TranslocoService);
    return scopeSentence({ ...camat, ...user }, (key, values = {}) => transloco.translate(key, values, 'id'));
  }

  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { id: indonesian },
          translocoConfig: { availableLangs: ['id'], defaultLang: 'id' },
          preloadLangs: true,
        }),
      ],
    });
  });

  it('names the kecamatan of a camat, and whether he stands in', () => {
    expect(sentences({})).toEqual({
      long: 'Anda melihat data: Kecamatan Sebulu, Kutai Kartanegara (sebagai Camat Sebulu)',
      short: 'Anda melihat data: Kecamatan Sebulu (Camat Sebulu)',
    });
    expect(said({ post: { ...camat.post, capacity: 'plt' } })).toBe(
      'Anda melihat data: Kecamatan Sebulu, Kutai Kartanegara (sebagai Plt. Camat Sebulu)',
    );
  });

  it('says for whom an ajudan reads', () => {
    expect(sentences({ post: { ...camat.post, capacity: 'ajudan' } })).toEqual({
      long: 'Anda melihat data: Kecamatan Sebulu, Kutai Kartanegara (membaca untuk Camat Sebulu)',
      short: 'Anda melihat data: Kecamatan Sebulu (untuk Camat Sebulu)',
    });
  });

  it('names the whole kabupaten', () => {
    const post = { ...camat.post, title: 'Bupati', role: 'bupati' as const };
    expect(said({ role: 'bupati', unit: KABUPATEN, post })).toBe(
      'Anda melihat data: seluruh Kutai Kartanegara (sebagai Bupati)',
    );
  });

  it('says so when there are no figures', () => {
    const admin = {
      role: 'admin' as const,
      post: { ...camat.post, title: 'Pengelola', role: 'admin' as const },
    };
    expect(said(admin)).toBe(
      'Anda melihat data: akun dan pengaturan Kutai Kartanegara, tanpa angka kinerja (sebagai Pengelola)',
    );
    expect(said({ ...admin, lacksSecondFactor: true })).toBe(
      'Anda melihat data: belum ada, sampai faktor kedua terpasang (sebagai Pengelola)',
    );
  });
});
