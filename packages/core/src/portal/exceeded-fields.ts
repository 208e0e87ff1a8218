/** What a revision may ask for beyond the brief. In a file of its own, so that the creators' page does without the schema library. */
export const EXCEEDED_FIELDS = ['shots', 'must_say', 'rounds', 'caption', 'posting_time', 'tone', 'format', 'other'] as const
