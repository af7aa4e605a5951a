"""`serve --preview`: the pages as they are being written, and a workshop for whoever translates them."""
