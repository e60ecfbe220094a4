"""What can be done and asked: use cases, read models, and the ports to the world outside."""
