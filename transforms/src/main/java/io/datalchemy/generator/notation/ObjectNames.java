package io.datalchemy.generator.notation;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names of objects that every PostgreSQL has, for the types that refer to its catalogue. */
final class ObjectNames {
  private ObjectNames() {}

  static Map<String, Piece> all() {
    Map<String, Piece> byType = new TreeMap<>();
    for (String line : WordList.load("objects.txt")) {
      List<String> names =
          Arrays.stream(line.split("(?<!\\\\)\\|")).map(name -> name.replace("\\|", "|")).toList();
      byType.put(names.get(0), Dictionary.of(names.subList(1, names.size())));
    }
    return byType;
  }
}
