import { type ActionText, text } from './action-text.ts';

/** The forum at shared innovations. What was written is sealed with its author's key. */
export const FORUM_ACTIONS: Readonly<Record<string, ActionText>> = {
  'forum-asked': text(
    'Bertanya tentang inovasi',
    'Question asked about an innovation',
    'Bertanya di forum inovasi “{innovation}”.',
    'Asked a question at the innovation “{innovation}”.',
  ),
  'forum-answered': text(
    'Menjawab pertanyaan tentang inovasi',
    'Question about an innovation answered',
    'Menjawab pertanyaan di forum inovasi “{innovation}”.',
    'Answered a question at the innovation “{innovation}”.',
  ),
  'forum-endorsed': text(
    'Mendukung inovasi',
    'Innovation endorsed',
    'Mendukung inovasi “{innovation}” dengan alasan.',
    'Endorsed the innovation “{innovation}” with a reason.',
  ),
  'forum-endorsement-withdrawn': text(
    'Mencabut dukungan atas inovasi',
    'Endorsement withdrawn',
    'Mencabut dukungan atas inovasi “{innovation}”.',
    'Withdrew the endorsement of the innovation “{innovation}”.',
  ),
  'forum-reported': text(
    'Melaporkan tulisan di forum inovasi',
    'Post of the forum reported',
    'Melaporkan tulisan di forum inovasi “{innovation}” kepada moderator.',
    'Reported a post at the innovation “{innovation}” to the moderators.',
  ),
  'forum-post-hidden': text(
    'Menyembunyikan tulisan di forum inovasi',
    'Post of the forum hidden',
    'Menyembunyikan tulisan {author} di forum inovasi “{innovation}”.',
    'Hid a post of {author} at the innovation “{innovation}”.',
  ),
  'forum-post-kept': text(
    'Membiarkan tulisan di forum inovasi',
    'Post of the forum kept',
    'Memutuskan tulisan {author} di forum inovasi “{innovation}” tetap terbaca.',
    'Decided that a post of {author} at the innovation “{innovation}” stays readable.',
  ),
};
