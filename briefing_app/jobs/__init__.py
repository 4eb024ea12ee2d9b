"""Running services: threads for waiting, the worker process for thinking; Qt-free."""
