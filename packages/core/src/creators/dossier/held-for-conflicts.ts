/** An engagement of a creator with another brand, with its source. Shanghai days, both included; `platforms` null or absent: all of them. */
export interface PastEngagement {
  readonly brand: string
  readonly category: string
  readonly platforms?: readonly string[] | null | undefined
  readonly from: string
  readonly to: string
  readonly exclusive: boolean
  readonly source: string
}

/** What is held of a creator besides the account. Absent or null is not known. */
export interface HeldForConflicts {
  readonly engagements?: readonly PastEngagement[] | null | undefined
  /** When somebody asked for work for other brands and none was named: Shanghai days. */
  readonly clearances?: readonly { readonly askedOn: string; readonly source: string }[] | null | undefined
  /** Days on which the creator is not free: Shanghai days, both included. */
  readonly absences?: readonly { readonly from: string; readonly to: string; readonly source: string }[] | null | undefined
  /** Certificates that are kept, with their last Shanghai day; null: no end is known. */
  readonly qualifications?: readonly { readonly expiresOn: string | null }[] | null | undefined
}
