"""One module a page: it asks the read models, and says in words what the page shows."""
