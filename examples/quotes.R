# Quotes by speaker, the longest first: Rscript quotes.R output/voices-from-the-field
library(jsonlite)
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments)) arguments[1] else "output/voices-from-the-field"
quotes <- fromJSON(file.path(folder, "quotes.json"))
quotes$words <- lengths(strsplit(quotes$text, "\\s+"))
spoken <- quotes[!is.na(quotes$speaker), c("speaker", "words", "pull_quotes", "text")]
print(spoken[order(-spoken$words), ], row.names = FALSE)
