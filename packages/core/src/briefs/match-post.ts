/** A kind of post, as plans, briefs and playbacks name it. */
export interface PostKind {
  readonly platform: string
  readonly format: string
}

/** Whether two speak of the same kind of post. The format counts: a note and a video of one platform have windows and captions of their own. */
export function isSameKind(one: PostKind, other: PostKind): boolean {
  return one.platform === other.platform && one.format === other.format
}

/** The rows that ask for this kind of post, in their order; none where the brief names the platform only with other formats. */
export function listRowsFor<T extends PostKind>(rows: readonly T[], post: PostKind): T[] {
  return rows.filter((row) => isSameKind(row, post))
}
