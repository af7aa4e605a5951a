"""What people asked in vain and said of answers, kept where the operator wants it. No answer ever depends on it."""
