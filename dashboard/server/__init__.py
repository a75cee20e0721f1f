"""What runs the server: its sockets and limits, the record renewed, what operators look at."""
