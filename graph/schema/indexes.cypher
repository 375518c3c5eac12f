// Indexes of an earlier layout, which sorted what they found.
DROP INDEX recommendation_state_date IF EXISTS;
DROP INDEX recommendation_date IF EXISTS;
// A State's recommendations, newest first: a page in its order without sorting, and every filter by State.
CREATE INDEX recommendation_state_place IF NOT EXISTS FOR (n:Recommendation) ON (n.stateId, n.dateOrder);
// All recommendations, newest first: a list that names no State, and periods.
CREATE INDEX recommendation_place IF NOT EXISTS FOR (n:Recommendation) ON (n.dateOrder);
// Documents by date: the coverage page and the filter adoptedFrom, adoptedTo.
CREATE INDEX review_document_date IF NOT EXISTS FOR (n:ReviewDocument) ON (n.sortOn);
// A document by its symbol: the importers and the search for a symbol.
CREATE INDEX review_document_symbol IF NOT EXISTS FOR (n:ReviewDocument) ON (n.symbol);
// Deadlines by their last day: the calendar.
CREATE INDEX deadline_date IF NOT EXISTS FOR (n:Deadline) ON (n.sortOn);
// Events by date: the calendar.
CREATE INDEX event_date IF NOT EXISTS FOR (n:Event) ON (n.sortOn);
// Search had three indexes in the first layout of the graph.
DROP INDEX search_en IF EXISTS;
DROP INDEX search_words IF EXISTS;
DROP INDEX search_km IF EXISTS;
// Search over every type with a page, by words and stems derived on writing (graph/text/search-properties.ts): one index, so
// that stems, phrases, beginnings, typing errors and Khmer can be asked for together. They are folded and stemmed already.
CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:State|Mechanism|ReviewDocument|Recommendation|Right|RightsCluster|Treaty|Theme|AffectedGroup|SdgTarget|GovernmentBody|WorkingGroup|Organisation|Initiative|Event|Deadline|Indicator|Resource)
ON EACH [n.searchText, n.searchName, n.searchTheme, n.searchSymbol, n.searchParagraph, n.searchExact, n.searchKm, n.stemText, n.stemName, n.stemTheme]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false } };
// What a run changed: undoing it, and telling whether a later run changed the same.
CREATE INDEX import_change_run IF NOT EXISTS FOR (n:ImportChange) ON (n.importRunId);
CREATE INDEX import_change_before IF NOT EXISTS FOR (n:ImportChange) ON (n.beforeRunId);
// Decisions of people for a State in their order: the history, agreement, and whether a later one stands.
CREATE INDEX decision_state_number IF NOT EXISTS FOR (n:Decision) ON (n.stateId, n.number);
