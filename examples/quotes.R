# The quotes of a report with their speakers and pages, the longest first.
#   Rscript quotes.R output/voices-from-the-field
library(jsonlite)
options(width = 120)

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments)) arguments[1] else "output/voices-from-the-field"
quotes <- fromJSON(file.path(folder, "quotes.json"))

quotes$words <- lengths(strsplit(quotes$text, "\\s+"))
quotes$page <- vapply(quotes$evidence, function(spots) spots$page[1], numeric(1))
quotes$begins <- ifelse(nchar(quotes$text) > 60, paste0(substr(quotes$text, 1, 59), "\u2026"), quotes$text)

spoken <- quotes[!is.na(quotes$speaker), c("speaker", "words", "page", "begins")]
print(format(spoken[order(-spoken$words), ], justify = "left"), row.names = FALSE)
