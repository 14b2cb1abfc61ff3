package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * One field that differs between two documents, with words for both values.
 *
 * @param name the field's name, with those that it is nested in before it and dots between
 */
record Aspect(String name, Optional<String> from, Optional<String> to, String words) {
  /** Characters of both values together that a sentence still takes. */
  private static final int LONG = 400;

  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("is_unique", "unique"),
          Map.entry("is_primary", "the primary key's"),
          Map.entry("is_valid", "valid"),
          Map.entry("is_deferrable", "deferrable"),
          Map.entry("initially_deferred", "initially deferred"),
          Map.entry("nulls_not_distinct", "NULLS NOT DISTINCT"),
          Map.entry("not_valid", "NOT VALID"),
          Map.entry("not_enforced", "NOT ENFORCED"),
          Map.entry("without_overlaps", "WITHOUT OVERLAPS"),
          Map.entry("has_period", "over a PERIOD"),
          Map.entry("row_security.is_enabled", "under row-level security"),
          Map.entry("row_security.is_forced", "under row-level security for its owner too"),
          Map.entry("is_permissive", "permissive"),
          Map.entry("is_deterministic", "deterministic"),
          Map.entry("parameters.cycle", "starting again at its end"),
          Map.entry("identity_sequence.cycle", "starting again at its end"));

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("column_type.data_type", "type"),
          Map.entry("base_type.data_type", "base type"),
          Map.entry("subtype.data_type", "subtype"),
          Map.entry("on_delete", "ON DELETE"),
          Map.entry("on_update", "ON UPDATE"),
          Map.entry("on_delete_columns", "columns of ON DELETE"),
          Map.entry("match_type", "MATCH"),
          Map.entry("owned_by", "owner"),
          Map.entry("inherits", "parents"),
          Map.entry("partition_of", "place among partitions"),
          Map.entry("view_definition", "query"),
          Map.entry("with_check", "WITH CHECK"),
          Map.entry("using", "USING"));

  static Aspect of(String name, JsonNode from, JsonNode to) {
    Optional<String> before = ValueText.of(name, from);
    Optional<String> after = ValueText.of(name, to);
    return new Aspect(name, before, after, words(name, before, after));
  }

  /** The words for a difference that has words of its own. */
  static Aspect worded(String name, String from, String to, String words) {
    return new Aspect(name, Optional.of(from), Optional.of(to), words);
  }

  private static String words(String name, Optional<String> from, Optional<String> to) {
    if (name.equals("is_nullable")) {
      return to.filter("true"::equals).isPresent() ? "may be NULL now" : "is NOT NULL now";
    }
    if (FLAGS.containsKey(name)) {
      boolean isNow = to.filter("true"::equals).isPresent();
      return (isNow ? "is " : "is no longer ") + FLAGS.get(name) + (isNow ? " now" : "");
    }
    String subject = NAMES.getOrDefault(name, lastPart(name).replace('_', ' '));
    if (from.isEmpty()) {
      return subject + " added, " + line(to);
    }
    if (to.isEmpty()) {
      return subject + " removed, was " + line(from);
    }
    boolean isLong = line(from).length() + line(to).length() > LONG;
    return subject
        + " changed"
        + (isLong ? ", --json prints both" : " from " + line(from) + " to " + line(to));
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String line(Optional<String> text) {
    return text.orElse("").strip().replaceAll("\\s+", " ");
  }
}
