-- The figures that a report states, with section and page. Run it in the report's folder: duckdb < figures.sql
SELECT s.comparator, s.value, s.unit, coalesce(c.title, '') AS section, s.evidence[1].page AS page, s.sentence
FROM 'statistics.json' AS s
LEFT JOIN 'sections.json' AS c ON c.id = s.section_id
ORDER BY page, s.value;
