"""What people see: terminal, page, tables, schema."""
