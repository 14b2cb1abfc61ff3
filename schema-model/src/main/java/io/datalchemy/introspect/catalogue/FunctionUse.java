package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.TableId;

/** A user's function without its text, and how many rules and indexes of a table call it. */
public record FunctionUse(TableId table, String function, long uses) {}
