import { noticeKey } from './sign-in-notice.ts';

describe('the notice of the sign-in page', () => {
  it('says that the session ended, or that the password is set', () => {
    expect(noticeKey('sesi-berakhir', undefined)).toBe('signIn.reason.ended');
    expect(noticeKey('keluar-di-tab-lain', undefined)).toBe('signIn.reason.leftElsewhere');
    expect(noticeKey(undefined, 'sandi-ditetapkan')).toBe('signIn.news.passwordSet');
  });

  it('never shows words out of the address', () => {
    expect(noticeKey('<b>Hubungi 0812…</b>', undefined)).toBe('signIn.reason.other');
    expect(noticeKey('constructor', undefined)).toBe('signIn.reason.other');
    expect(noticeKey(undefined, 'Anda menang undian')).toBeNull();
  });

  it('is silent when there is nothing to say', () => {
    expect([noticeKey(undefined, undefined), noticeKey('', undefined)]).toEqual([null, null]);
  });
});
