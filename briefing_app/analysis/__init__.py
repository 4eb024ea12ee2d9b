"""Language analysis: text in, mentions, figures and suggested statements out; no store, no Qt."""
