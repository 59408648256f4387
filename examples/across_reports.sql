-- Who is named in several reports. First, for each report:
--   report-pipeline export output/NAME --to parquet -o NAME.parquet
-- then, in the folder with these files: duckdb < across_reports.sql
SELECT person.name, count(*) AS reports, list(title ORDER BY title) AS titles
FROM (SELECT report.title AS title, unnest(people) AS person FROM '*.parquet')
GROUP BY person.name
ORDER BY reports DESC, person.name;
