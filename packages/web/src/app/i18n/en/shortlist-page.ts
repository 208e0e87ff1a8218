export const shortlistPage = {
  shortlist: {
    title: 'Shortlists',
    intro: 'Named lists of creators: held against a campaign, and sent into its plan as those it may choose from.',
    pageIntro: 'Fit, price and conflicts are those of the campaign below. A plan chooses from those ticked.',
    all: 'All shortlists',
    against: 'Held against the campaign',
    order: 'Order',
    by: { fit: 'Best fit first', list: 'As on the list' },
    plan: 'Plan from this list',
    planOf: 'Plan from {{n}} of {{all}}',
    pick: 'A plan may choose {{name}}',
    followers: '{{n}} followers',
    emptyTitle: 'No shortlist yet',
    emptyText: 'Select creators in the table of creators and add them to a list; it shows up here.',
    emptyExample: 'For instance: ten creators an agency proposed, with a note on each.',
  },
}
