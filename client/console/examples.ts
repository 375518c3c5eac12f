/** Questions to begin with, one for each kind of user and each kind of answer; a test asks every one of them. */
export type Example = { readonly title: string; readonly query: string; readonly variables?: Record<string, unknown> }

export const EXAMPLES: readonly Example[] = [
  {
    title: 'What is held',
    query: `# Counts of what the graph holds of one State.
{
  statistics(state: "KHM") {
    recommendationCount
    documentCount
    firstYear
    lastYear
    withoutLeadBodyCount
    withSuggestedLeadBodyCount
  }
}`,
  },
  {
    title: 'Recommendations with counts beside the filters',
    query: `# Recommendations on one theme, newest first, and how they spread over mechanisms and years.
query Recommendations($filter: RecommendationFilter) {
  recommendations(filter: $filter, first: 10) {
    totalCount
    edges {
      node {
        id
        symbol
        paragraph
        summary
        mechanism {
          code
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    facets(by: [MECHANISM, YEAR]) {
      field
      values {
        value
        name
        count
      }
    }
  }
}`,
    variables: { filter: { states: ['KHM'], themes: ['corporal-punishment'] } },
  },
  {
    title: 'Who is responsible, and on what basis',
    query: `# Facts come before suggestions; isSuggestion tells them apart.
{
  recommendation(id: "crc-2011-41b") {
    summary
    responsibilities {
      role
      basis
      isSuggestion
      body {
        name
      }
      source {
        citation
      }
    }
  }
}`,
  },
  {
    title: 'Search',
    query: `# Words, "exact phrases", AND, OR, NOT, prefix*, symbols and paragraphs, English and Khmer.
query Search($text: String!) {
  search(text: $text, first: 10) {
    totalCount
    countsByType {
      type
      count
    }
    edges {
      node {
        id
        displayName
        displayDetail
      }
    }
  }
}`,
    variables: { text: '"birth registration" OR nationality' },
  },
  {
    title: 'Themes by mechanism',
    query: `# The cells of a matrix that are not empty.
{
  matrix(rows: THEME, columns: MECHANISM, filter: { states: ["KHM"] }) {
    totalCount
    cells {
      row
      column
      count
    }
  }
}`,
  },
  {
    title: 'What is due',
    query: `# DUE, PASSED (outcome not recorded) or OVERDUE (recorded as such), as known today.
{
  deadlines(state: "KHM", first: 20) {
    edges {
      node {
        what
        dueOn
        status
        who
      }
    }
  }
}`,
  },
  {
    title: 'What surrounds a thing',
    query: `# The first neighbours of one initiative and the relationships among them.
{
  neighbourhood(id: "initiative:init-1-1", first: 25) {
    degree
    remainingCount
    neighbours {
      degree
      node {
        id
        displayName
      }
    }
    relationships {
      from
      type
      to
      isSuggestion
    }
  }
}`,
  },
]
