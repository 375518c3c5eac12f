export const coverage = {
  'coverage.title': 'What the graph holds, and what it lacks',
  'coverage.intro':
    'Nothing known is not nothing asked. For each document this page says how much of it is held; every count elsewhere is a count of what is held.',
  'coverage.documents': 'Document by document',
  'coverage.document': 'Document',
  'coverage.mechanism': 'Mechanism',
  'coverage.year': 'Year',
  'coverage.yearFromId': 'from its id only',
  'coverage.held': 'Rows held',
  'coverage.items': 'Items held',
  'coverage.known': 'Known to make',
  'coverage.complete': 'All held',
  'coverage.yes': 'yes',
  'coverage.no': 'no',
  'coverage.unknown': 'not known',
  'coverage.counting':
    'A row is one wording; several rows can stand under one numbered item, and where rows have paragraph numbers the items are what the document itself counts.',
  'coverage.holds': 'Also held',
  'coverage.judgement': 'What is judgement, not fact',
  'coverage.judgement.tags': 'Themes, rights, affected groups and SDG targets are our own classification.',
  'coverage.judgement.mandate':
    '{suggestions, number} responsibilities are read from mandates and wait for confirmation; {facts, number} rest on a source that names the body.',
  'coverage.judgement.follows':
    'An initiative’s link to a recommendation is a fact where the roadmap names it, and a suggestion where it only follows from it.',
  'coverage.judgement.summaries':
    'Summaries are our own words, never quotations. Where the text itself is held it stands apart.',
  'coverage.sources': 'Sources and licences',
  'coverage.sources.data':
    'The built-in data is offered under CC BY 4.0; every row names its source, and every page shows it.',
  'coverage.sources.software':
    'The software is under the Apache License 2.0. Neo4j Community (GPL-3.0) runs as a program of its own beside it and is fetched, not bundled.',
  'coverage.privacy': 'What others learn of you',
  'coverage.privacy.text':
    'Addresses of this page stand after the # sign, which browsers do not send. Questions go to the server that runs the page and nowhere else, and its log keeps no question.',
  'coverage.versions': 'Versions',
  'coverage.versions.software': 'Software',
  'coverage.versions.data': 'Data',
  'coverage.versions.loaded': 'loaded {date}',
  'coverage.khmer': 'Khmer words waiting for review',
  'coverage.khmer.text':
    'The Khmer of this page was written with the glossary’s verified words where it has them. All other messages wait for review by a native speaker; they stand below with their keys, English and Khmer.',
  'coverage.khmer.key': 'Key',
  'coverage.khmer.english': 'English',
  'coverage.khmer.khmer': 'Khmer',
  'coverage.khmer.show': 'Show the list',
} as const
