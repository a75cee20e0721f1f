"""`python -m dashboard.workers`: works for whoever started it."""

from dashboard.workers.work import main

if __name__ == "__main__":
    main()
