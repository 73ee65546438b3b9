/** What notices of the forum are about: their kinds in the table of notices. */

/** News for who follows an entry or a topic: the id says which. */
export const NEWS_NOTICE = 'innovation-news';
/** A question that waits for an answer from the entry's home: the id of the question. */
export const QUESTION_NOTICE = 'innovation-question';
/** A post that was reported and waits for a moderator: the id of the post. */
export const REPORT_NOTICE = 'innovation-report';
