/** What is said under posts, and numbers by day: only imports bring them, one row per import. */
export interface TalkTables {
  post_comments: {
    workspace_id: string
    platform: string
    platform_post_id: string
    platform_comment_id: string
    import_id: string
    parent_id: string | null
    commented_at: string | null
    content: string
    author_hash: string | null
    likes: number | null
  }
  daily_values: {
    workspace_id: string
    subject: string
    metric: string
    day: string
    source: string
    import_id: string
    unit: string
    daily_value: number
    observed_at: string | null
  }
}
