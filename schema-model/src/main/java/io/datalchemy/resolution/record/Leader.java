package io.datalchemy.resolution.record;

/** A column that others of its record follow, and the part that it holds. */
record Leader(String column, String part) {}
