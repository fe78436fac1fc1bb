//! What a written figure may mean: intervals, readings, units, periods. Knows nothing of text or languages.
