type Nullable<T> = T | null

/** What creators and reviewers outside come in by, and what creators bring along. */
export interface PortalTables {
  portal_links: {
    workspace_id: string
    link_id: string
    campaign_id: string
    creator_id: Nullable<string>
    party_id: Nullable<string>
    member_id: Nullable<string>
    token_hash: string
    expires_at: string
    created_at: string
    created_by: string
    revoked_at: Nullable<string>
  }
  portal_devices: {
    workspace_id: string
    link_id: string
    device_id: string
    cookie_hash: string
    name: Nullable<string>
    is_first: boolean
    admitted_at: string
    seen_at: string
  }
  portal_codes: {
    workspace_id: string
    link_id: string
    code_id: string
    asker_hash: string
    code: string
    device_name: Nullable<string>
    tries_left: number
    asked_at: string
    expires_at: string
  }
  portal_requests: {
    workspace_id: string
    creator_id: string
    request_id: string
    campaign_id: string
    deliverable_id: Nullable<string>
    kind: string
    words: Nullable<string>
    field: Nullable<string>
    at_moment: Nullable<string>
    sent_at: string
    settlement: Nullable<string>
    note: Nullable<string>
    settled_by: Nullable<string>
    settled_at: Nullable<string>
  }
  portal_files: {
    workspace_id: string
    creator_id: string
    file_id: string
    campaign_id: string
    deliverable_id: string
    kind: string
    file_name: string
    content_type: string
    content_hash: string
    size_bytes: number
    uploaded_at: string
  }
  portal_file_contents: { workspace_id: string; creator_id: string; file_id: string; sealed: Buffer }
  portal_file_keys: { workspace_id: string; creator_id: string; file_id: string; key: Buffer }
}
