"""The tests: mirrors briefing_app/, plus whole-program parts (e2e, reference, bench)."""
