package io.datalchemy.select;

import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.stream.Stream;

/** What names mean, as the files {@code words.tsv} and {@code vocabulary.tsv} say. */
record Vocabulary(Words words, List<Entry> entries) {

  static Vocabulary load() {
    Words words = Words.load();
    return new Vocabulary(
        words,
        Resource.rows("vocabulary.tsv").stream().map(row -> Entry.parse(row, words)).toList());
  }

  /** The entries that fit a column's name and type, the best first. */
  Stream<Entry> fitting(List<String> name, ValueType type) {
    return entries.stream().filter(entry -> entry.fits(name, type));
  }
}
