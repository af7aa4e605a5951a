"""What people see of an answer: its page, its counting, its reasons, and what is possible without one."""
