export const governmentBodies = {
  'governmentBodies.title': 'Government bodies',
  'governmentBodies.caution':
    'Nearly all of this is suggested from mandates: a source names the body in {facts, number} cases, a mandate suggests it in {suggestions, number}.',
  'governmentBodies.body': 'Body',
  'governmentBodies.facts': 'Named by a source',
  'governmentBodies.leads': 'Would lead (suggested)',
  'governmentBodies.supports': 'Would support (suggested)',
  'governmentBodies.onTheme': 'Every body with a role on: {theme}',
  'governmentBodies.onThemeHelp':
    'from {count, plural, one {# recommendation} other {# recommendations}}; each role with its basis',
  'governmentBodies.role': 'Role',
  'governmentBodies.basis': 'Basis',
  'governmentBodies.recommendation': 'Recommendation',
  'governmentBodies.all': 'All bodies',
  'governmentBodies.noneOnTheme': 'No body has a role on this theme, by a source or by suggestion.',
  'governmentBodies.toLead': 'to lead',
  'governmentBodies.toSupport': 'to support',
  'governmentBodies.named': 'named by a source',
  'governmentBodies.allSuggested':
    'All {count, number} are suggestions read from the mandate. No source names this body for any of them yet.',
  'governmentBodies.someSuggested':
    '{suggestions, number} are suggestions read from the mandate; {facts, number} rest on a source.',
  'governmentBodies.noRole': 'No recommendation gives this body a role, by a source or by suggestion.',
  'governmentBodies.matrix': 'By theme and mechanism',
  'governmentBodies.matrixHelp':
    'counts of recommendations, facts and suggestions together; a recommendation may stand in several rows',
  'governmentBodies.theme': 'Theme',
  'governmentBodies.total': 'All',
  'governmentBodies.lead': 'Lead',
  'governmentBodies.support': 'Support',
  'governmentBodies.both': 'Both',
  'governmentBodies.which': 'Which role',
  'governmentBodies.dueNext': 'Due next',
  'governmentBodies.dueOf':
    '{count, plural, one {# of its recommendations comes} other {# of its recommendations come}} from here',
  'governmentBodies.worksWith': 'Would work with',
  'governmentBodies.worksWithHelp': 'Bodies with a role in the same recommendations, mostly by suggestion.',
  'governmentBodies.calendar': 'Calendar',
} as const
