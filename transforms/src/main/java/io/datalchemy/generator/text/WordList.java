package io.datalchemy.generator.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word lists that come with the program: UTF-8, one entry a line, {@code #} begins a comment. */
public final class WordList {
  private static final String ROOT = "/io/datalchemy/generator/";

  private WordList() {}

  /** The entries of a list, in order. */
  public static List<String> load(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("word list " + name + ": missing from the program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("word list " + name + ": cannot be read", e);
    }
  }
}
