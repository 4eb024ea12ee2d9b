"""The composition root of the window: builds services, jobs and windows, and takes them down again."""
