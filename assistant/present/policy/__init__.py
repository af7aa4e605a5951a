"""What people see of a policy: its page, its topics, its clauses, whom to contact."""
