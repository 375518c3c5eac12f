export const search = {
  'search.title': 'Search',
  'search.titleFor': 'Search: {text}',
  'search.help': 'Words, “exact phrases”, AND, OR, NOT, beginnings with *, a symbol with its paragraph, a ministry.',
  'search.count': '{count, plural, one {# result} other {# results}}',
  'search.all': 'All',
  'search.empty': 'Nothing matches “{text}”.',
  'search.emptyHelp':
    'Try fewer words, another spelling, or the start of a word. The summaries are in English; names of bodies and many terms are in Khmer too.',
  'search.start': 'Type what you look for: a subject, a symbol, a body, a State.',
  'search.seeAll': 'See all {count, number} results',
  'search.type': 'Kind of thing',
  'search.browse': 'Or look through:',
  'search.suggestions': 'Suggestions',
} as const
