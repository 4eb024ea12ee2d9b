"""Page patterns of our own: articles of made-up sentences in the markup of many kinds of sites."""
