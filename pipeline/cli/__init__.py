"""The command line, `report-pipeline`: a thin face on the walk and its rooms."""
