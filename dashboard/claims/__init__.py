"""What the claims of a launch come to: intervals, figures, disagreement; pure."""
