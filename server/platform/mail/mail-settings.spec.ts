import { OperatorError } from '../operator-error.ts';
import { isMailAddress, readMailSettings } from './mail-settings.ts';

const PUBLIC = 'https://pandu.contoh.go.id';
const GOOD = {
  PANDU_SMTP_URL: 'smtp://pandu:rahasia@surel.contoh.go.id:587',
  PANDU_MAIL_FROM: 'PANDU <pandu@contoh.go.id>',
};

describe('the settings of mail', () => {
  it('are none while nothing is set', () => {
    expect(readMailSettings({}, PUBLIC)).toBeNull();
    expect(readMailSettings({ PANDU_SMTP_URL: '', PANDU_MAIL_FROM: '' }, null)).toBeNull();
  });

  it('are the server and the sender', () => {
    expect(readMailSettings(GOOD, PUBLIC)).toEqual({
      url: 'smtp://pandu:rahasia@surel.contoh.go.id:587',
      from: 'PANDU <pandu@contoh.go.id>',
    });
  });

  it('are refused half set, wrong, or without an address for links; the password is not repeated', () => {
    const wrong: [Record<string, string>, string | null, RegExp][] = [
      [{ ...GOOD, PANDU_MAIL_FROM: '' }, PUBLIC, /PANDU_MAIL_FROM/],
      [{ ...GOOD, PANDU_SMTP_URL: '' }, PUBLIC, /PANDU_SMTP_URL/],
      [{ ...GOOD, PANDU_SMTP_URL: 'http://pandu:rahasia@surel' }, PUBLIC, /smtp:/],
      [{ ...GOOD, PANDU_MAIL_FROM: 'PANDU' }, PUBLIC, /PANDU_MAIL_FROM/],
      [{ ...GOOD, PANDU_MAIL_FROM: 'PANDU <pandu@contoh.go.id>\nBcc: x@y.id' }, PUBLIC, /PANDU_MAIL_FROM/],
      [GOOD, null, /PANDU_PUBLIC_URL/],
    ];
    for (const [environment, publicUrl, says] of wrong) {
      let message = '';
      try {
        readMailSettings(environment, publicUrl);
      } catch (error) {
        if (error instanceof OperatorError) message = error.message;
      }
      expect(message).toMatch(says);
      expect(message).not.toContain('rahasia');
    }
  });

  it('take one plain address for a person', () => {
    for (const good of ['camat@kukarkab.go.id', 'a.b+c@x-y.co.id']) expect(isMailAddress(good)).toBeTrue();
    for (const bad of ['camat', 'camat@', 'a@b', 'a@b.id, c@d.id', 'A <a@b.id>', 'a b@c.id', 'a@b.id\nx'])
      expect(isMailAddress(bad)).withContext(bad).toBeFalse();
  });
});
