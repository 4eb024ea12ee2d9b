"""Feeds in the window: subscriptions, when they are looked into, and what may be fetched."""
