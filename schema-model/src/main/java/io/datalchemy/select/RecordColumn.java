package io.datalchemy.select;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A column that tells part of a record.
 *
 * @param meaning what its name means
 * @param kind the kind of record: {@code address}, {@code person} or {@code company}
 * @param part the part that it tells
 * @param which the words that tell which of several records of the row it is about; empty for most
 */
record RecordColumn(String column, String meaning, String kind, String part, List<String> which) {
  private static final Map<String, Line> LINES = load();
  private static final Set<String> TRADE = Set.of("fantasia", "trade");

  private record Line(String kind, String part, Set<String> words) {}

  RecordColumn {
    which = List.copyOf(which);
  }

  private static Map<String, Line> load() {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (String[] row : Resource.rows("records.tsv")) {
      Set<String> words = Arrays.stream(row[3].split(" ", -1)).collect(Collectors.toSet());
      lines.put(row[0], new Line(row[1], row[2], words));
    }
    return lines;
  }

  /** Whether columns of the meaning tell part of a record. */
  static boolean isKnown(String meaning) {
    return LINES.containsKey(meaning);
  }

  /** The column of a meaning, whose name has these words, in a table whose name has those. */
  static RecordColumn of(
      String column, String meaning, List<String> words, List<String> tableWords) {
    Line line = LINES.get(meaning);
    List<String> which =
        words.stream()
            .filter(word -> !line.words().contains(word) && !tableWords.contains(word))
            .toList();
    boolean isTrade = meaning.equals("company name") && words.stream().anyMatch(TRADE::contains);
    return new RecordColumn(
        column, meaning, line.kind(), isTrade ? "trade_name" : line.part(), which);
  }

  /** The same of another kind of record, or another part. */
  RecordColumn as(String otherKind, String otherPart, List<String> other) {
    return new RecordColumn(column, meaning, otherKind, otherPart, other);
  }

  /** The name of the record within its row; empty for the only one. */
  String entity() {
    return String.join("_", new TreeSet<>(which));
  }

  /** Whether it tells where the record's place is. */
  boolean tellsPlace() {
    return part.equals("cpf")
        || (kind.equals("address") && !part.equals("street") && !part.equals("number"));
  }
}
