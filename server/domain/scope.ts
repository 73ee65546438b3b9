/**
 * What a person may see: the first argument of every query. It is made from the session, never from the request.
 * `self` sees only records about the person; `none` selects nothing.
 */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'platform' }
  | {
      readonly kind: 'kabupaten';
      readonly kabupatenCode: string;
      readonly timeZone: string;
      readonly rootUnit: string;
    }
  | {
      readonly kind: 'unit';
      readonly kabupatenCode: string;
      readonly timeZone: string;
      /** The unit whose subtree is visible. */
      readonly rootUnit: string;
    };

/** The scopes that hold data of one kabupaten. */
export type TenantScope = Extract<Scope, { kind: 'kabupaten' | 'unit' }>;

/** Kabupaten and unit codes (contract): letters, digits, dot, underscore, hyphen; 1 to 64 characters. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** True when the scope holds data of a kabupaten. */
export function isTenantScope(scope: Scope): scope is TenantScope {
  return scope.kind === 'kabupaten' || scope.kind === 'unit';
}
