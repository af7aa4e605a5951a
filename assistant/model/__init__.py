"""What a policy is. Frozen, strict records; nothing here reads a file, knows a language or asks the clock."""
