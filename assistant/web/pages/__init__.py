"""The pages: routes that turn an address into a view and back."""
