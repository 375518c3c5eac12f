# What UN mechanisms asked of Cambodia on the registration of births: a data frame, page by page.
# Needs R 4.1+ and: install.packages("httr2"). FOLLOWTHROUGH_URL says where the server is.
library(httr2)

url <- paste0(Sys.getenv("FOLLOWTHROUGH_URL", "http://127.0.0.1:4000"), "/graphql")

query <- "query Asked($filter: RecommendationFilter, $after: String) {
  recommendations(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id symbol paragraph summary } }
  }
}"
filter <- list(states = list("KHM"), themes = list("birth-registration-nationality"))

or_empty <- function(value) if (is.null(value)) "" else value
pages <- list()
after <- NULL
repeat {
  answer <- request(url) |>
    req_body_json(list(query = query, variables = list(filter = filter, after = after)), null = "null") |>
    req_perform() |>
    resp_body_json()
  if (!is.null(answer$errors)) stop(answer$errors[[1]]$message)
  page <- answer$data$recommendations
  pages <- c(pages, lapply(page$edges, function(edge) {
    data.frame(
      id = edge$node$id, symbol = or_empty(edge$node$symbol),
      paragraph = or_empty(edge$node$paragraph), summary = edge$node$summary
    )
  }))
  if (!page$pageInfo$hasNextPage) break
  after <- page$pageInfo$endCursor
}
recommendations <- do.call(rbind, pages)
print(recommendations)
