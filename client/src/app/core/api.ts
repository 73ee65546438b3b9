/** Where the API lives, on the same origin as the screens. */
export const API = '/api/v1';
