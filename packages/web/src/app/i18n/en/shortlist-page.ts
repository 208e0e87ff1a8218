export const shortlistPage = {
  shortlist: {
    title: 'Shortlists',
    intro: 'Named lists of creators: held against a campaign, and sent into its plan as those it may choose from.',
    pageIntro: 'In the order of the list. Fit, price and conflicts are those of the campaign below.',
    all: 'All shortlists',
    against: 'Held against the campaign',
    plan: 'Plan from this list',
    followers: '{{n}} followers',
    emptyTitle: 'No shortlist yet',
    emptyText: 'Select creators in the table of creators and add them to a list; it shows up here.',
    emptyExample: 'For instance: ten creators an agency proposed, with a note on each.',
  },
}
