/** What notices of pilots are about. */
export const MILESTONE = 'milestone';
export const OBSTACLE = 'pilot-obstacle';
export const DOCUMENT = 'pilot-document';
