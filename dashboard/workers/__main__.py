"""`python -m dashboard.workers`: works for whoever started it."""

from dashboard.workers.work import main

main()
