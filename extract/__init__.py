"""PDF bytes to raw records: pages, tables, rows over page breaks, columns with roles, evidence."""
