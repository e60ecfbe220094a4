"""What commands on memorandums take, and what questions about them give."""
