import type { Role } from '#domain/permissions';
import { may } from './session.ts';

const user = (role: Role, capacity: 'tetap' | 'plt' | 'ajudan' = 'tetap', lacksSecondFactor = false) => ({
  role,
  lacksSecondFactor,
  post: { capacity },
});

describe('what a post may', () => {
  it('is what its role may, for a stand-in too', () => {
    expect(may(user('camat'), 'imports:write')).toBeTrue();
    expect(may(user('camat', 'plt'), 'imports:write')).toBeTrue();
    expect(may(user('inspektorat'), 'imports:write')).toBeFalse();
  });

  it('is only reading for who reads for another', () => {
    expect(may(user('camat', 'ajudan'), 'measures:read')).toBeTrue();
    expect(may(user('camat', 'ajudan'), 'imports:write')).toBeFalse();
    expect(may(user('camat', 'ajudan'), 'complaints:reveal')).toBeFalse();
  });

  it('is the own account while a second factor is missing', () => {
    expect(may(user('inspektorat', 'tetap', true), 'account:own')).toBeTrue();
    expect(may(user('inspektorat', 'tetap', true), 'session:own')).toBeTrue();
    expect(may(user('inspektorat', 'tetap', true), 'measures:read')).toBeFalse();
  });
});
