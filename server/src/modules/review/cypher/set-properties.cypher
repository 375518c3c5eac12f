// Gives a relationship the properties decided, and no others. $from, $to; $properties. __TYPE__: a type that can be decided on.
// Index: recommendation_id.
MATCH (:Recommendation {id: $from})-[r:__TYPE__]->({id: $to})
SET r = $properties
