"""Who a source is across stories, by its own words and the tables alone."""
