"""What is drawn of a launch and why: plans, flights, trajectories, what lies below."""
